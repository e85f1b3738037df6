//! See `redress_tests::fuzz::wit_values`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| redress_tests::fuzz::wit_values::run(data));

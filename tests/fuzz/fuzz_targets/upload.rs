//! See `redress_tests::fuzz::upload`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| redress_tests::fuzz::upload::run(data));

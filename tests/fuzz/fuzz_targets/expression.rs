//! See `redress_tests::fuzz::expression`, which is taken in as a file so that this target builds without the sandbox.
#![no_main]

#[path = "../../src/fuzz/expression.rs"]
mod expression;

libfuzzer_sys::fuzz_target!(|data: &[u8]| expression::run(data));

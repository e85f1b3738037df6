//! What is fuzzed: three functions that take any bytes and must neither panic nor break a promise. `tests/fuzz` runs them
//! under libFuzzer; `tests/it/fuzz.rs` runs them on mutations of the same seeds, in every test run.

pub mod expression;
pub mod mutate;
pub mod seeds;
pub mod upload;
pub mod wit_values;

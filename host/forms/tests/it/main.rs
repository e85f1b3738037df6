//! Forms from outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(clippy::needless_pass_by_value, reason = "helpers take JSON as it is written in the call")]

mod answers;
mod findings;
mod property;
mod sample;
mod schema;
mod shipped;
mod stages;
mod suite;
mod vectors;

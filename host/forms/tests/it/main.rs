//! Forms from outside.

mod answers;
mod findings;
mod property;
mod sample;
mod schema;
mod shipped;
mod stages;
mod suite;

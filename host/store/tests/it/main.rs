//! The store on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod backend;
mod group;
mod isolation;
mod reports;
mod sample;
mod schema;
mod size;
mod story;

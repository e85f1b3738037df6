//! The store on both databases.

mod backend;
mod group;
mod isolation;
mod sample;
mod schema;
mod size;
mod story;

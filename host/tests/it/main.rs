//! The HTTP API from outside, in one process, on a real SQLite file: one binary, one module per promise.

mod auth;
mod body;
mod config;
mod etag;
mod idempotency;
mod openapi;
mod page;
mod resources;
mod support;
mod tenancy;

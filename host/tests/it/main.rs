//! The HTTP API from outside, in one process, on a real SQLite file: one binary, one module per promise.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod access;
mod attachments;
mod audit;
mod auth;
mod automation;
mod body;
mod bucket;
mod config;
mod configuration;
mod decisions;
mod etag;
mod exchanges;
mod forms;
mod gateways;
mod idempotency;
mod insight;
mod jobs;
mod lowcode;
mod openapi;
mod outbox;
mod page;
mod parts;
mod plans;
mod portal;
mod print;
mod promises;
mod receipts;
mod receiver;
mod reports;
mod resources;
mod rollout;
mod rounds;
mod scripts;
mod service_levels;
mod shop;
mod support;
mod tables;
mod tenancy;
mod tickets;
mod timers;
mod warehouse;
mod workflows;

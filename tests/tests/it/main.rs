//! The server from outside: one binary, so that it links once; each module is one story.

mod bad_input;
mod bad_plugins;
mod clocks;
mod durability;
mod fuzz;
mod house;
mod idempotency;
mod isolation;
mod manual_lane;
mod outage;
mod outbox;
mod receipts;
mod requirements;
mod rollout;
mod shop;
mod story;

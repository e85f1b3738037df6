//! The Redress server: commands, HTTP API, workflow and workers over the rooms `domain`, `store` and `sandbox`.

pub mod accounts;
pub mod app;
pub mod attachments;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod drawing;
pub mod gateways;
pub mod http;
pub mod insight;
pub mod inventory;
pub mod jobs;
pub mod live;
pub mod notify;
pub mod print;
pub mod problem;
pub mod reports;
pub mod rollout;
pub mod rules;
pub mod telemetry;
pub mod workers;
pub mod workflow;

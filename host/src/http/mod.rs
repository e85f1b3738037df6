//! The HTTP API: extractors that read a request, one folder per resource, problems as answers.

pub mod api_keys;
pub mod bindings;
pub mod configuration;
pub mod customers;
pub mod decisions;
pub mod hooks;
pub mod jobs;
pub mod me;
pub mod orders;
pub mod outbox;
pub mod parameters;
pub mod plugins;
pub mod queues;
pub mod refund_instructions;
pub mod roles;
pub mod tasks;
pub mod tenants;
pub mod tickets;
pub mod users;
pub mod webhooks;

pub mod answer;
pub mod auth;
pub mod body;
pub mod etag;
pub mod health;
pub mod idempotency;
pub mod json;
pub mod metrics;
pub mod observe;
pub mod openapi;
pub mod page;
pub mod path;
pub mod query;
mod router;

pub use crate::problem::{Code, Fault, Problem};
pub use answer::{Answer, List};
pub use auth::{Can, permit};
pub use etag::IfMatch;
pub use idempotency::{Bare, Command, Idempotency};
pub use json::Json;
pub use openapi::{ChangeProblems, ReadProblems, WriteProblems};
pub use page::PageQuery;
pub use path::Path;
pub use query::Query;
pub use router::{document, router};

//! What the end-to-end tests, the conformance run and the benchmark share: a real server on a free port, a client, a tenant
//! with people and plugins, a webhook receiver and a mail server that can misbehave, components in text format, and a load generator.
//!
//! Nothing here knows the inside of the server: it is the built binary, spoken to over HTTP.

pub mod client;
pub mod component;
pub mod data;
pub mod fuzz;
pub mod gateway;
pub mod hostile;
pub mod inventory;
pub mod load;
pub mod postgres;
pub mod receiver;
pub mod relay;
pub mod sample;
pub mod server;
pub mod spread;
pub mod stowaway;
pub mod tenant;

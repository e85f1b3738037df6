//! The only room that speaks wasmtime. Components that merchants upload are examined, compiled in a process of their own,
//! and called in a fresh world each time, with every resource metered; what a call asked and answered is recorded so that it
//! can be run again years later.
//!
//! Begin with [`Sandbox`]: [`Sandbox::admit`] takes an upload, [`Sandbox::load`] gives a [`Rule`], [`Rule::call`] asks it.

mod admit;
mod artefact;
mod bindings;
mod check;
mod compile;
mod convert;
mod engine;
mod error;
mod imports;
mod keys;
mod lanes;
mod options;
mod outcome;
mod replay;
mod rule;
mod sandbox;
mod schema;
mod shelf;
mod state;
mod validate;
mod weigh;

pub use check::objection;
pub use compile::compile_child;
pub use error::{AdmitError, Busy, Error, Finding, LoadError};
pub use keys::{CryptoError, Keys};
pub use options::{Allowance, Limits, SandboxOptions};
pub use replay::{Divergence, DivergenceKind, Recorded, Replay};
pub use rule::{Call, Rule};
pub use sandbox::{Admitted, Info, Sandbox};
pub use schema::check_config;
pub use validate::examine;

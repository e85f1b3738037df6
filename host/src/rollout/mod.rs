//! How rules take over and are taken back: every change of a binding with its history, trials and their promotion, golden
//! decisions that must keep their outcome, guardrails, and bindings as files.

mod admit;
mod check;
mod file;
mod gate;
mod parameter;
mod plan;
mod promote;
mod schedule;
pub mod signature;
mod take_back;
mod watch;
mod write;

use redress_domain::Timestamp;
use redress_domain::binding::RevisionAction;
use redress_domain::timeline::Actor;

pub use admit::admit;
pub use check::{config, hook, shape};
pub use file::{FileBinding, RulesExport, RulesFile, export};
pub use gate::{GoldenChange, examine, gate, held_by, told};
pub use parameter::{FileParameter, Kind, ParameterBody};
pub use plan::{Plan, PlannedChange, Step, plan, rehearse};
pub use promote::promote;
pub use take_back::{last_good, take_back};
pub use watch::{Health, health, watch};
pub use write::{change, create, remove};

/// What goes into a binding's history beside the binding.
#[derive(Debug, Clone)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What was done.
    pub action: RevisionAction,
    /// Why.
    pub reason: Option<String>,
}

//! Tickets in workflows that merchants draw: the engine of `redress-flow` tied to tickets, rules, clocks and people.
//!
//! A run is part of its ticket: it is read with it, moves within a [`super::turn::Turn`] and is written in the same
//! transaction. What happens to the ticket otherwise (a scan, a payment, an answer) reaches the run as a signal.

mod customer;
mod environment;
mod facts;
mod linked;
mod migrate;
mod people;
mod read;
mod signal;
mod task;
mod view;

use std::sync::Arc;

use redress_flow::{Flow, Run};
use redress_store::flow_run::StoredRun;

pub use customer::{CustomerPress, CustomerTask};
pub use environment::environment;
pub(in crate::workflow) use facts::CaseFacts;
pub use migrate::Behind;
pub use people::held_as;
pub use task::TaskAction;
pub use view::{StepView, TaskButton, TaskField, TaskView, WorkflowView};

/// Where a ticket stands in the edition that it is pinned to.
#[derive(Clone)]
pub struct Running {
    /// The edition.
    pub flow: Arc<Flow>,
    /// Where it stands.
    pub run: Run,
    /// Which time the ticket goes through a workflow, from 1.
    pub round: u32,
    /// The row is in the database.
    pub stored: bool,
}

impl Running {
    /// The row as it is written.
    pub(super) fn row(&self, ticket: redress_domain::id::TicketId, now: redress_domain::Timestamp) -> StoredRun {
        StoredRun {
            ticket,
            round: self.round,
            definition: self.run.definition.clone(),
            edition: self.run.version,
            is_running: self.run.is_running(),
            content: serde_json::to_value(&self.run).expect("a run has text keys only"),
            updated_at: now,
        }
    }
}

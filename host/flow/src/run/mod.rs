//! Where a ticket stands in its workflow: plain data that the host stores with the ticket.

mod outcome;
mod task;
mod token;

use std::collections::BTreeMap;

use redress_domain::Timestamp;
use redress_domain::id::TaskId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use outcome::{Closed, Closing, Early, Outcome};
pub use task::{Seat, Task, Vote};
pub use token::{Armed, Due, Frame, Token, Waiting};

use crate::definition::{Definition, NodeId};

/// One walk of one ticket through one version of a definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowRun))]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// The definition's id.
    pub definition: String,
    /// The pinned version.
    pub version: u32,
    /// Whether it goes on.
    pub state: RunState,
    /// Events that it took and nodes that it entered, ever.
    pub steps: u64,
    /// The number that the next token, way or question gets.
    pub next: u32,
    /// Where it stands; several after a split.
    pub tokens: Vec<Token>,
    /// What people shall do now.
    pub tasks: Vec<Task>,
    /// What came of each node, the last time.
    pub outcomes: BTreeMap<NodeId, Outcome>,
    /// Values of the definition's fields.
    pub form: Map<String, Value>,
    /// Signals that came before anybody waited for them, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub early: BTreeMap<String, Early>,
    /// The last tasks that were closed, so that whoever comes too late is told why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Closed>,
}

/// Whether a run goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowRunState))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RunState {
    /// Has not begun.
    Ready,
    /// Goes on.
    Running {
        /// Since when.
        since: Timestamp,
    },
    /// Reached an end.
    Finished {
        /// The end's outcome.
        outcome: String,
        /// When.
        at: Timestamp,
    },
    /// Was called off.
    Cancelled {
        /// Why.
        reason: Option<String>,
        /// When.
        at: Timestamp,
    },
}

impl Run {
    /// A run that has not begun.
    pub fn new(definition: &Definition) -> Self {
        Self {
            definition: definition.id.clone(),
            version: definition.version,
            state: RunState::Ready,
            steps: 0,
            next: 0,
            tokens: Vec::new(),
            tasks: Vec::new(),
            outcomes: BTreeMap::new(),
            form: Map::new(),
            early: BTreeMap::new(),
            closed: Vec::new(),
        }
    }

    /// True while it goes on.
    pub const fn is_running(&self) -> bool {
        matches!(self.state, RunState::Running { .. })
    }

    /// An open task.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// Closed tasks that a run remembers.
    pub(crate) const REMEMBERED: usize = 32;

    /// The next number.
    pub(crate) fn number(&mut self) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.next
    }
}

//! Where a run stands.

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId};
use serde::{Deserialize, Serialize};

use crate::definition::NodeId;

/// One place where a run stands and waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowToken))]
#[serde(deny_unknown_fields)]
pub struct Token {
    /// Number within the run.
    pub id: u32,
    /// The node.
    pub node: NodeId,
    /// Since when.
    pub entered_at: Timestamp,
    /// What it waits for.
    pub waiting: Waiting,
    /// The splits it is within, outermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<Frame>,
    /// Timers that run for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timers: Vec<Armed>,
}

/// What a token waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowWaiting))]
#[serde(tag = "for", rename_all = "snake_case")]
pub enum Waiting {
    /// People.
    Task {
        /// Their task.
        task: TaskId,
        /// The run has gone on meanwhile; this ends when the task is done.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        apart: bool,
    },
    /// The answer of rules.
    Hook {
        /// Number of the question, see [`crate::Effect::AskHook`].
        ask: u32,
    },
    /// A signal.
    Signal {
        /// Its name.
        name: String,
    },
    /// The end of a sub-task.
    Subtask {
        /// Its node.
        node: NodeId,
    },
    /// A time.
    Timer,
    /// The other ways of a split.
    Join,
}

/// One passage through a split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowFrame))]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The split.
    pub split: NodeId,
    /// Number of this passage within the run.
    pub passage: u32,
    /// How many ways it opened.
    pub ways: u32,
}

/// A timer that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowArmed))]
#[serde(deny_unknown_fields)]
pub struct Armed {
    /// Its id.
    pub id: TimerId,
    /// What it is for.
    pub due: Due,
}

/// What a timer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowDue))]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// The node is a timer, and this is its time.
    Delay,
    /// A step of the node's time limit, by its place, from 0.
    Step(u32),
}

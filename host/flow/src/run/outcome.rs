//! What came of nodes, tasks and signals.

use redress_domain::Timestamp;
use redress_domain::id::TaskId;
use redress_domain::timeline::Actor;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::definition::NodeId;

/// What came of a node, the last time it was passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowOutcome))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The button that decided, `answered`, `failed`, `came` or `overdue`.
    pub action: String,
    /// Who decided.
    pub by: Actor,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<String>,
    /// When.
    pub at: Timestamp,
    /// How often the node was passed.
    pub times: u32,
    /// What the answer contained, as far as the node declares it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub data: Map<String, Value>,
}

/// A task that was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowClosed))]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Redress id.
    pub task: TaskId,
    /// Its node.
    pub node: NodeId,
    /// How.
    pub how: Closing,
    /// By whom.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// How a task was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowClosing))]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// It was done.
    Done,
    /// Its time ran out and the run went on elsewhere.
    Overdue,
    /// It is no longer needed: the run ended, or went on another way.
    Dropped,
}

/// A signal that came before anybody waited for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowEarly))]
#[serde(deny_unknown_fields)]
pub struct Early {
    /// Who sent it.
    pub by: Actor,
    /// What it said.
    pub data: Map<String, Value>,
    /// When.
    pub at: Timestamp,
}

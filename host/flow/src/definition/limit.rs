//! Time limits and what follows when they pass (U13, Z20, Z24).

use redress_domain::event::EventKind;
use redress_domain::ticket::Priority;
use serde::{Deserialize, Serialize};

use super::NodeId;
use crate::party::Who;
use crate::span::{Clock, Span};

/// How long a node may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowLimit))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// By when it shall be done, from the moment it was reached; what the ticket's page shows.
    pub within: Span,
    /// The clock of `within` and of all steps.
    #[serde(default)]
    pub clock: Clock,
    /// What happens when, each counted from the moment the node was reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// One step of an escalation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowStep))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// When.
    pub after: Span,
    /// Again and again after that, as long as the node is open; at least every minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Span>,
    /// Under which circumstances.
    #[serde(default)]
    pub only: Only,
    /// What happens, in order.
    #[serde(rename = "do")]
    pub actions: Vec<Escalation>,
}

/// When a step counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowOnly))]
#[serde(rename_all = "snake_case")]
pub enum Only {
    /// As long as the node is not done.
    #[default]
    Open,
    /// As long as nobody has accepted the task (未接单, L19).
    Unclaimed,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowEscalation))]
#[serde(rename_all = "snake_case")]
pub enum Escalation {
    /// Reminds whoever has it (自动催, L12).
    Remind,
    /// The priority becomes this, unless it is higher.
    RaisePriority(Priority),
    /// Tells somebody.
    Tell {
        /// Whom.
        to: Vec<Who>,
        /// Name of the template.
        template: String,
    },
    /// Gives the task to somebody else.
    HandOver {
        /// To whom.
        to: Vec<Who>,
        /// Whoever has it keeps it as well.
        #[serde(default)]
        keep: bool,
    },
    /// A named event for automation rules and webhooks.
    Emit(String),
    /// Something happens to the ticket.
    Apply(EventKind),
    /// The node ends here and the run goes on there.
    Go(NodeId),
}

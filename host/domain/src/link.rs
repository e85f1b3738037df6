//! Tickets that belong to others.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{TaskId, TicketId};
use crate::status::names;

names! {
    /// How one ticket belongs to another.
    LinkKind {
        /// It does a sub-task of the other's workflow (工单共享, U11).
        Subtask = "subtask",
        /// It claims from the carrier what the other cost.
        FreightClaim = "freight_claim",
        /// It asks for the same, and was merged into the other (domain.md §2).
        Duplicate = "duplicate",
    }
}

/// One ticket belongs to another; both see how the other stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = TicketLink))]
pub struct Link {
    /// The ticket that came first.
    pub parent: TicketId,
    /// The ticket that belongs to it.
    pub child: TicketId,
    /// How.
    pub kind: LinkKind,
    /// The task of the parent's workflow that the child does.
    pub task: Option<TaskId>,
    /// Since when.
    pub created_at: Timestamp,
}

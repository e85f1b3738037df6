//! Things that people shall do about a ticket (待办, Z19, Z24).

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{TaskId, TicketId, UserId};
use crate::timeline::Actor;

/// One task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Task {
    /// Redress id.
    pub id: TaskId,
    /// Ticket it is about.
    pub ticket: TicketId,
    /// What is to be done, in one line.
    pub title: String,
    /// Name of the role that shall do it.
    pub role: String,
    /// Everybody who may do it: `role:`, `person:`, `department:` or `queue:` with a name behind it, or `customer`. Whoever is
    /// one of them, or holds one of them, finds it on their list.
    #[serde(default)]
    pub holders: Vec<String>,
    /// The node of the ticket's workflow that asks for it; pressing one of the node's buttons finishes it (Z14).
    #[serde(default)]
    pub node: Option<String>,
    /// By when.
    pub due_at: Option<Timestamp>,
    /// Who asked for it.
    pub created_by: Actor,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// Who did it.
    pub done_by: Option<UserId>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
}

impl Task {
    /// A task that everybody with a role may do.
    pub fn for_role(id: TaskId, ticket: TicketId, title: String, role: String, created_by: Actor, created_at: Timestamp) -> Self {
        let holders = vec![format!("role:{role}")];
        Self { id, ticket, title, role, holders, node: None, due_at: None, created_by, created_at, done_by: None, done_at: None }
    }
}

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

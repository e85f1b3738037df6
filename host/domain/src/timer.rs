//! Things that happen to a ticket at a time.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{TicketId, TimerId};

/// One timer. It fires at most once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Timer {
    /// Redress id.
    pub id: TimerId,
    /// Ticket it belongs to.
    pub ticket: TicketId,
    /// What is due, for example `customer_answer_expired`.
    pub kind: String,
    /// When.
    pub due_at: Timestamp,
}

//! Credit that customers hold with the shop: money that went back as credit, and what was spent of it.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{CreditId, CustomerId, TicketId};
use crate::money::Money;
use crate::timeline::Actor;

/// One entry of a customer's credit; entries are only added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreditEntry {
    /// Redress id.
    pub id: CreditId,
    /// Whose.
    pub customer: CustomerId,
    /// How much was credited (positive) or spent (negative).
    pub amount: Money,
    /// The ticket it was credited for.
    pub ticket: Option<TicketId>,
    /// Why.
    pub reason: String,
    /// Who booked it.
    pub actor: Actor,
    /// When.
    pub at: Timestamp,
}

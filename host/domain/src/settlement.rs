//! The settlement ledger of a ticket and the orders to pay.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{RefundInstructionId, SettlementId, TicketId, TicketLineId};
use crate::money::Money;
use crate::status::names;
use crate::timeline::Actor;

names! {
    /// What an entry is for.
    EntryKind {
        /// Price of goods.
        Goods = "goods",
        /// Freight.
        Freight = "freight",
        /// Tax.
        Tax = "tax",
        /// A fee.
        Fee = "fee",
        /// Kept back; negative.
        Deduction = "deduction",
        /// On top of what was paid.
        Compensation = "compensation",
        /// Paid outside Redress.
        External = "external",
        /// Fetched back; negative.
        Clawback = "clawback",
        /// What goods that leave for the customer cost; negative.
        Replacement = "replacement",
        /// What the customer paid on top for a replacement that costs more.
        Difference = "difference",
    }
}

names! {
    /// Who bears an entry.
    Payer {
        /// The merchant.
        Merchant = "merchant",
        /// The carrier.
        Carrier = "carrier",
        /// The platform.
        Platform = "platform",
        /// The customer.
        Customer = "customer",
    }
}

/// One entry of the ledger; entries are only added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettlementEntry {
    /// Redress id.
    pub id: SettlementId,
    /// Ticket.
    pub ticket: TicketId,
    /// Ticket line, when it is about one.
    pub line: Option<TicketLineId>,
    /// What for.
    pub kind: EntryKind,
    /// Who bears it.
    pub payer: Payer,
    /// How much the customer gets (positive) or loses (negative).
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// Who booked it.
    pub actor: Actor,
    /// When.
    pub at: Timestamp,
}

names! {
    /// Where a payment stands.
    RefundState {
        /// Agreed, but goods must come back first.
        Held = "held",
        /// Waits for finance or a gateway.
        Pending = "pending",
        /// Given to the gateway.
        Sent = "sent",
        /// Paid.
        Paid = "paid",
        /// Refused.
        Failed = "failed",
        /// Nobody knows.
        Unknown = "unknown",
        /// Withdrawn before it was paid.
        Cancelled = "cancelled",
    }
}

/// One order to pay money back over one tender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RefundInstruction {
    /// Redress id; also the gateway's idempotency key.
    pub id: RefundInstructionId,
    /// Counts changes.
    pub version: i64,
    /// Ticket.
    pub ticket: TicketId,
    /// How it is paid, for example `manual`.
    pub tender: String,
    /// The gateway's own id of the payment it goes back on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<String>,
    /// How much, positive.
    pub amount: Money,
    /// Where it stands.
    pub state: RefundState,
    /// The gateway's or the bank's reference.
    pub reference: Option<String>,
    /// Why it failed.
    pub failure: Option<String>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

impl RefundInstruction {
    /// True when it is of what was agreed since a moment, that is since its ticket was opened again, if it ever was.
    pub fn is_since(&self, begun: Option<Timestamp>) -> bool {
        begun.is_none_or(|begun| self.created_at >= begun)
    }
}

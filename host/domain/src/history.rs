//! What a rule may look up about the customer's past.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::money::Money;
use crate::status::CaseStatus;
use crate::ticket::TicketKind;

/// Most rows of each kind that a case carries and a look-up returns.
pub const MAX_ROWS: usize = 200;

/// One earlier order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderSummary {
    /// The shop's own order number.
    pub external_id: String,
    /// When it was placed.
    pub placed_at: Option<Timestamp>,
    /// What was paid.
    pub paid: Money,
    /// How many lines it has.
    pub lines: u32,
}

/// One earlier ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AfterSaleSummary {
    /// The number people use.
    pub number: String,
    /// What was asked for.
    pub kind: TicketKind,
    /// Problem label.
    pub problem_type: Option<String>,
    /// Reason codes of its lines, without repeats.
    pub reasons: Vec<String>,
    /// Stock keeping units of its lines, without repeats.
    pub skus: Vec<String>,
    /// Case axis.
    pub case: CaseStatus,
    /// When it was created.
    pub created_at: Timestamp,
    /// What was refunded or credited so far.
    pub refunded: Money,
}

/// Sums over the whole past in the case's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Totals {
    /// Number of orders.
    pub orders: u32,
    /// Number of earlier tickets.
    pub after_sales: u32,
    /// Paid over all orders.
    pub paid: Money,
    /// Refunded over all tickets.
    pub refunded: Money,
}

/// The customer's past at the moment of an event, newest first, at most [`MAX_ROWS`] of each kind. Read once per event,
/// before any rule runs, so that every rule sees the same and no rule waits for a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct History {
    /// Earlier orders.
    pub orders: Vec<OrderSummary>,
    /// Earlier tickets.
    pub after_sales: Vec<AfterSaleSummary>,
    /// Sums.
    pub totals: Totals,
}

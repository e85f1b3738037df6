//! A replacement and its parts.

use serde::{Deserialize, Serialize};

use super::state::ReplacementState;
use super::{Consent, MissingStock};
use crate::clock::Timestamp;
use crate::id::{ReplacementId, TicketId, TicketLineId};
use crate::money::Money;
use crate::status::names;
use crate::ticket::TicketKind;
use crate::timeline::Actor;

names! {
    /// What leaves.
    ReplacementKind {
        /// Other goods for these (换货).
        Exchange = "exchange",
        /// Missing goods again (补寄).
        Resend = "resend",
        /// The same goods, mended (维修).
        Repair = "repair",
    }
}

impl ReplacementKind {
    /// What leaves for a ticket of a kind; `None` when nothing does.
    pub const fn of(kind: TicketKind) -> Option<Self> {
        match kind {
            TicketKind::Exchange => Some(Self::Exchange),
            TicketKind::Resend => Some(Self::Resend),
            TicketKind::Repair => Some(Self::Repair),
            _ => None,
        }
    }
}

names! {
    /// Who says whether there is stock.
    StockBy {
        /// The tenant's inventory connector.
        Connector = "connector",
        /// People: no connector is at work, or nothing comes from a shelf.
        Person = "person",
    }
}

/// Goods that leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplacementLine {
    /// Stock keeping unit.
    pub sku: String,
    /// What the shop calls it; empty when nobody said.
    pub title: String,
    /// How many, at least 1.
    pub quantity: u32,
    /// Price of one: of the goods, or of the repair. Zero for what is sent again.
    pub unit_price: Money,
    /// What the customer is charged for the line. It is what the goods it replaces cost where nobody named a price.
    pub amount: Money,
    /// The line of the ticket that it is for.
    pub replaces: TicketLineId,
    /// Why this and no other; in words for an agent.
    pub reason: String,
}

/// Goods that the customer gives for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReturnedLine {
    /// The line of the ticket.
    pub line: TicketLineId,
    /// How many.
    pub quantity: u32,
    /// What they count for: what was paid for them.
    pub credit: Money,
}

/// What is known of its stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReplacementStock))]
pub struct Stock {
    /// Who says so.
    pub by: StockBy,
    /// Which reservation it is: a new one has a new key, and is asked for only when the one before is known to be released.
    pub attempt: u32,
    /// The other system's name of the reservation.
    pub reference: Option<String>,
    /// What was not there when it was asked last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingStock>,
    /// Who confirmed it by hand.
    pub confirmed_by: Option<Actor>,
}

/// That the difference was paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReplacementPayment))]
pub struct Paid {
    /// The bank's or gateway's reference.
    pub reference: String,
    /// Who says so.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A parcel to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shipment {
    /// Who carries it.
    pub carrier: Option<String>,
    /// Tracking number.
    pub number: Option<String>,
    /// When it left.
    pub at: Timestamp,
    /// When the customer had it.
    pub delivered_at: Option<Timestamp>,
}

/// One order of goods to the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Replacement {
    /// Redress id.
    pub id: ReplacementId,
    /// Counts changes.
    pub version: i64,
    /// The ticket.
    pub ticket: TicketId,
    /// What leaves.
    pub kind: ReplacementKind,
    /// Where it stands.
    pub state: ReplacementState,
    /// What leaves, line by line.
    pub lines: Vec<ReplacementLine>,
    /// What the customer gives for it; empty for what is sent again or mended. A line that is returned and replaced by nothing
    /// is paid back.
    pub returned: Vec<ReturnedLine>,
    /// What the customer owes (positive) or is owed (negative): the lines' amounts less what the returned goods count for.
    pub difference: Money,
    /// It leaves before the goods have come back.
    pub ship_first: bool,
    /// Why, in words for an agent.
    pub reason: String,
    /// Its stock.
    pub stock: Stock,
    /// That the difference was paid.
    pub paid: Option<Paid>,
    /// Whether the customer takes money instead.
    pub consent: Option<Consent>,
    /// Its parcel.
    pub shipment: Option<Shipment>,
    /// By when the goods have to be here that it left before.
    pub return_by: Option<Timestamp>,
    /// What stands in the way, or why it was called off.
    pub note: Option<String>,
    /// Who proposed it.
    pub created_by: Actor,
    /// When.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// What a replacement has when it is made.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its id.
    pub id: ReplacementId,
    /// Who proposes it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
    /// A connector is at work.
    pub connected: bool,
}

impl Replacement {
    /// The key of its present reservation: what makes asking for it again the same request (RFC 9110 §9.2.2).
    pub fn reservation_key(&self) -> String {
        format!("{}-{}", self.id, self.stock.attempt)
    }

    /// True when a connector may hold stock for it.
    pub fn is_connected(&self) -> bool {
        self.stock.by == StockBy::Connector
    }
}

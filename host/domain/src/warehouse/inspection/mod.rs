//! What the warehouse finds in the parcels (D4, D5, Z10): every unit is counted once, as good, damaged, missing or wrong, every
//! unit that is here gets a grade and a place, and every part of the checklist is looked for.

mod check;
mod conclude;

use serde::{Deserialize, Serialize};

pub use check::InspectionError;
pub use conclude::{Conclusion, Hold, Problem, ProblemKind, RISK_ROLE, StockMove, conclude, send_back, stock_moves};

use crate::clock::Timestamp;
use crate::id::{TicketId, TicketLineId};
use crate::money::Money;
use crate::status::names;
use crate::timeline::Actor;

names! {
    /// How good a unit is.
    Grade {
        /// As new, unopened.
        A = "a",
        /// Opened, complete, works.
        B = "b",
        /// Worn or with marks.
        C = "c",
        /// Does not work.
        D = "d",
    }
}

names! {
    /// Where a unit goes.
    Disposition {
        /// Sold again as it is.
        Restock = "restock",
        /// Mended first.
        Refurbish = "refurbish",
        /// Given away.
        Donate = "donate",
        /// Thrown away.
        Dispose = "dispose",
        /// Back to the customer.
        ReturnToCustomer = "return_to_customer",
        /// Set aside until somebody decides.
        Quarantine = "quarantine",
    }
}

/// One part of the checklist of a line, with what it costs to replace (D7: 滤网组件, 35 yuan).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Code, unique within the line.
    pub code: String,
    /// What the customer calls it.
    pub name: String,
    /// How many belong to the whole line, at least 1.
    pub quantity: u32,
    /// Price of one.
    pub price: Money,
}

/// What should be in the parcels, per line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExpectedLine {
    /// The ticket's line.
    pub line: TicketLineId,
    /// Stock keeping unit.
    pub sku: String,
    /// What the shop calls it.
    pub title: String,
    /// How many come back.
    pub quantity: u32,
    /// Serial numbers that were sold; empty when none are known, and then none are compared.
    pub serials: Vec<String>,
    /// What belongs to it.
    pub parts: Vec<Part>,
    /// The customer said that it came damaged: damage is then what was expected, not a problem.
    pub damage_claimed: bool,
}

/// What should be in the parcels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExpectedReturn {
    /// Ticket.
    pub ticket: TicketId,
    /// Lines that come back.
    pub lines: Vec<ExpectedLine>,
    /// All parcels of the ticket are here; otherwise what is missing may still come.
    pub all_here: bool,
    /// A line with damaged or wrong units needs a photo: the dispute will ask for it.
    pub photo_required: bool,
}

/// Units of one line that go to one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// How many.
    pub quantity: u32,
    /// How good.
    pub grade: Grade,
    /// Where to.
    pub disposition: Disposition,
}

/// A part of the checklist that was not found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MissingPart {
    /// Its code in the checklist.
    pub code: String,
    /// How many are missing, at least 1.
    pub quantity: u32,
}

/// What was found of one line. `good + damaged + missing + wrong` is the expected quantity; what comes on top is `extra`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct InspectedLine {
    /// The ticket's line.
    pub line: TicketLineId,
    /// As they should be.
    pub good: u32,
    /// Here, but damaged.
    #[serde(default)]
    pub damaged: u32,
    /// Not here.
    #[serde(default)]
    pub missing: u32,
    /// Something else in their place.
    #[serde(default)]
    pub wrong: u32,
    /// More than was expected.
    #[serde(default)]
    pub extra: u32,
    /// Where the units that are here go: `good + damaged + wrong + extra` of them.
    #[serde(default)]
    pub placements: Vec<Placement>,
    /// Parts that were not found with the units that are here.
    #[serde(default)]
    pub missing_parts: Vec<MissingPart>,
    /// Serial numbers that were read.
    #[serde(default)]
    pub serials: Vec<String>,
    /// Photos, by the names of their attachments.
    #[serde(default)]
    pub photos: Vec<String>,
    /// In the inspector's words.
    #[serde(default)]
    pub note: String,
}

impl InspectedLine {
    /// Units that are here; beyond `u32` only for counts that no check lets pass.
    pub fn present(&self) -> u64 {
        [self.good, self.damaged, self.wrong, self.extra].into_iter().map(u64::from).sum()
    }
}

/// One inspection: a later one of the same ticket replaces it, and says everything again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Inspection {
    /// What was found, one entry for every expected line.
    pub lines: Vec<InspectedLine>,
    /// Who looked.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

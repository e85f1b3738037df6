//! What happens to goods that come back: which parcels are awaited, whose parcel a scan is, what the inspection finds, and what
//! follows for money, risk and stock (D4, D5, D6, D7, D11, Z10).
//!
//! Everything is a pure function; the host reads what is awaited and scanned, asks, and applies the [`crate::Event`]s of the
//! answer to the ticket in one transaction. Money stands still by the transition table alone: only an inspection without a
//! problem, or the customer's choice, leaves `inspection_hold` towards `settling`.

pub mod abuse;
pub mod checklist;
pub mod house;
pub mod inspection;
pub mod kept;
pub mod offer;
pub mod parcel;
pub mod picklist;
pub mod scan;
pub mod script;
pub mod tracking;
pub mod unidentified;

//! Goods that leave for the customer: other goods for returned ones (换货), missing goods again (补寄), mended goods (维修), with
//! the price difference either way, the reservation of stock, and what happens when there is none.
//!
//! A [`Replacement`] is one order of a ticket. It is a ticket's business whether its goods have come back, and a connector's
//! whether there is stock; what can follow what is written here, and nothing else moves it.

mod connector;
mod consent;
mod course;
mod difference;
mod holding;
mod propose;
mod protect;
mod replacement;
mod rules;
mod state;

pub use connector::{InventoryConnector, MissingStock, StockAnswer, StockState};
pub use consent::{Choice, Consent, ConsentState};
pub use course::{Next, Patience, Purpose, ReservationWork, Said, Wish};
pub use difference::{booking, difference, paid_on_top, returned_credit, undo};
pub use holding::{Goods, Held, Holding, HoldingError, Pieces, Received};
pub use propose::{Proposal, ProposalError, ProposedLine, ReturnedGoods, propose};
pub use protect::{PriceFall, ProtectError, protect};
pub use replacement::{Made, Paid, Replacement, ReplacementKind, ReplacementLine, ReturnedLine, Shipment, Stock, StockBy};
pub use rules::FulfilmentRules;
pub use state::{NotPossible, ReplacementState, Step};

/// Days that a customer has to send goods back when the replacement has left first, when the tenant says nothing else.
pub const SHIP_FIRST_DAYS: u16 = 14;

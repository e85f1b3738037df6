//! Reports: what is asked of the facts, the definitions that merchants keep, and the live board.

mod ask;
mod board;
mod compile;
mod definition;
mod due;
mod repurchase;

pub use ask::{ask, names, ranks};
pub use board::{Board, board};
pub use definition::{Report, delete, find, insert, list, update};
pub use due::{Due, claim_due, sent};
pub use repurchase::repurchases;

//! The transition table of a ticket (`domain.md` §2) as data, and the one function that walks it.
//!
//! A [`Row`] says: in these cases, on this event, when all guards hold, the axes move so and these steps follow. Rows are
//! tried in order and the first that holds is taken; what no row allows is refused. Two things of `domain.md` are not rows,
//! because no ticket is there to move: the birth of a ticket ([`begin()`]) and a scan that matches nothing.

mod apply;
mod begin;
mod context;
mod guard;
mod instruct;
mod owner;
mod partly;
mod possible;
mod row;
mod step;
mod table;

pub use apply::Refusal;
pub use begin::{SHIPPING_STATUS, begin};
pub use guard::{Guard, REOPEN_WINDOW};
pub use instruct::Moved;
pub use owner::{Owner, owner};
pub use row::Row;
pub use step::Step;
pub use table::rows;

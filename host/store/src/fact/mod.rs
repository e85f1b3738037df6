//! What tickets add to reports: one fact per ticket, written with it, and the sums of each day that are kept of them.
//!
//! A ticket's writer only marks its fact as pending; whoever folds ([`fold`]) takes what `fact_day` holds of it out and puts it in
//! as it is now. So tickets never wait for each other at a counter, and whoever reads `fact_day` and the pending facts in one snapshot
//! sees exactly what counting every fact would give.

mod fold;
mod orders;
mod put;
mod rebuild;
mod row;

pub use fold::{fold, load, waiting};
pub use orders::{count_orders, orders};
pub use put::{find, put};
pub use rebuild::{begin_again, go_on, pending, postpone, postponed, recounting, remove, take_postponed};

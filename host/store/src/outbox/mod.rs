//! Messages that must leave. They are written in the transaction of the change they tell about, and workers deliver them.

mod attempt;
mod claim;
mod depth;
mod list;
mod row;

pub use attempt::{Attempt, list_attempts, record_attempt};
pub use claim::{claim_due, dead, delivered, resend, retry};
pub use depth::{Depth, depth};
pub use list::{Filter, find, list};
pub use row::insert_many;

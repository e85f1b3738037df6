//! Rule calls, kept for explanation and replay. A row is a few hundred bytes: the case file, the question and the configuration
//! lie in [`blob`](crate::blob) under their digests, and answer, fault, host calls and log are one compressed value.

mod find;
mod insert;
mod list;
mod payload;

pub use find::{find, list_by_ticket};
pub use insert::{Record, insert_many};
pub use list::{Filter, list};

//! Rule calls, kept for explanation and replay. A row is a few hundred bytes: the case file, the question and the configuration
//! lie in [`blob`](crate::blob) under their digests, and answer, fault, host calls and log are one compressed value.

mod chain;
mod diverge;
mod find;
mod insert;
mod list;
mod logs;
mod measure;
mod payload;
mod scan;

pub use chain::{count_by_ticket, head, seals};
pub use diverge::{Diverged, divergence};
pub use find::{find, list_by_ticket};
pub use insert::{Record, Seal, insert_many};
pub use list::{Filter, list};
pub use logs::logs;
pub use measure::{answered, measure};
pub use scan::{Opened, Past, Range, count_past, scan};

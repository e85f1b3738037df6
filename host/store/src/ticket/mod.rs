//! Tickets with their lines.

mod changed;
mod find;
mod list;
mod many;
mod matching;
mod order;
mod row;
mod search;
mod word;
mod write;

pub use changed::{Changed, changed};
pub use find::{find, find_by_number};
pub use list::{Filter, list};
pub use many::{advance_many, find_many};
pub use matching::matching;
pub(crate) use order::asks_nothing;
pub use order::{LineSums, credited_lines, refunded_on_order, requested_quantities};
pub use search::{Effort, Ways, search};
pub use word::index_words;
pub use write::{insert, update};

use redress_domain::status::CaseStatus;

/// Cases that nobody works on any more.
const CLOSED: [CaseStatus; 6] = [
    CaseStatus::Merged,
    CaseStatus::ClosedExpired,
    CaseStatus::RefusedFinal,
    CaseStatus::Completed,
    CaseStatus::Cancelled,
    CaseStatus::Closed,
];

/// True while somebody works on the case, so that it counts on the desk.
fn is_open(case: CaseStatus) -> bool {
    !CLOSED.contains(&case)
}

//! Moments and lengths of time, to the nanosecond, as CEL has them. There is no clock here.

mod calendar;
mod duration;
mod timestamp;

pub use duration::Duration;
pub use timestamp::Timestamp;

pub(crate) use calendar::{Calendar, offset};

pub(crate) const SECOND: i128 = 1_000_000_000;

/// The fraction of a second as text, without needless zeros: `.5` or nothing.
fn fraction(nanos: i128) -> String {
    if nanos == 0 {
        return String::new();
    }
    format!(".{nanos:09}").trim_end_matches('0').to_owned()
}

//! Service levels: clocks, escalation, and what the sources promise.

mod check;
mod clocks;
mod property;
mod read;
mod source;
mod wake;

use chrono::Duration;
use redress_domain::Timestamp;
use redress_domain::calendar::Calendar;
use redress_domain::sla::{Change, Clock, Entry, Policy, Target, measure};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Priority;

use crate::vectors::holidays::office;

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Minutes after Monday 09:00 in Shanghai.
pub(crate) fn minute(n: i64) -> Timestamp {
    at("2026-11-23T01:00:00Z").plus(Duration::minutes(n))
}

pub(crate) const HOUR: i64 = 60;

pub(crate) fn entry(minutes: i64, change: Change) -> Entry {
    Entry { at: minute(minutes), change }
}

pub(crate) fn created(minutes: i64) -> Entry {
    entry(minutes, Change::Created { case: CaseStatus::FirstReview, priority: Priority::Normal, queue: Some("after_sales".to_owned()) })
}

pub(crate) fn case(minutes: i64, to: CaseStatus) -> Entry {
    entry(minutes, Change::CaseChanged { to })
}

pub(crate) fn policy(targets: impl IntoIterator<Item = Target>) -> Policy {
    Policy { name: "test".to_owned(), targets: targets.into_iter().collect() }
}

pub(crate) fn calendar() -> Calendar {
    office()
}

/// The last round of the only target.
pub(crate) fn last(target: &Target, log: &[Entry], minutes: i64) -> Clock {
    measure(&policy([target.clone()]), &calendar(), log, minute(minutes)).pop().unwrap()
}

//! When a rule of the hook `schedule` is asked, and about which tickets.

use serde::{Deserialize, Serialize};

use crate::status::CaseStatus;
use crate::ticket::TicketKind;

/// Times and tickets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Timetable {
    /// Cron expression with seconds: `sec min hour day-of-month month day-of-week`, for example `0 */5 * * * *`.
    pub cron: String,
    /// Minutes that the timetable's clock is ahead of UTC, −720 to 840; 480 for China.
    #[serde(default)]
    pub utc_offset_minutes: i16,
    /// Which tickets; all open ones when left out.
    #[serde(default)]
    pub tickets: TicketMatch,
}

/// Which tickets a timetable is about: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TicketMatch {
    /// Case status; every open one when empty.
    #[serde(default)]
    pub case: Vec<CaseStatus>,
    /// What is asked for; everything when empty.
    #[serde(default)]
    pub kinds: Vec<TicketKind>,
    /// Key of the queue.
    #[serde(default)]
    pub queue: Option<String>,
    /// Only tickets older than so many minutes.
    #[serde(default)]
    pub older_than_minutes: Option<u32>,
}

/// A timetable that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimetableError {
    /// The cron expression cannot be read.
    #[error("'{text}' is not a cron expression with six or seven fields (sec min hour day month weekday [year]): {why}")]
    Cron {
        /// What was given.
        text: String,
        /// What is wrong.
        why: String,
    },
    /// More often than rules may be asked.
    #[error("the timetable ticks every {seconds} s; the shortest pause is {least} s")]
    TooOften {
        /// Seconds between two ticks.
        seconds: i64,
        /// Fewest seconds allowed.
        least: i64,
    },
    /// It never ticks again.
    #[error("the timetable has no tick in the future")]
    Never,
    /// No such clock.
    #[error("{0} minutes is not an offset from UTC: use -720 to 840")]
    Offset(i16),
}

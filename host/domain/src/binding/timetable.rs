//! When a rule of the hook `schedule` is asked, and about which tickets.

use serde::{Deserialize, Serialize};

use crate::calendar::{Cron, CronError, Zone};
use crate::clock::Timestamp;
use crate::status::CaseStatus;
use crate::ticket::TicketKind;

/// Times and tickets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Timetable {
    /// Cron text ([`Cron`]), for example `*/5 * * * *`, with seconds in front `0 */5 * * * *`, or `@hourly`. Sunday is 0 or 7.
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

/// Fewest seconds between two ticks: a tick may ask a rule about thousands of tickets.
const LEAST_SECONDS: i64 = 10;

impl Timetable {
    /// The first tick after a moment.
    ///
    /// # Errors
    /// A cron text that cannot be read, ticks too often or never again; an offset that no clock has.
    pub fn next(&self, after: Timestamp) -> Result<Timestamp, TimetableError> {
        let cron: Cron = self.cron.parse()?;
        let zone = Zone::from_minutes(self.utc_offset_minutes).ok_or(TimetableError::Offset(self.utc_offset_minutes))?;
        let first = cron.next(zone, after).ok_or(TimetableError::Never)?;
        // The next few pauses show how often it ticks: an expression's pauses repeat within a minute, an hour, a day.
        let mut before = first;
        for _ in 0..64 {
            let Some(tick) = cron.next(zone, before) else { break };
            let seconds = (tick.as_datetime() - before.as_datetime()).num_seconds();
            if seconds < LEAST_SECONDS {
                return Err(TimetableError::TooOften { seconds, least: LEAST_SECONDS });
            }
            before = tick;
        }
        Ok(first)
    }
}

/// A timetable that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimetableError {
    /// The cron text cannot be read.
    #[error("the timetable cannot be read: {0}")]
    Cron(#[from] CronError),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn next(cron: &str, utc_offset_minutes: i16, after: &str) -> Result<String, TimetableError> {
        let table = Timetable { cron: cron.to_owned(), utc_offset_minutes, tickets: TicketMatch::default() };
        table.next(after.parse().expect("a moment")).map(|at| at.to_string())
    }

    #[test]
    fn nine_in_shanghai_is_one_in_the_morning_utc() {
        assert_eq!(next("0 0 9 * * *", 480, "2026-11-22T00:30:00Z").as_deref(), Ok("2026-11-22T01:00:00Z"));
        assert_eq!(next("0 9 * * *", 480, "2026-11-22T00:30:00Z").as_deref(), Ok("2026-11-22T01:00:00Z"));
        let found = next("0 0 9 * * *", 0, "2026-11-22T09:00:00Z");
        assert_eq!(found.as_deref(), Ok("2026-11-23T09:00:00Z"), "a tick is not its own successor");
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        let now = "2026-11-22T00:30:00Z";
        assert!(matches!(next("every day", 0, now), Err(TimetableError::Cron(_))));
        assert!(matches!(next("* * * * * *", 0, now), Err(TimetableError::TooOften { seconds: 1, .. })));
        assert!(matches!(next("@every 5s", 0, now), Err(TimetableError::TooOften { seconds: 5, .. })));
        assert!(matches!(next("0 0 0 1 1 * 2020", 0, now), Err(TimetableError::Never)));
        assert!(matches!(next("0 0 9 * * *", 900, now), Err(TimetableError::Offset(900))));
        let said = next("0 9 * *", 0, now).expect_err("four fields");
        assert_eq!(
            said.to_string(),
            "the timetable cannot be read: '0 9 * *' has 4 fields: write five (minute hour day month weekday), six (seconds in front) or seven (the year behind)"
        );
    }
}

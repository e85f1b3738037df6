//! When timetables tick: cron expressions on a clock at a fixed distance from UTC.

use chrono::FixedOffset;
use redress_domain::Timestamp;
use redress_domain::binding::{Timetable, TimetableError};

/// Fewest seconds between two ticks: a tick may ask a rule about thousands of tickets.
const LEAST_SECONDS: i64 = 10;

/// The first tick after a moment.
///
/// # Errors
/// A cron expression that cannot be read, ticks too often or never again; an offset that no clock has.
pub fn next(timetable: &Timetable, after: Timestamp) -> Result<Timestamp, TimetableError> {
    let schedule: cron::Schedule = timetable
        .cron
        .parse()
        .map_err(|error: cron::error::Error| TimetableError::Cron { text: timetable.cron.clone(), why: error.to_string() })?;
    let offset = timetable.utc_offset_minutes;
    let zone =
        Some(offset).filter(|offset| (-720..=840).contains(offset)).and_then(|minutes| FixedOffset::east_opt(i32::from(minutes) * 60));
    let zone = zone.ok_or(TimetableError::Offset(offset))?;
    let local = after.as_datetime().with_timezone(&zone);
    let mut ticks = schedule.after(&local);
    let first = ticks.next().ok_or(TimetableError::Never)?;
    // The next few pauses show how often it ticks: an expression's pauses repeat within a minute, an hour, a day.
    let mut before = first;
    for tick in ticks.take(64) {
        let seconds = (tick - before).num_seconds();
        if seconds < LEAST_SECONDS {
            return Err(TimetableError::TooOften { seconds, least: LEAST_SECONDS });
        }
        before = tick;
    }
    Ok(first.to_utc().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cron: &str, utc_offset_minutes: i16) -> Timetable {
        Timetable { cron: cron.to_owned(), utc_offset_minutes, tickets: redress_domain::binding::TicketMatch::default() }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a moment")
    }

    #[test]
    fn nine_in_shanghai_is_one_in_the_morning_utc() {
        let found = next(&table("0 0 9 * * *", 480), at("2026-11-22T00:30:00Z"));
        assert_eq!(found, Ok(at("2026-11-22T01:00:00Z")));
        let found = next(&table("0 0 9 * * *", 0), at("2026-11-22T09:00:00Z"));
        assert_eq!(found, Ok(at("2026-11-23T09:00:00Z")), "a tick is not its own successor");
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        let now = at("2026-11-22T00:30:00Z");
        assert!(matches!(next(&table("every day", 0), now), Err(TimetableError::Cron { .. })));
        assert!(matches!(next(&table("* * * * * *", 0), now), Err(TimetableError::TooOften { seconds: 1, .. })));
        assert!(matches!(next(&table("0 0 0 1 1 * 2020", 0), now), Err(TimetableError::Never)));
        assert!(matches!(next(&table("0 0 9 * * *", 900), now), Err(TimetableError::Offset(900))));
    }
}

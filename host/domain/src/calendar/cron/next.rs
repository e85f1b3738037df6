//! The moment after a moment.

use chrono::{DateTime, Duration, MappedLocalTime, NaiveDateTime, TimeDelta, Timelike, Utc};

use super::{Cron, Rhythm};
use crate::calendar::Zone;
use crate::clock::Timestamp;

/// The longest time over which a clock on the wall is set back and shows times twice.
const LONGEST_REPEAT: TimeDelta = Duration::hours(24);

impl Cron {
    /// The first moment after another, by a clock on the wall; `None` when there is none until the end of 2100.
    pub fn next(&self, zone: Zone, after: Timestamp) -> Option<Timestamp> {
        match &self.rhythm {
            Rhythm::Every(pause) => {
                let whole = after.as_datetime().with_nanosecond(0)?;
                whole.checked_add_signed(*pause).map(Timestamp::from)
            }
            Rhythm::At(schedules) => schedules.iter().filter_map(|schedule| next(schedule, zone, after)).min(),
        }
    }
}

/// The schedule is searched on the wall's clock as if it ran evenly; only then its times become moments. So what happens when
/// the clock jumps does not depend on how the crate treats it.
fn next(schedule: &cron::Schedule, zone: Zone, after: Timestamp) -> Option<Timestamp> {
    let local = zone.local(after);
    let ahead = times(schedule, local).find_map(|time| moments(zone, time).into_iter().flatten().find(|&at| at > after));
    let MappedLocalTime::Ambiguous(first, second) = zone.moments(local) else { return ahead };
    if first < after {
        return ahead;
    }
    // The wall's clock will show this time again: what it has already shown of the hour comes once more.
    let repeat = (second.as_datetime() - first.as_datetime()).min(LONGEST_REPEAT);
    let again =
        times(schedule, local - repeat).take_while(|&time| time <= local).filter_map(|time| moments(zone, time)[1]).find(|&at| at > after);
    ahead.into_iter().chain(again).min()
}

fn times(schedule: &cron::Schedule, after: NaiveDateTime) -> impl Iterator<Item = NaiveDateTime> {
    schedule.after(&after.and_utc()).map(|time: DateTime<Utc>| time.naive_utc())
}

fn moments(zone: Zone, time: NaiveDateTime) -> [Option<Timestamp>; 2] {
    match zone.moments(time) {
        MappedLocalTime::None => [None, None],
        MappedLocalTime::Single(at) => [Some(at), None],
        MappedLocalTime::Ambiguous(first, second) => [Some(first), Some(second)],
    }
}

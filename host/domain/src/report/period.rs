//! Days of the tenant, and the weeks, months and quarters they lie in.
//!
//! A moment is turned into a day once, when its ticket is counted, by the tenant's own zone; from then on only whole numbers are
//! compared. So both databases group alike, and none of them needs to know a zone.

use chrono::{Datelike as _, Duration, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::calendar::Zone;
use crate::clock::Timestamp;
use crate::status::names;

names! {
    /// How finely time is cut.
    Grain as ReportGrain {
        /// By day.
        Day = "day",
        /// By ISO 8601 week, which begins on Monday.
        Week = "week",
        /// By month.
        Month = "month",
        /// By quarter of the year.
        Quarter = "quarter",
    }
}

/// Days from the first to the last, both counted from 1970-01-01 and both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The first.
    pub first: i64,
    /// The last.
    pub last: i64,
}

/// The day of a moment by a clock on the wall.
pub fn day_of(zone: Zone, at: Timestamp) -> i64 {
    number(zone.local(at).date())
}

/// The moment at which a day begins.
pub fn local_midnight(zone: Zone, day: i64) -> Timestamp {
    zone.first_moment(date(day).and_time(NaiveTime::MIN))
}

/// A date as a number of days.
fn number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) - i64::from(epoch().num_days_from_ce())
}

fn epoch() -> NaiveDate {
    NaiveDate::default()
}

/// A number of days as a date; the end of the calendar for numbers beyond it.
fn date(day: i64) -> NaiveDate {
    Duration::try_days(day).and_then(|days| epoch().checked_add_signed(days)).unwrap_or(NaiveDate::MAX)
}

impl Grain {
    /// The bucket of a day: equal for days that belong together, and one more for the next.
    ///
    /// The store computes the same from the columns `day` and `month`: see `bucket` in its `report` module.
    pub fn bucket(self, day: i64) -> i64 {
        match self {
            Self::Day => day,
            // 1970-01-01 was a Thursday.
            Self::Week => (day + 3).div_euclid(7),
            Self::Month => month(day),
            Self::Quarter => month(day).div_euclid(3),
        }
    }

    /// The first day of a bucket.
    pub fn first_day(self, bucket: i64) -> i64 {
        let of_month = |month: i64| {
            let year = i32::try_from(month.div_euclid(12)).unwrap_or(i32::MAX);
            let month = u32::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
            number(NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX))
        };
        match self {
            Self::Day => bucket,
            Self::Week => bucket * 7 - 3,
            Self::Month => of_month(bucket),
            Self::Quarter => of_month(bucket * 3),
        }
    }
}

/// Months since year 0: January 2026 is 24312.
pub(super) fn month(day: i64) -> i64 {
    let date = date(day);
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

/// How a bucket is called: `2026-10-05`, `2026-W41`, `2026-10`, `2026-Q4`.
pub fn label(grain: Grain, bucket: i64) -> String {
    let first = date(grain.first_day(bucket));
    match grain {
        Grain::Day => first.format("%Y-%m-%d").to_string(),
        Grain::Week => first.format("%G-W%V").to_string(),
        Grain::Month => first.format("%Y-%m").to_string(),
        Grain::Quarter => format!("{}-Q{}", first.year(), first.month0() / 3 + 1),
    }
}

impl Days {
    /// From one date to another, both included; `None` when they are the wrong way round.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        (first <= last).then(|| Self { first: number(first), last: number(last) })
    }

    /// The last `count` whole units up to and with today: `1 month` is from the first of this month.
    pub fn last(count: u32, unit: Grain, today: i64) -> Self {
        let back = i64::from(count.max(1)) - 1;
        Self { first: unit.first_day(unit.bucket(today) - back), last: today }
    }

    /// As many days before these, for a comparison.
    #[must_use]
    pub fn before(self) -> Self {
        let length = self.last - self.first + 1;
        Self { first: self.first - length, last: self.first - 1 }
    }

    /// The first day as a date.
    pub fn from_date(self) -> NaiveDate {
        date(self.first)
    }

    /// The last day as a date.
    pub fn to_date(self) -> NaiveDate {
        date(self.last)
    }

    /// Every bucket the days touch, in order.
    pub fn buckets(self, grain: Grain) -> impl Iterator<Item = i64> {
        grain.bucket(self.first)..=grain.bucket(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i64 {
        number(text.parse().unwrap())
    }

    #[test]
    fn z25_a_moment_belongs_to_the_month_and_quarter_of_the_tenants_own_clock() {
        // 23:59:59.999999 and 00:00 in Shanghai, around the turn of the quarter.
        let (before, after) = ("2026-09-30T15:59:59.999999Z".parse().unwrap(), "2026-09-30T16:00:00Z".parse().unwrap());
        let (before, after) = (day_of(Zone::SHANGHAI, before), day_of(Zone::SHANGHAI, after));
        assert_eq!((before, after), (day("2026-09-30"), day("2026-10-01")));
        assert_eq!(label(Grain::Quarter, Grain::Quarter.bucket(before)), "2026-Q3");
        assert_eq!(label(Grain::Quarter, Grain::Quarter.bucket(after)), "2026-Q4");
        assert_eq!(label(Grain::Month, Grain::Month.bucket(after)), "2026-10");
        assert_eq!(local_midnight(Zone::SHANGHAI, after), "2026-09-30T16:00:00Z".parse().unwrap());
        // Summer time: the day has 23 hours and is still one day.
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        assert_eq!(day_of(zone, "2026-03-28T23:00:00Z".parse().unwrap()), day("2026-03-29"));
        assert_eq!(day_of(zone, "2026-03-29T21:59:59Z".parse().unwrap()), day("2026-03-29"));
        assert_eq!(day_of(zone, "2026-03-29T22:00:00Z".parse().unwrap()), day("2026-03-30"));
    }

    #[test]
    fn weeks_are_those_of_iso_8601_and_buckets_begin_where_they_say() {
        for (date, week) in [("2026-01-04", "2026-W01"), ("2026-01-05", "2026-W02"), ("2024-12-30", "2025-W01"), ("1969-12-31", "1970-W01")]
        {
            assert_eq!(label(Grain::Week, Grain::Week.bucket(day(date))), week, "{date}");
        }
        for grain in Grain::ALL.iter().copied() {
            for today in (day("1999-12-25")..day("2001-01-10")).chain(-40..40) {
                let bucket = grain.bucket(today);
                assert!(grain.first_day(bucket) <= today && today < grain.first_day(bucket + 1), "{grain} {today}");
                assert_eq!(grain.bucket(grain.first_day(bucket)), bucket);
            }
        }
    }

    #[test]
    fn the_last_months_begin_on_a_first() {
        let days = Days::last(3, Grain::Month, day("2026-03-31"));
        assert_eq!(days, Days { first: day("2026-01-01"), last: day("2026-03-31") });
        assert_eq!(days.before(), Days { first: day("2025-10-03"), last: day("2025-12-31") });
        assert_eq!(
            days.buckets(Grain::Month).map(|bucket| label(Grain::Month, bucket)).collect::<Vec<_>>(),
            ["2026-01", "2026-02", "2026-03"]
        );
    }
}

//! Dates of moments in the proleptic Gregorian calendar.

use super::{SECOND, Timestamp};

/// A moment as clocks and calendars show it.
pub(crate) struct Calendar {
    pub(crate) year: i64,
    /// From 1.
    pub(crate) month: i64,
    /// From 1.
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    pub(crate) millisecond: i64,
    /// From 0, Sunday.
    pub(crate) weekday: i64,
    /// From 0.
    pub(crate) day_of_year: i64,
}

impl Calendar {
    /// The moment for people so many seconds east of UTC.
    pub(crate) fn of(moment: Timestamp, east: i64) -> Self {
        let seconds = moment.seconds() + east;
        let days = seconds.div_euclid(86_400);
        let clock = seconds.rem_euclid(86_400);
        let (year, month, day) = date(days);
        Self {
            year,
            month,
            day,
            hour: clock / 3_600,
            minute: clock / 60 % 60,
            second: clock % 60,
            millisecond: i64::try_from(moment.nanos().rem_euclid(SECOND) / 1_000_000).unwrap_or(0),
            weekday: (days + 4).rem_euclid(7),
            day_of_year: days - day_number(year, 1, 1),
        }
    }
}

/// Seconds east of UTC for `+08:00`, `-02:30`, `08:00` or `UTC`; `None` for anything else. Names of places are left out:
/// their rules change, and the same expression must give the same answer years later.
pub(crate) fn offset(zone: &str) -> Option<i64> {
    if zone == "UTC" || zone == "Z" {
        return Some(0);
    }
    let (sign, clock) = match zone.strip_prefix('-') {
        Some(clock) => (-1, clock),
        None => (1, zone.strip_prefix('+').unwrap_or(zone)),
    };
    let (hours, minutes) = clock.split_once(':')?;
    let read = |part: &str, most: i64| {
        let whole = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i64>().ok().filter(|value| whole && *value <= most)
    };
    Some(sign * (read(hours, 23)? * 3_600 + read(minutes, 59)? * 60))
}

/// Days since 1970-01-01 of an existing date.
pub(crate) fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let number = day_number(year, month, day);
    ((1..=12).contains(&month) && date(number) == (year, month, day)).then_some(number)
}

/// Days since 1970-01-01. Years begin in March here, so that a leap day is the last of its year (Neri and Schneider 2022).
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day since 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for day in -146_097..146_097 {
            let (year, month, of_month) = date(day);
            assert_eq!(day_number(year, month, of_month), day);
        }
        assert_eq!(date(0), (1970, 1, 1));
    }

    #[test]
    fn calendars_follow_the_offset() {
        let moment = Timestamp::parse("2026-10-04T22:30:01.25Z").unwrap();
        let here = Calendar::of(moment, 0);
        assert_eq!((here.weekday, here.day_of_year, here.millisecond), (0, 276, 250));
        let there = Calendar::of(moment, offset("+08:00").unwrap());
        assert_eq!((there.day, there.hour, there.weekday), (5, 6, 1));
        assert_eq!(offset("Asia/Shanghai"), None);
    }
}

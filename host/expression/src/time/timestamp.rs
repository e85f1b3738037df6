//! Moments.

use std::fmt;

use super::{Calendar, Duration, SECOND, calendar, fraction};

/// A moment between the years 1 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(i128);

const FIRST: i128 = -62_135_596_800 * SECOND;
const LAST: i128 = 253_402_300_800 * SECOND - 1;

impl Timestamp {
    /// So many nanoseconds after 1970-01-01T00:00:00Z; `None` outside of the years 1 to 9999.
    pub fn from_nanos(nanos: i128) -> Option<Self> {
        (FIRST..=LAST).contains(&nanos).then_some(Self(nanos))
    }

    /// So many milliseconds after 1970-01-01T00:00:00Z; `None` outside of the years 1 to 9999.
    pub fn from_millis(millis: i64) -> Option<Self> {
        Self::from_nanos(i128::from(millis) * 1_000_000)
    }

    /// Nanoseconds since 1970-01-01T00:00:00Z.
    pub fn nanos(self) -> i128 {
        self.0
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    pub fn seconds(self) -> i64 {
        i64::try_from(self.0.div_euclid(SECOND)).unwrap_or(0)
    }

    /// Later by a length of time.
    pub(crate) fn plus(self, length: Duration) -> Option<Self> {
        Self::from_nanos(self.0 + length.nanos())
    }

    /// Earlier by a length of time.
    pub(crate) fn minus(self, length: Duration) -> Option<Self> {
        Self::from_nanos(self.0 - length.nanos())
    }

    /// The time between two moments.
    pub(crate) fn since(self, earlier: Self) -> Option<Duration> {
        Duration::from_nanos(self.0 - earlier.0)
    }

    /// Reads RFC 3339, for example `2026-10-07T08:00:00Z` or `…+08:00`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_once(['T', 't'])?;
        let [year, month, day] = parts(date, '-', [4, 2, 2])?;
        let (time, shift) = match rest.strip_suffix(['Z', 'z']) {
            Some(time) => (time, 0),
            None => rest.split_at_checked(rest.len().checked_sub(6)?).and_then(|(time, zone)| Some((time, calendar::offset(zone)?)))?,
        };
        let (time, fraction) = time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
        let [hour, minute, second] = parts(time, ':', [2, 2, 2])?;
        let nanos = match fraction {
            None => 0,
            Some(digits) if (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                format!("{digits:0<9}").parse::<i128>().ok()?
            }
            Some(_) => return None,
        };
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let days = calendar::days(year, month, day)?;
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - shift;
        Self::from_nanos(i128::from(seconds) * SECOND + nanos)
    }
}

/// Three numbers of fixed width.
fn parts(text: &str, separator: char, widths: [usize; 3]) -> Option<[i64; 3]> {
    let mut found = text.split(separator);
    let mut read = [0; 3];
    for (slot, width) in read.iter_mut().zip(widths) {
        let part = found.next().filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        *slot = part.parse().ok()?;
    }
    found.next().is_none().then_some(read)
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = Calendar::of(*self, 0);
        write!(f, "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", at.year, at.month, at.day, at.hour, at.minute, at.second)?;
        write!(f, "{}Z", fraction(self.0.rem_euclid(SECOND)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_and_written_alike() {
        for text in [
            "2026-10-07T08:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "2024-02-29T12:34:56.5Z",
            "1969-12-31T23:59:59Z",
        ] {
            assert_eq!(Timestamp::parse(text).map(|read| read.to_string()).as_deref(), Some(text));
        }
        let east = Timestamp::parse("2026-10-07T08:00:00+08:00").unwrap();
        assert_eq!(east.to_string(), "2026-10-07T00:00:00Z");
        for wrong in [
            "2026-10-07",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-10-07T24:00:00Z",
            "2026-10-07T08:00:00",
            "26-10-07T08:00:00Z",
            "2026-10-07T08:00:00.Z",
            "é",
        ] {
            assert_eq!(Timestamp::parse(wrong), None, "{wrong}");
        }
    }
}

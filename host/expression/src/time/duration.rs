//! Lengths of time.

use std::fmt;

use super::{SECOND, fraction};

/// A length of time, at most 292 years either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration(i128);

/// What 64 bits of nanoseconds hold, as in other implementations of CEL.
const MOST: i128 = i64::MAX as i128;

/// Units as they are written, in nanoseconds.
const UNITS: [(&str, i128); 7] =
    [("ns", 1), ("us", 1_000), ("µs", 1_000), ("ms", 1_000_000), ("h", 3_600 * SECOND), ("m", 60 * SECOND), ("s", SECOND)];

impl Duration {
    /// So many nanoseconds; `None` beyond 292 years.
    pub fn from_nanos(nanos: i128) -> Option<Self> {
        (-MOST..=MOST).contains(&nanos).then_some(Self(nanos))
    }

    /// So many milliseconds; `None` beyond 292 years.
    pub fn from_millis(millis: i64) -> Option<Self> {
        Self::from_nanos(i128::from(millis) * 1_000_000)
    }

    /// Nanoseconds.
    pub fn nanos(self) -> i128 {
        self.0
    }

    /// Whole seconds, cut towards zero.
    pub fn seconds(self) -> i64 {
        i64::try_from(self.0 / SECOND).unwrap_or(i64::MAX)
    }

    /// Reads `90m`, `1h30m`, `1.5h`, `-30s`, `500ms`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, mut rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if rest == "0" {
            return Some(Self(0));
        }
        if rest.is_empty() {
            return None;
        }
        let mut sum = 0_i128;
        while !rest.is_empty() {
            let end = rest.find(|c: char| c != '.' && !c.is_ascii_digit())?;
            let (number, tail) = rest.split_at(end);
            let (unit, scale) = UNITS.iter().find(|(unit, _)| tail.starts_with(unit))?;
            sum = sum.checked_add(scaled(number, *scale)?)?;
            rest = &tail[unit.len()..];
        }
        Self::from_nanos(if negative { -sum } else { sum })
    }
}

/// A decimal number times a scale, cut to whole nanoseconds.
fn scaled(number: &str, scale: i128) -> Option<i128> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.len() + fraction.len() == 0 || whole.len() > 15 || fraction.contains('.') {
        return None;
    }
    let fraction = &fraction[..fraction.len().min(18)];
    let read = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse::<i128>().ok() };
    let part = read(fraction)?.checked_mul(scale)? / 10_i128.pow(u32::try_from(fraction.len()).ok()?);
    read(whole)?.checked_mul(scale)?.checked_add(part)
}

impl fmt::Display for Duration {
    /// In seconds, as CEL writes it: `5400s`, `-1.5s`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let nanos = self.0.abs();
        write!(f, "{sign}{}{}s", nanos / SECOND, fraction(nanos % SECOND))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_go_write_them_alike() {
        for (text, shown) in [("1h30m", "5400s"), ("1.5h", "5400s"), ("-90s", "-90s"), ("1ms", "0.001s"), ("0", "0s")] {
            assert_eq!(Duration::parse(text).map(|read| read.to_string()).as_deref(), Some(shown), "{text}");
        }
        for wrong in ["", "-", "5", "1.2.3s", "h", "1x", "2d", "999999999999h", "."] {
            assert_eq!(Duration::parse(wrong), None, "{wrong}");
        }
    }
}

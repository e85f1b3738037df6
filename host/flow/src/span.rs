//! Lengths of time as people write them, and the clock they are counted by.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A length of time in whole seconds, written as `30m`, `4h`, `1d12h` or `90s`. A day is 24 hours of whichever [`Clock`]
/// counts it, so business time is best written in hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, examples("4h")))]
#[serde(try_from = "String", into = "String")]
pub struct Span(u64);

/// The clock that a time limit runs by. The engine only says which; the host computes the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowClock))]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Every hour counts.
    #[default]
    Calendar,
    /// Only hours of the tenant's business calendar count.
    Business,
}

/// The text is no length of time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no length of time: write whole numbers with d, h, m or s, such as 30m or 1d12h, at most 3660d")]
pub struct SpanError(String);

const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];
const MOST: u64 = 3_660 * 86_400;

impl Span {
    /// So many seconds; `None` beyond ten years.
    pub const fn from_seconds(seconds: u64) -> Option<Self> {
        if seconds <= MOST { Some(Self(seconds)) } else { None }
    }

    /// Whole seconds.
    pub const fn seconds(self) -> u64 {
        self.0
    }

    /// As chrono keeps it.
    pub fn duration(self) -> chrono::Duration {
        chrono::Duration::seconds(i64::try_from(self.0).unwrap_or(i64::MAX / 1_000))
    }

    fn read(text: &str) -> Option<Self> {
        let mut rest = text.trim();
        let (mut sum, mut smallest) = (0_u64, u64::MAX);
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            let number: u64 = rest[..end].parse().ok()?;
            let unit = rest[end..].chars().next()?;
            let (_, size) = UNITS.into_iter().find(|(name, _)| *name == unit)?;
            // Each unit once and the large ones first, so that one length has one spelling that people expect.
            if size >= smallest {
                return None;
            }
            smallest = size;
            sum = number.checked_mul(size).and_then(|seconds| sum.checked_add(seconds))?;
            rest = &rest[end + unit.len_utf8()..];
        }
        Self::from_seconds(sum)
    }
}

impl FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        Self::read(text).ok_or_else(|| SpanError(text.to_owned()))
    }
}

impl TryFrom<String> for Span {
    type Error = SpanError;

    fn try_from(text: String) -> Result<Self, SpanError> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return f.write_str("0s");
        }
        let mut rest = self.0;
        for (unit, size) in UNITS {
            if rest >= size {
                write!(f, "{}{unit}", rest / size)?;
                rest %= size;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_and_printed() {
        for (text, seconds, shown) in [
            ("30m", 1_800, "30m"),
            ("4h", 14_400, "4h"),
            ("1d12h", 129_600, "1d12h"),
            ("90s", 90, "1m30s"),
            ("0s", 0, "0s"),
            (" 48h ", 172_800, "2d"),
        ] {
            let span: Span = text.parse().unwrap();
            assert_eq!((span.seconds(), span.to_string().as_str()), (seconds, shown), "{text}");
        }
        for wrong in ["", "4", "h", "4x", "-4h", "1.5h", "12h1d", "1h1h", "99999d", "18446744073709551615d", "4小时"] {
            assert!(wrong.parse::<Span>().is_err(), "{wrong}");
        }
    }
}

//! A time on the wall, from 00:00 to 24:00.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

const DAY: u32 = 24 * 60 * 60;

/// A time of day: `HH:MM` or `HH:MM:SS`, up to and with `24:00`, the end of the day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, examples("09:00")))]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u32);

/// The text is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a time of day: write HH:MM or HH:MM:SS, from 00:00 to 24:00")]
pub struct TimeError(String);

impl TimeOfDay {
    /// A full hour; the end of the day for every hour past the last.
    pub(crate) const fn from_hour(hour: u32) -> Self {
        if hour < 24 { Self(hour * 60 * 60) } else { Self(DAY) }
    }

    /// The moment on the wall that so begins, on a day; `None` beyond the calendar.
    pub(crate) fn on(self, date: NaiveDate) -> Option<NaiveDateTime> {
        if self.0 == DAY {
            return Some(date.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN));
        }
        NaiveTime::from_num_seconds_from_midnight_opt(self.0, 0).map(|time| date.and_time(time))
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let parts: Option<Vec<u32>> = text
            .split(':')
            .map(|part| Some(part).filter(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit())).and_then(|p| p.parse().ok()))
            .collect();
        let seconds = match parts.as_deref() {
            Some(&[hour, minute]) if minute < 60 => hour * 3600 + minute * 60,
            Some(&[hour, minute, second]) if minute < 60 && second < 60 => hour * 3600 + minute * 60 + second,
            _ => u32::MAX,
        };
        if seconds <= DAY { Ok(Self(seconds)) } else { Err(TimeError(text.to_owned())) }
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        if second == 0 { write!(f, "{hour:02}:{minute:02}") } else { write!(f, "{hour:02}:{minute:02}:{second:02}") }
    }
}

impl fmt::Debug for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

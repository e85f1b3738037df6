//! Business hours: when a merchant's people work, and how long that is between two moments.
//!
//! A [`Calendar`] is what a merchant edits: hours of each weekday, several blocks a day, and special days such as holidays
//! and make-up workdays (调休). Everything here is a pure function of it. Hours are half-open: the first moment of a block is
//! open, its last is not.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::CalendarId;

mod check;
mod china;
mod cron;
mod open;
mod time_of_day;
mod workday;
mod zone;

pub use check::Finding;
pub use china::{HolidayDay, HolidayYear, special_days};
pub use cron::{Cron, CronError};
pub use time_of_day::{TimeError, TimeOfDay};
pub use zone::{Zone, ZoneError};

/// When people work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// What the merchant calls it.
    pub name: String,
    /// Whose clock on the wall the times below are read from.
    pub zone: Zone,
    /// Hours of ordinary weeks. A weekday that no row names is closed; rows for the same day add up.
    #[serde(default)]
    pub weeks: Vec<Week>,
    /// Days that differ. The first row that names a day decides it alone.
    #[serde(default)]
    pub days: Vec<SpecialDays>,
}

/// Business hours as a tenant keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BusinessHours {
    /// Redress id.
    pub id: CalendarId,
    /// Counts changes.
    pub version: i64,
    /// The hours.
    pub calendar: Calendar,
}

/// Hours of some weekdays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// ISO 8601 weekdays: 1 is Monday, 7 is Sunday.
    pub weekdays: Vec<u8>,
    /// When those days are open.
    pub open: Vec<Block>,
    /// First day on which the row holds, for example of summer hours; always when left out.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub first: Option<NaiveDate>,
    /// Last day on which the row holds; for ever when left out.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub last: Option<NaiveDate>,
}

/// Days in a row that are unlike their weekdays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SpecialDays {
    /// Why, for example 春节.
    pub name: String,
    /// The first of them.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub first: NaiveDate,
    /// The last of them; the first when left out.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub last: Option<NaiveDate>,
    /// When they are open; closed all day when empty.
    #[serde(default)]
    pub open: Vec<Block>,
}

/// Part of a day: from its first second up to, and without, its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// When it opens.
    pub from: TimeOfDay,
    /// When it closes; `24:00` is the end of the day.
    pub until: TimeOfDay,
}

impl Week {
    fn holds_on(&self, date: NaiveDate) -> bool {
        self.first.is_none_or(|first| first <= date) && self.last.is_none_or(|last| date <= last)
    }
}

impl SpecialDays {
    /// The last of the days.
    pub fn end(&self) -> NaiveDate {
        self.last.unwrap_or(self.first)
    }

    /// True when the row decides a day.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.end()
    }
}

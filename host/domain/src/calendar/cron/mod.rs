//! Recurring moments, written as people write them in a crontab.

use std::fmt;
use std::str::FromStr;

use chrono::Duration;
use serde::{Deserialize, Serialize};

mod every;
mod field;
mod next;

use field::{DAYS, HOURS, MINUTES, MONTHS, SECONDS, WEEKDAYS, YEARS};

/// A cron text with what it says.
///
/// - Five fields: `minute hour day-of-month month day-of-week`. Six: seconds in front. Seven: the year behind (1970 to 2100).
/// - A field is `*` or `?`, a number, a name (`JAN`, `MON`), a range `a-b`, any with a step (`*/5`, `10-40/10`; `5/15` begins at 5
///   and goes to the end), or a list of these with commas. Sunday is 0 or 7, Monday is 1.
/// - When both day fields are restricted, a day counts that meets either (POSIX crontab); `*` and `*/1` restrict nothing.
/// - `@yearly` (`@annually`), `@monthly`, `@weekly`, `@daily` (`@midnight`), `@hourly`, and `@every` with a duration such as
///   `1h30m` or `90s`.
///
/// A time that the clock on the wall jumps over is left out; one that it shows twice counts twice.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cron {
    text: String,
    rhythm: Rhythm,
}

#[derive(Clone)]
enum Rhythm {
    /// So long after the moment before.
    Every(Duration),
    /// The moments of any of these. Two when both day fields are restricted: the crate `cron` asks for both of them.
    At(Vec<cron::Schedule>),
}

/// What is wrong with a cron text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CronError {
    /// Too few or too many fields.
    #[error("'{text}' has {count} fields: write five (minute hour day month weekday), six (seconds in front) or seven (the year behind)")]
    Fields {
        /// What was given.
        text: String,
        /// How many fields it has.
        count: usize,
    },
    /// A part of a field says nothing.
    #[error("'{part}' is no {field}: {wanted}")]
    Part {
        /// Which field.
        field: &'static str,
        /// The part.
        part: String,
        /// What it may be.
        wanted: String,
    },
    /// No such `@` word.
    #[error("'{0}' is unknown: use @yearly, @monthly, @weekly, @daily, @hourly or @every with a duration such as 1h30m")]
    Word(String),
    /// The duration after `@every` cannot be read.
    #[error("'{0}' is not a duration of at least one second: write hours, minutes, seconds such as 1h30m or 90s")]
    Every(String),
    /// The search for its moments cannot be set up.
    #[error("'{text}' cannot be searched: {why}")]
    Search {
        /// What was given.
        text: String,
        /// What the crate says.
        why: String,
    },
}

impl FromStr for Cron {
    type Err = CronError;

    fn from_str(text: &str) -> Result<Self, CronError> {
        let text = text.trim();
        let rhythm = match text.strip_prefix('@') {
            None => fields(text)?,
            Some(word) => match word.split_once(' ') {
                Some(("every", duration)) => Rhythm::Every(every::parse(duration.trim())?),
                _ => fields(match word {
                    "yearly" | "annually" => "0 0 1 1 *",
                    "monthly" => "0 0 1 * *",
                    "weekly" => "0 0 * * 0",
                    "daily" | "midnight" => "0 0 * * *",
                    "hourly" => "0 * * * *",
                    _ => return Err(CronError::Word(text.to_owned())),
                })?,
            },
        };
        Ok(Self { text: text.to_owned(), rhythm })
    }
}

fn fields(text: &str) -> Result<Rhythm, CronError> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let (second, parts, year) = match parts.as_slice() {
        &[minute, hour, day, month, weekday] => ("0", [minute, hour, day, month, weekday], "*"),
        &[second, minute, hour, day, month, weekday] => (second, [minute, hour, day, month, weekday], "*"),
        &[second, minute, hour, day, month, weekday, year] => (second, [minute, hour, day, month, weekday], year),
        other => return Err(CronError::Fields { text: text.to_owned(), count: other.len() }),
    };
    let [minute, hour, day, month, weekday] = parts;
    let time = [SECONDS.read(second)?, MINUTES.read(minute)?, HOURS.read(hour)?].map(|set| set.list());
    let (day, month, weekday, year) = (DAYS.read(day)?, MONTHS.read(month)?.list(), WEEKDAYS.read(weekday)?, YEARS.read(year)?.list());
    let weekdays = weekday.weekdays();
    let days = if day.restricted() && weekday.restricted() {
        vec![(day.list(), "*".to_owned()), ("*".to_owned(), weekdays)]
    } else {
        vec![(day.list(), weekdays)]
    };
    let schedule = |(day, weekday): (String, String)| {
        let quartz = format!("{} {day} {month} {weekday} {year}", time.join(" "));
        quartz.parse().map_err(|error: cron::error::Error| CronError::Search { text: text.to_owned(), why: error.to_string() })
    };
    days.into_iter().map(schedule).collect::<Result<_, _>>().map(Rhythm::At)
}

impl TryFrom<String> for Cron {
    type Error = CronError;

    fn try_from(text: String) -> Result<Self, CronError> {
        text.parse()
    }
}

impl From<Cron> for String {
    fn from(cron: Cron) -> Self {
        cron.text
    }
}

impl PartialEq for Cron {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Cron {}

impl fmt::Display for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

// By hand, because the derive takes no other type's schema here.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Cron {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some(
                "Recurring moments, as in a crontab: five fields, six with seconds in front, or a word such as @hourly or @every 15m.",
            ))
            .examples(["0 9 * * MON-FRI", "@every 15m"])
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Cron {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("Cron")
    }
}

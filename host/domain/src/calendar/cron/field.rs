//! One field of a cron text: a set of numbers.

use std::collections::BTreeSet;

use super::CronError;

/// What a field may hold.
pub(super) struct Field {
    name: &'static str,
    least: u32,
    most: u32,
    /// Names, for the numbers from `least` on.
    names: &'static [&'static str],
}

pub(super) const SECONDS: Field = Field { name: "second", least: 0, most: 59, names: &[] };
pub(super) const MINUTES: Field = Field { name: "minute", least: 0, most: 59, names: &[] };
pub(super) const HOURS: Field = Field { name: "hour", least: 0, most: 23, names: &[] };
pub(super) const DAYS: Field = Field { name: "day of the month", least: 1, most: 31, names: &[] };
pub(super) const MONTHS: Field = Field {
    name: "month",
    least: 1,
    most: 12,
    names: &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
pub(super) const WEEKDAYS: Field =
    Field { name: "day of the week", least: 0, most: 6, names: &["sun", "mon", "tue", "wed", "thu", "fri", "sat"] };
pub(super) const YEARS: Field = Field { name: "year", least: 1970, most: 2100, names: &[] };

/// What a field says.
pub(super) struct Set {
    numbers: BTreeSet<u32>,
    /// A part of it was `*` or `?` without a step.
    star: bool,
}

impl Field {
    /// Reads a field.
    pub(super) fn read(&self, text: &str) -> Result<Set, CronError> {
        let mut set = Set { numbers: BTreeSet::new(), star: false };
        for part in text.split(',') {
            let fault = || CronError::Part { field: self.name, part: part.to_owned(), wanted: self.wanted() };
            let (range, step) = match part.split_once('/') {
                Some((range, step)) => (range, Some(number(step).filter(|&step| step > 0).ok_or_else(fault)?)),
                None => (part, None),
            };
            let (from, to) = match (range, range.split_once('-')) {
                ("*" | "?", _) => {
                    set.star |= step.is_none_or(|step| step == 1);
                    (self.least, self.most)
                }
                (_, Some((from, to))) => (self.number(from).ok_or_else(fault)?, self.number(to).ok_or_else(fault)?),
                (one, None) => {
                    let from = self.number(one).ok_or_else(fault)?;
                    (from, if step.is_some() { self.most.max(from) } else { from })
                }
            };
            if to < from {
                return Err(fault());
            }
            let step = usize::try_from(step.unwrap_or(1)).map_err(|_| fault())?;
            set.numbers.extend((from..=to).step_by(step).map(|found| if self.is_second_sunday(found) { 0 } else { found }));
        }
        Ok(set)
    }

    fn number(&self, text: &str) -> Option<u32> {
        let named = || {
            let place = self.names.iter().position(|name| name.eq_ignore_ascii_case(text))?;
            Some(self.least + u32::try_from(place).ok()?)
        };
        number(text).filter(|&found| (self.least..=self.most).contains(&found) || self.is_second_sunday(found)).or_else(named)
    }

    fn is_second_sunday(&self, found: u32) -> bool {
        found == 7 && self.most == WEEKDAYS.most
    }

    fn wanted(&self) -> String {
        let names = if self.names.is_empty() { String::new() } else { format!(" or a name from {} on", self.names[0]) };
        format!("use numbers from {} to {}{names}, ranges that rise, and steps above 0", self.least, self.most)
    }
}

fn number(text: &str) -> Option<u32> {
    Some(text).filter(|t| t.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse().ok())
}

impl Set {
    /// True when it rules days out by POSIX crontab's reading, which looks for the star.
    pub(super) fn restricted(&self) -> bool {
        !self.star
    }

    /// As the crate `cron` reads it.
    pub(super) fn list(&self) -> String {
        self.shifted(0)
    }

    /// Weekdays as the crate `cron` reads them: 1 is Sunday.
    pub(super) fn weekdays(&self) -> String {
        self.shifted(1)
    }

    fn shifted(&self, by: u32) -> String {
        if self.star {
            return "*".to_owned();
        }
        self.numbers.iter().map(|found| (found + by).to_string()).collect::<Vec<_>>().join(",")
    }
}

//! Days on which people work.

use chrono::{Days, Duration, NaiveDate};

use super::Calendar;
use crate::clock::Timestamp;

impl Calendar {
    /// The day that the calendar's clock shows at a moment.
    pub fn date(&self, at: Timestamp) -> NaiveDate {
        self.zone.local(at).date()
    }

    /// True when the day is open at all.
    pub fn is_workday(&self, date: NaiveDate) -> bool {
        !self.blocks(date).is_empty()
    }

    /// How long people work on a day.
    pub fn open_on(&self, date: NaiveDate) -> Duration {
        self.day_spans(date).fold(Duration::zero(), |sum, span| sum + (span.until.as_datetime() - span.from.as_datetime()))
    }

    /// When the first block of a day begins; `None` on a closed day.
    pub fn workday_start(&self, date: NaiveDate) -> Option<Timestamp> {
        self.day_spans(date).next().map(|span| span.from)
    }

    /// When the last block of a day ends; `None` on a closed day.
    pub fn workday_end(&self, date: NaiveDate) -> Option<Timestamp> {
        self.day_spans(date).last().map(|span| span.until)
    }

    /// The next moment after `at` at which a day's first block begins; `None` when there is none within four years.
    pub fn next_workday_start(&self, at: Timestamp) -> Option<Timestamp> {
        let today = self.date(at);
        (0..4 * 366)
            .map_while(|offset| today.checked_add_days(Days::new(offset)))
            .filter_map(|date| self.workday_start(date))
            .find(|&start| start > at)
    }

    /// How many workdays there are from a day to another, both counted; none when the second is earlier.
    pub fn workdays(&self, first: NaiveDate, last: NaiveDate) -> usize {
        first.iter_days().take_while(|&date| date <= last).filter(|&date| self.is_workday(date)).count()
    }
}

//! Open time between moments, and the moment at which so much open time has passed.

use chrono::{Datelike, Days, Duration, NaiveDate};

use super::{Block, Calendar};
use crate::clock::Timestamp;

/// Days in a row without an open second after which a search gives up: the calendar never opens again.
const CLOSED_DAYS: u32 = 4 * 366;
/// Days after which a search gives up in any case: a hundred years.
const HORIZON_DAYS: u32 = 36_525;

/// An open stretch: from its first moment up to, and without, its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
}

impl Span {
    fn length(self) -> Duration {
        self.until.as_datetime() - self.from.as_datetime()
    }
}

impl Calendar {
    /// The blocks of a day in order; those that overlap are joined, so that no second counts twice.
    pub fn blocks(&self, date: NaiveDate) -> Vec<Block> {
        let weekday = u8::try_from(date.weekday().number_from_monday()).unwrap_or(0);
        let mut blocks: Vec<Block> = match self.days.iter().find(|row| row.covers(date)) {
            Some(row) => row.open.clone(),
            None => self
                .weeks
                .iter()
                .filter(|week| week.weekdays.contains(&weekday) && week.holds_on(date))
                .flat_map(|week| week.open.iter().copied())
                .collect(),
        };
        blocks.retain(|block| block.from < block.until);
        blocks.sort_unstable();
        blocks.dedup_by(|next, kept| {
            let joins = next.from <= kept.until;
            if joins {
                kept.until = kept.until.max(next.until);
            }
            joins
        });
        blocks
    }

    pub(crate) fn day_spans(&self, date: NaiveDate) -> impl Iterator<Item = Span> + use<> {
        let zone = self.zone;
        self.blocks(date).into_iter().filter_map(move |block| {
            let span = Span { from: zone.first_moment(block.from.on(date)?), until: zone.first_moment(block.until.on(date)?) };
            // A change of the clock may leave nothing of a block.
            Some(span).filter(|span| span.from < span.until)
        })
    }

    /// Open stretches that end after a moment, in order; ends when the calendar never opens again. One that touches the next
    /// is not joined with it.
    pub(crate) fn spans(&self, after: Timestamp) -> impl Iterator<Item = Span> {
        let mut closed = 0;
        // A day earlier, because a clock that is set back over midnight shows yesterday again.
        let first = self.zone.local(after).date();
        let first = first.pred_opt().unwrap_or(first);
        (0..HORIZON_DAYS)
            .map_while(move |offset| first.checked_add_days(Days::new(u64::from(offset))))
            .map(|date| self.day_spans(date).collect::<Vec<_>>())
            .take_while(move |spans| {
                closed = if spans.is_empty() { closed + 1 } else { 0 };
                closed <= CLOSED_DAYS
            })
            .flatten()
            .filter(move |span| span.until > after)
    }

    /// True when people work at a moment.
    pub fn is_open(&self, at: Timestamp) -> bool {
        let today = self.zone.local(at).date();
        // A clock that is set back over midnight may show a day whose blocks are past or yet to come.
        [today.pred_opt(), Some(today), today.succ_opt()]
            .into_iter()
            .flatten()
            .any(|date| self.day_spans(date).any(|span| span.from <= at && at < span.until))
    }

    /// How long people work between two moments; nothing when the second is not later.
    pub fn open_between(&self, from: Timestamp, to: Timestamp) -> Duration {
        if to <= from {
            return Duration::zero();
        }
        let (first, last) = (self.zone.local(from).date(), self.zone.local(to).date());
        let (first, last) = (first.pred_opt().unwrap_or(first), last.succ_opt().unwrap_or(last));
        first
            .iter_days()
            .take_while(|&date| date <= last)
            .flat_map(|date| self.day_spans(date))
            .map(|span| Span { from: span.from.max(from), until: span.until.min(to) })
            .filter(|span| span.from < span.until)
            .fold(Duration::zero(), |sum, span| sum + span.length())
    }

    /// The first moment at which so much open time has passed since `from`: a deadline. It is `from` itself for no time, open
    /// or not. `None` when the calendar does not open for so long: after four closed years, or within a hundred.
    pub fn add_open(&self, from: Timestamp, time: Duration) -> Option<Timestamp> {
        let mut left = time;
        if left <= Duration::zero() {
            return Some(from);
        }
        for span in self.spans(from) {
            let begin = span.from.max(from);
            let length = span.until.as_datetime() - begin.as_datetime();
            if left <= length {
                return Some(begin.plus(left));
            }
            left -= length;
        }
        None
    }

    /// The next moment after `at` at which it opens. `None` when it does not within four years: it never opens again, or never
    /// closes before.
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        let mut closes = None;
        for span in self.near_spans(at) {
            if span.from > at && closes != Some(span.from) {
                return Some(span.from);
            }
            closes = Some(span.until);
        }
        None
    }

    /// The next moment after `at` at which it closes. `None` when it does not within four years: it never opens again, or never
    /// closes.
    pub fn next_close(&self, at: Timestamp) -> Option<Timestamp> {
        let mut closes = None;
        for span in self.near_spans(at) {
            if closes.is_some_and(|closes| closes < span.from) {
                return closes;
            }
            closes = Some(span.until);
        }
        // What the end of the search cut off is not a close.
        closes.filter(|&closes| !self.is_open(closes))
    }

    fn near_spans(&self, at: Timestamp) -> impl Iterator<Item = Span> {
        let end = at.plus(Duration::days(CLOSED_DAYS.into()));
        self.spans(at).take_while(move |span| span.from < end)
    }
}

//! One round of a clock: from when something was owed until it was not.

use chrono::Duration;

use super::facts::Facts;
use super::{Goal, Hours};
use crate::calendar::Calendar;
use crate::clock::Timestamp;
use crate::status::CaseStatus;

/// What was true from a moment on.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) at: Timestamp,
    pub(super) facts: Facts,
}

/// Places are those of the log's entries.
#[derive(Debug)]
pub(super) struct Round {
    /// From 1.
    pub(super) number: u32,
    /// Place of the entry that ended the round before; 0 for the first.
    pub(super) after: usize,
    /// Place of the entry that ended this one.
    pub(super) ended: Option<usize>,
    pub(super) started: Timestamp,
    pub(super) stopped: Option<Timestamp>,
    /// When the clock ran; only the last may have no end.
    pub(super) runs: Vec<(Timestamp, Option<Timestamp>)>,
}

/// The rounds of a goal in a log.
pub(super) fn rounds(moments: &[Moment], goal: &Goal, pause_in: &[CaseStatus]) -> Vec<Round> {
    let mut rounds: Vec<Round> = Vec::new();
    let (mut number, mut after) = (0, 0);
    for (place, Moment { at, facts }) in moments.iter().enumerate() {
        let owed = facts.owe(goal);
        let runs = owed && !facts.paused(pause_in);
        let open = rounds.last_mut().filter(|round| round.ended.is_none());
        let round = match open {
            Some(round) => round,
            None if owed => {
                number += 1;
                rounds.push(Round { number, after, ended: None, started: *at, stopped: None, runs: Vec::new() });
                let Some(round) = rounds.last_mut() else { continue };
                round
            }
            None => continue,
        };
        match round.runs.last_mut().filter(|run| run.1.is_none()) {
            Some(run) if !runs => run.1 = Some(*at),
            None if runs => round.runs.push((*at, None)),
            _ => {}
        }
        if !owed {
            (round.ended, round.stopped, after) = (Some(place), Some(*at), place);
        }
    }
    rounds
}

/// A clock that counts some seconds.
#[derive(Clone, Copy)]
pub(super) struct Meter<'a> {
    pub(super) hours: Hours,
    pub(super) calendar: &'a Calendar,
}

impl Meter<'_> {
    fn between(self, from: Timestamp, to: Timestamp) -> Duration {
        match self.hours {
            Hours::Calendar => (to.as_datetime() - from.as_datetime()).max(Duration::zero()),
            Hours::Business => self.calendar.open_between(from, to),
        }
    }

    fn after(self, from: Timestamp, time: Duration) -> Option<Timestamp> {
        match self.hours {
            Hours::Calendar => Some(from.plus(time)),
            Hours::Business => self.calendar.add_open(from, time),
        }
    }
}

impl Round {
    /// How much of the clock's time was used until a moment that no entry is after.
    pub(super) fn used(&self, meter: Meter<'_>, now: Timestamp) -> Duration {
        self.runs.iter().fold(Duration::zero(), |sum, &(from, until)| sum + meter.between(from, until.unwrap_or(now)))
    }

    /// How long it stood still until then, in seconds of everyday.
    pub(super) fn paused(&self, now: Timestamp) -> Duration {
        let ran =
            self.runs.iter().fold(Duration::zero(), |sum, &(from, until)| sum + (until.unwrap_or(now).as_datetime() - from.as_datetime()));
        self.stopped.unwrap_or(now).as_datetime() - self.started.as_datetime() - ran
    }

    /// When so much of the clock's time is used. A running clock is thought on, and so is one that ran when its round ended;
    /// `None` for one that stands still before, or whose calendar does not open for so long.
    pub(super) fn reaches(&self, meter: Meter<'_>, time: Duration) -> Option<Timestamp> {
        let mut left = time.max(Duration::zero());
        for &(from, until) in &self.runs {
            match until.filter(|_| until != self.stopped) {
                None => return meter.after(from, left),
                Some(until) => {
                    let ran = meter.between(from, until);
                    if left <= ran {
                        return meter.after(from, left);
                    }
                    left -= ran;
                }
            }
        }
        None
    }
}

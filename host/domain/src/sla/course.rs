//! From a log to clocks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use super::clock::{self, Clock, DueSource};
use super::facts::Facts;
use super::round::{Meter, Moment, Round, rounds};
use super::{Change, Entry, Goal, Hours, Policy, Target};
use crate::calendar::Calendar;
use crate::clock::Timestamp;
use crate::ticket::Priority;

/// The clocks of a ticket at a moment: every round of every target, in the order in which they began.
///
/// Entries after `now` count for nothing. `policy` holds from the beginning until the log says otherwise.
pub fn measure(policy: &Policy, calendar: &Calendar, log: &[Entry], now: Timestamp) -> Vec<Clock> {
    let mut course = Course::new(policy);
    for entry in log.iter().filter(|entry| entry.at <= now) {
        course.add(entry);
    }
    course.clocks(calendar, now)
}

/// A log that is still being written: what [`measure`] knows after some of it.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    moments: Vec<Moment>,
    /// Each policy with the place of the entry from which on it holds.
    policies: Vec<(usize, &'a Policy)>,
    /// The platform's demands with the places of their entries.
    demands: Vec<(usize, &'a Goal, Option<Timestamp>)>,
    fired: BTreeMap<(&'a str, u32, &'a str), Timestamp>,
}

impl<'a> Course<'a> {
    /// Nothing has happened yet.
    pub fn new(policy: &'a Policy) -> Self {
        Self { moments: Vec::new(), policies: vec![(0, policy)], demands: Vec::new(), fired: BTreeMap::new() }
    }

    /// One more thing has happened.
    pub fn add(&mut self, entry: &'a Entry) {
        let place = self.moments.len();
        let (before, mut facts) = match self.moments.last() {
            Some(moment) => (moment.at, moment.facts.clone()),
            None => (entry.at, Facts::default()),
        };
        let at = entry.at.max(before);
        facts.apply(&entry.change);
        self.moments.push(Moment { at, facts });
        match &entry.change {
            Change::PolicyChanged { policy } => self.policies.push((place, policy)),
            Change::PlatformDeadline { goal, due } => self.demands.push((place, goal, *due)),
            Change::Fired { target, round, step } => {
                self.fired.entry((target, *round, step)).or_insert(at);
            }
            _ => {}
        }
    }

    /// The clocks at a moment that no entry is after.
    pub fn clocks(&self, calendar: &Calendar, now: Timestamp) -> Vec<Clock> {
        let mut clocks = Vec::new();
        for (i, &(from, policy)) in self.policies.iter().enumerate() {
            let next = self.policies.get(i + 1).map(|&(place, _)| place);
            let moments = &self.moments[..next.unwrap_or(self.moments.len())];
            // A round is read by the policy that held when it ended; open ones by the last.
            let mine = |round: &Round| round.ended.map_or(next.is_none(), |ended| ended >= from);
            for target in &policy.targets {
                let meter = Meter { hours: target.hours, calendar };
                for round in rounds(moments, &target.goal, &target.pause_in).iter().filter(|round| mine(round)) {
                    let limit = target.limit(self.priority(round));
                    clocks.push(clock::read(self, meter, target, limit, round, now));
                }
            }
            let goals: BTreeSet<&Goal> = self.demands.iter().map(|&(_, goal, _)| goal).collect();
            for goal in goals.into_iter().filter(|goal| policy.targets.iter().all(|target| target.goal != **goal)) {
                let target =
                    Target { pause_in: Vec::new(), ..Target::new(&format!("platform.{}", goal.name()), goal.clone(), Duration::zero()) };
                let meter = Meter { hours: Hours::Calendar, calendar };
                for mut round in rounds(moments, goal, &[]).into_iter().filter(|round| mine(round)) {
                    let Some(due) = self.platform_due(goal, &round) else { continue };
                    round.runs = vec![(round.started, round.stopped)];
                    let limit = (due.as_datetime() - round.started.as_datetime()).max(Duration::zero());
                    let read = clock::read(self, meter, &target, limit, &round, now);
                    clocks.push(Clock { source: Some(DueSource::Platform), ..read });
                }
            }
        }
        clocks.sort_by_key(|clock| clock.started);
        clocks
    }

    /// What the platform demands of a round: its last word between the end of the round before and the end of this.
    pub(super) fn platform_due(&self, goal: &Goal, round: &Round) -> Option<Timestamp> {
        let ended = round.ended.unwrap_or(usize::MAX);
        self.demands
            .iter()
            .rev()
            .find(|&&(place, about, _)| about == goal && round.after <= place && place < ended)
            .and_then(|demand| demand.2)
    }

    /// When a step was done.
    pub(super) fn fired(&self, target: &str, round: u32, step: &str) -> Option<Timestamp> {
        self.fired.get(&(target, round, step)).copied()
    }

    /// The priority when the round ended, or now.
    fn priority(&self, round: &Round) -> Priority {
        let place = round.ended.unwrap_or(self.moments.len());
        self.moments[..place].last().and_then(|moment| moment.facts.priority).unwrap_or(Priority::Normal)
    }
}

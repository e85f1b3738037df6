//! What is still to be done, and when.

use serde::{Deserialize, Serialize};

use super::{Action, Change, Clock, Entry, Policy, measure};
use crate::calendar::Calendar;
use crate::clock::Timestamp;

/// One step that is still to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Due {
    /// When; may be past, when nobody was awake then.
    pub at: Timestamp,
    /// Key of the target.
    pub target: String,
    /// Round of its clock.
    pub round: u32,
    /// Key of the step.
    pub step: String,
    /// What it does.
    pub actions: Vec<Action>,
}

/// The steps still to be done as things stand, soonest first. After each entry the answer replaces the one before: steps come
/// nearer, go further away, or are owed no more.
pub fn due(policy: &Policy, calendar: &Calendar, log: &[Entry], now: Timestamp) -> Vec<Due> {
    steps(measure(policy, calendar, log, now))
}

/// The steps of clocks that are still to be done, soonest first.
pub fn steps(clocks: Vec<Clock>) -> Vec<Due> {
    let mut due: Vec<Due> =
        clocks
            .into_iter()
            .flat_map(|clock| {
                let (target, round) = (clock.target, clock.round);
                clock.steps.into_iter().filter(|step| step.fired.is_none()).filter_map(move |step| {
                    Some(Due { at: step.at?, target: target.clone(), round, step: step.step, actions: step.actions })
                })
            })
            .collect();
    due.sort_by_key(|due| due.at);
    due
}

impl Due {
    /// True when it is to be done now.
    pub fn is_ripe(&self, now: Timestamp) -> bool {
        self.at <= now
    }

    /// What the log says once it is done. It must be written in the transaction that does it.
    pub fn entry(&self, now: Timestamp) -> Entry {
        Entry { at: now, change: Change::Fired { target: self.target.clone(), round: self.round, step: self.step.clone() } }
    }
}

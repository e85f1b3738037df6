//! Where one promise stands.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::course::Course;
use super::round::{Meter, Round};
use super::{Action, Goal, Hours, Target, When};
use crate::clock::Timestamp;
use crate::status::names;

names! {
    /// Where a clock stands.
    ClockState {
        /// Time passes.
        Running = "running",
        /// It stands still, and is not late.
        Paused = "paused",
        /// What was owed came in time, or is owed no more.
        Met = "met",
        /// The due time has passed; what was owed is still missing, or came late.
        Missed = "missed",
    }
}

names! {
    /// Who set a due time.
    DueSource {
        /// The policy.
        Policy = "policy",
        /// The sales platform.
        Platform = "platform",
    }
}

/// One round of a target's clock, at a moment. Whole seconds; the moments are exact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Clock {
    /// Key of the target; `platform.` and the goal's name when only the platform demands it.
    pub target: String,
    /// What is owed.
    pub goal: Goal,
    /// Which time it is owed, from 1.
    pub round: u32,
    /// Where it stands.
    pub state: ClockState,
    /// Which seconds count.
    pub hours: Hours,
    /// Since when it is owed.
    pub started: Timestamp,
    /// When it was owed no more.
    pub stopped: Option<Timestamp>,
    /// Since when the clock stands still.
    pub paused_since: Option<Timestamp>,
    /// By when it is owed: the policy's moment or the platform's, whichever is earlier. `None` while the policy's clock stands
    /// still, or its calendar does not open for so long, and the platform demands nothing.
    pub due: Option<Timestamp>,
    /// Whose moment that is.
    pub source: Option<DueSource>,
    /// The limit.
    pub limit_seconds: i64,
    /// How much of it is used; more than the limit when it came late.
    pub used_seconds: i64,
    /// What is left of it; below zero when it is late by the policy.
    pub remaining_seconds: i64,
    /// How long it stood still, in seconds of everyday.
    pub paused_seconds: i64,
    /// Its escalation, in the policy's order.
    pub steps: Vec<Escalation>,
}

/// One step of a clock's escalation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = SlaEscalation))]
pub struct Escalation {
    /// Key of the step.
    pub step: String,
    /// When it is to be done, as things stand; `None` when it is not, because the clock stands still or its round is over.
    pub at: Option<Timestamp>,
    /// When it was done.
    pub fired: Option<Timestamp>,
    /// What it does.
    pub actions: Vec<Action>,
}

/// Reads a round by its target.
pub(super) fn read(course: &Course<'_>, meter: Meter<'_>, target: &Target, limit: Duration, round: &Round, now: Timestamp) -> Clock {
    let platform = course.platform_due(&target.goal, round);
    let policy = round.reaches(meter, limit);
    let (due, source) = match (policy, platform) {
        (Some(own), Some(other)) if other < own => (platform, Some(DueSource::Platform)),
        (Some(_), _) => (policy, Some(DueSource::Policy)),
        (None, Some(_)) => (platform, Some(DueSource::Platform)),
        (None, None) => (None, None),
    };
    let paused_since = match (round.stopped, round.runs.last()) {
        (Some(_), _) | (None, Some((_, None))) => None,
        (None, Some(&(_, until))) => until,
        (None, None) => Some(round.started),
    };
    let late = due.is_some_and(|due| round.stopped.unwrap_or(now) > due);
    let state = match (late, round.stopped, paused_since) {
        (true, ..) => ClockState::Missed,
        (false, Some(_), _) => ClockState::Met,
        (false, None, Some(_)) => ClockState::Paused,
        (false, None, None) => ClockState::Running,
    };
    let used_seconds = round.used(meter, now).num_seconds();
    let limit_seconds = limit.num_seconds();
    let steps = target.steps.iter().map(|step| {
        let fired = course.fired(&target.key, round.number, &step.key);
        let own = || round.reaches(meter, amount(step.when, limit));
        // The platform's clock is that of everyday, and a platform's demand never puts a step off.
        let other = || platform.map(|due| round.started.plus(amount(step.when, due.as_datetime() - round.started.as_datetime())));
        let at = if round.stopped.is_some() { None } else { own().into_iter().chain(other()).min() };
        Escalation { step: step.key.clone(), at, fired, actions: step.actions.clone() }
    });
    Clock {
        target: target.key.clone(),
        goal: target.goal.clone(),
        round: round.number,
        state,
        hours: meter.hours,
        started: round.started,
        stopped: round.stopped,
        paused_since,
        due,
        source,
        limit_seconds,
        used_seconds,
        remaining_seconds: limit_seconds - used_seconds,
        paused_seconds: round.paused(now).num_seconds(),
        steps: steps.collect(),
    }
}

/// How much of the clock's time a step waits for; never below nothing.
fn amount(when: When, limit: Duration) -> Duration {
    let limit = limit.max(Duration::zero());
    match when {
        When::Percent(percent) => {
            let whole = i128::from(limit.num_microseconds().unwrap_or(i64::MAX)) * i128::from(percent) / 100;
            Duration::microseconds(i64::try_from(whole).unwrap_or(i64::MAX))
        }
        When::BeforeSeconds(seconds) => (limit - Duration::seconds(seconds.into())).max(Duration::zero()),
        When::AfterSeconds(seconds) => limit + Duration::seconds(seconds.into()),
    }
}

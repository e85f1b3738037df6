//! What is wrong with a policy.

use super::{Goal, Hours, Policy, Target, When};
use crate::calendar::{self, Calendar};

/// One thing wrong with a policy; the path is a JSON pointer (RFC 6901) into it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// A key is empty, or taken by another in the same list.
    #[error("{path}: the key '{key}' is empty or taken: what was done is remembered by it, so give each its own")]
    Key {
        /// Where.
        path: String,
        /// The key.
        key: String,
    },
    /// A limit of nothing.
    #[error("{path}: a limit of 0 seconds is missed at once: give at least one")]
    NoTime {
        /// Where.
        path: String,
    },
    /// A goal about no state.
    #[error("{path}: the goal names no case state: name at least one")]
    NoState {
        /// Where.
        path: String,
    },
    /// The clock stands still in every state in which it could run.
    #[error("{path}: the clock stands still in every state that the goal names: take one of them out of pause_in")]
    AlwaysPaused {
        /// Where.
        path: String,
    },
    /// A step when nothing of the limit is used, or long after.
    #[error("{path}: {percent} percent is out of range: use 1 to 1000")]
    Percent {
        /// Where.
        path: String,
        /// What was given.
        percent: u16,
    },
    /// A step before the clock starts.
    #[error("{path}: {seconds} s before the due time is not after the start, for the shortest limit is {limit} s")]
    TooEarly {
        /// Where.
        path: String,
        /// What was given.
        seconds: u32,
        /// The shortest limit of the target.
        limit: u32,
    },
    /// A step that does nothing.
    #[error("{path}: the step does nothing: give it an action")]
    NoAction {
        /// Where.
        path: String,
    },
    /// Business hours by a calendar that has none.
    #[error("{path}: the clock counts business hours, but no weekday of the calendar '{calendar}' is ever open")]
    NeverOpen {
        /// Where.
        path: String,
        /// Name of the calendar.
        calendar: String,
    },
}

impl Policy {
    /// What is wrong with it, with the calendar by which it will be measured; nothing when it can be used as it is.
    pub fn check(&self, calendar: &Calendar) -> Vec<Finding> {
        let mut findings = Vec::new();
        let never = calendar.check().contains(&calendar::Finding::NeverOpen);
        for (i, target) in self.targets.iter().enumerate() {
            let path = format!("/targets/{i}");
            key(&mut findings, &path, &target.key, self.targets[..i].iter().map(|other| other.key.as_str()));
            if never && target.hours == Hours::Business {
                findings.push(Finding::NeverOpen { path: format!("{path}/hours"), calendar: calendar.name.clone() });
            }
            check(&mut findings, &path, target);
        }
        findings
    }
}

fn key<'a>(findings: &mut Vec<Finding>, path: &str, key: &str, mut others: impl Iterator<Item = &'a str>) {
    if key.is_empty() || others.any(|other| other == key) {
        findings.push(Finding::Key { path: format!("{path}/key"), key: key.to_owned() });
    }
}

fn check(findings: &mut Vec<Finding>, path: &str, target: &Target) {
    let by_priority =
        target.limit_seconds_by_priority.iter().map(|(priority, &limit)| (format!("limit_seconds_by_priority/{priority}"), limit));
    let limits: Vec<(String, u32)> = std::iter::once(("limit_seconds".to_owned(), target.limit_seconds)).chain(by_priority).collect();
    findings.extend(limits.iter().filter(|(_, limit)| *limit == 0).map(|(field, _)| Finding::NoTime { path: format!("{path}/{field}") }));
    if let Goal::Reach { case } | Goal::Case { case } = &target.goal
        && case.is_empty()
    {
        findings.push(Finding::NoState { path: format!("{path}/goal/case") });
    }
    if let Goal::Case { case } = &target.goal
        && !case.is_empty()
        && case.iter().all(|state| target.pause_in.contains(state))
    {
        findings.push(Finding::AlwaysPaused { path: format!("{path}/pause_in") });
    }
    let shortest = limits.iter().map(|&(_, limit)| limit).min().unwrap_or(0);
    for (i, step) in target.steps.iter().enumerate() {
        let path = format!("{path}/steps/{i}");
        key(findings, &path, &step.key, target.steps[..i].iter().map(|other| other.key.as_str()));
        match step.when {
            When::Percent(percent) if !(1..=1000).contains(&percent) => {
                findings.push(Finding::Percent { path: format!("{path}/when"), percent });
            }
            When::BeforeSeconds(seconds) if seconds >= shortest => {
                findings.push(Finding::TooEarly { path: format!("{path}/when"), seconds, limit: shortest });
            }
            _ => {}
        }
        if step.actions.is_empty() {
            findings.push(Finding::NoAction { path: format!("{path}/actions") });
        }
    }
}

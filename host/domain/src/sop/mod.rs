//! Standard operating procedures for anomalies (争议处理SOP, D8): ordered steps with their scripts, the evidence they need, and what
//! comes next by answer. A run of one belongs to a ticket, and every ticked step stands on its timeline.

mod shipped;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{AttachmentId, SopRunId, TicketId};
use crate::timeline::Actor;

pub use shipped::{SOPS, by_key};

/// A procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sop {
    /// Stable name.
    pub key: &'static str,
    /// Display name.
    pub name: &'static str,
    /// When it is to be used.
    pub anomaly: &'static str,
    /// Its steps; it begins with the first.
    pub steps: &'static [Step],
}

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopStep))]
pub struct Step {
    /// Stable name within the procedure.
    pub key: &'static str,
    /// What is to be done.
    pub title: &'static str,
    /// What to say to the customer, with the variables of macros.
    pub script: Option<&'static str>,
    /// Files that the step needs.
    pub evidence: &'static [Evidence],
    /// How it may end.
    pub answers: &'static [Choice],
}

/// A file that a step needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopEvidence))]
pub struct Evidence {
    /// Stable name.
    pub key: &'static str,
    /// What it shows.
    pub name: &'static str,
}

/// How a step may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopChoice))]
pub struct Choice {
    /// Stable name within the step.
    pub key: &'static str,
    /// In words.
    pub name: &'static str,
    /// The step that follows; null when the procedure ends.
    pub next: Option<&'static str>,
}

impl Sop {
    /// The step of a name.
    pub fn step(&self, key: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.key == key)
    }
}

/// One walk through a procedure, for one ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SopRun {
    /// Redress id.
    pub id: SopRunId,
    /// Counts changes.
    pub version: i64,
    /// The ticket.
    pub ticket: TicketId,
    /// Name of the procedure.
    pub sop: String,
    /// The step that is next; null when it is over.
    pub step: Option<String>,
    /// Steps that are done, in order.
    pub done: Vec<Ticked>,
    /// Who began it.
    pub started_by: Actor,
    /// When.
    pub started_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}

/// A step that is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ticked {
    /// Which.
    pub step: String,
    /// How it ended.
    pub answer: String,
    /// In words.
    pub note: Option<String>,
    /// Files, by the name of what they show.
    pub evidence: Vec<Shown>,
    /// Who ticked it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A file that shows what a step needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// Name of what it shows.
    pub key: String,
    /// The file.
    pub attachment: AttachmentId,
}

/// Why a step is not ticked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SopError {
    /// It is over.
    #[error("the procedure is over: start it again if it has to be done again")]
    Over,
    /// Another step is next.
    #[error("the next step is '{next}', not '{given}'")]
    Order {
        /// The next one.
        next: String,
        /// What was given.
        given: String,
    },
    /// No such answer.
    #[error("'{given}' is no answer of this step: choose one of {allowed}")]
    Answer {
        /// What was given.
        given: String,
        /// What is allowed.
        allowed: String,
    },
    /// Files are missing.
    #[error("the step needs files that show {missing}: upload them first")]
    Evidence {
        /// What they have to show.
        missing: String,
    },
}

impl SopRun {
    /// Ticks the next step; answers what follows.
    ///
    /// # Errors
    /// [`SopError`]; the run is unchanged.
    pub fn tick(&mut self, sop: &Sop, ticked: Ticked) -> Result<Option<&'static Step>, SopError> {
        let at = self.step.clone().ok_or(SopError::Over)?;
        if at != ticked.step {
            return Err(SopError::Order { next: at, given: ticked.step });
        }
        let step = sop.step(&at).ok_or(SopError::Over)?;
        let chosen = step.answers.iter().find(|choice| choice.key == ticked.answer).ok_or_else(|| SopError::Answer {
            given: ticked.answer.clone(),
            allowed: step.answers.iter().map(|choice| choice.key).collect::<Vec<_>>().join(", "),
        })?;
        let missing: Vec<&str> = step
            .evidence
            .iter()
            .filter(|needed| !ticked.evidence.iter().any(|shown| shown.key == needed.key))
            .map(|needed| needed.name)
            .collect();
        if !missing.is_empty() {
            return Err(SopError::Evidence { missing: missing.join("、") });
        }
        let next = chosen.next.and_then(|key| sop.step(key));
        self.step = next.map(|step| step.key.to_owned());
        if next.is_none() {
            self.finished_at = Some(ticked.at);
        }
        self.done.push(ticked);
        Ok(next)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::macros;

    /// D8: the five anomalies, each a way that is walked from its first step to an end whatever is answered.
    #[test]
    fn d8_the_five_procedures_lead_to_an_end() {
        let keys: Vec<&str> = SOPS.iter().map(|sop| sop.key).collect();
        assert_eq!(keys, ["missing_parts", "damaged_in_transit", "wrong_item", "empty_box", "ruling_disputed"]);
        for sop in SOPS {
            let mut seen = BTreeSet::new();
            walk(sop, sop.steps[0].key, &mut Vec::new(), &mut seen);
            assert_eq!(seen.len(), sop.steps.len(), "{}: every step is reached", sop.key);
            for script in sop.steps.iter().filter_map(|step| step.script) {
                assert_eq!(macros::check(script), Ok(()), "{}", sop.key);
            }
        }
    }

    fn walk(sop: &Sop, key: &'static str, path: &mut Vec<&'static str>, seen: &mut BTreeSet<&'static str>) {
        assert!(!path.contains(&key), "{} goes round at {key}", sop.key);
        let step = sop.step(key).unwrap_or_else(|| panic!("{} has no step {key}", sop.key));
        assert!(!step.answers.is_empty(), "{key} never ends");
        seen.insert(key);
        path.push(key);
        for next in step.answers.iter().filter_map(|choice| choice.next) {
            walk(sop, next, path, seen);
        }
        path.pop();
    }

    #[test]
    fn d8_a_step_is_ticked_in_order_with_its_evidence() {
        let at = "2026-10-05T08:00:00Z".parse().expect("a moment");
        let sop = by_key("missing_parts").expect("it ships");
        let nil = uuid::Uuid::nil();
        let mut run = SopRun {
            id: SopRunId::from_uuid(nil),
            version: 1,
            ticket: TicketId::from_uuid(nil),
            sop: sop.key.to_owned(),
            step: Some(sop.steps[0].key.to_owned()),
            done: Vec::new(),
            started_by: Actor::System,
            started_at: at,
            finished_at: None,
        };
        let tick = |step: &str, answer: &str, shown: &[&str]| Ticked {
            step: step.to_owned(),
            answer: answer.to_owned(),
            note: None,
            evidence: shown.iter().map(|key| Shown { key: (*key).to_owned(), attachment: AttachmentId::from_uuid(nil) }).collect(),
            by: Actor::System,
            at,
        };
        assert!(matches!(run.tick(sop, tick("offer", "resend", &[])), Err(SopError::Order { .. })));
        assert!(matches!(run.tick(sop, tick("check", "perhaps", &[])), Err(SopError::Answer { .. })));
        assert!(matches!(run.tick(sop, tick("check", "missing", &["photo_received"])), Err(SopError::Evidence { .. })));
        assert!(run.done.is_empty(), "what is refused changes nothing");
        let next = run.tick(sop, tick("check", "missing", &["photo_received", "parts_checklist"])).expect("in order");
        assert_eq!(next.map(|step| step.key), Some("offer"));
        run.tick(sop, tick("offer", "deduct", &[])).expect("in order");
        assert_eq!(run.tick(sop, tick("deduct", "done", &["customer_consent"])), Ok(None));
        assert_eq!((run.finished_at, run.tick(sop, tick("deduct", "done", &[]))), (Some(at), Err(SopError::Over)));
    }
}

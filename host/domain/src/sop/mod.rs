//! Standard operating procedures for anomalies (争议处理SOP, D8): ordered steps with their scripts, the evidence they need, and what
//! comes next by answer. A run of one belongs to a ticket, and every ticked step stands on its timeline.

mod check;
mod shipped;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{AttachmentId, SopRunId, TicketId};
use crate::timeline::Actor;

pub use shipped::{by_key, shipped};

pub use crate::finding::Finding;

/// A procedure of a shop: one that ships, or its own. One of its own stands in for the shipped one of the same key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sop {
    /// Stable name.
    pub key: String,
    /// Counts changes; 0 for one that ships.
    pub version: i64,
    /// What is done.
    #[serde(flatten)]
    pub procedure: Procedure,
    /// When the shop last changed it; null for one that ships.
    pub updated_at: Option<Timestamp>,
}

/// What is done about an anomaly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopProcedure))]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Display name, 1 to 100 characters.
    pub name: String,
    /// When it is to be used, 1 to 500 characters.
    pub anomaly: String,
    /// Its steps, 1 to 30; it begins with the first.
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopStep))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable name within the procedure: 1 to 64 lower-case letters, digits, `_`, `-`.
    pub key: String,
    /// What is to be done, 1 to 200 characters.
    pub title: String,
    /// What to say to the customer, with the variables of macros; at most 5,000 characters.
    #[serde(default)]
    pub script: Option<String>,
    /// Files that the step needs, at most 10.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// How it may end, 1 to 10 ways.
    pub answers: Vec<Choice>,
}

/// A file that a step needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopEvidence))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Stable name, as that of a step.
    pub key: String,
    /// What it shows, 1 to 100 characters.
    pub name: String,
}

/// How a step may end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = SopChoice))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable name within the step, as that of a step.
    pub key: String,
    /// In words, 1 to 100 characters.
    pub name: String,
    /// The step that follows; null when the procedure ends.
    #[serde(default)]
    pub next: Option<String>,
}

impl Procedure {
    /// The step of a name.
    pub fn step(&self, key: &str) -> Option<&Step> {
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
    /// Key of the procedure.
    pub sop: String,
    /// The procedure as it was when the walk began: a later change does not disturb it.
    pub procedure: Procedure,
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
    pub fn tick(&mut self, ticked: Ticked) -> Result<Option<&Step>, SopError> {
        let at = self.step.clone().ok_or(SopError::Over)?;
        if at != ticked.step {
            return Err(SopError::Order { next: at, given: ticked.step });
        }
        let step = self.procedure.step(&at).ok_or(SopError::Over)?;
        let chosen = step.answers.iter().find(|choice| choice.key == ticked.answer).ok_or_else(|| SopError::Answer {
            given: ticked.answer.clone(),
            allowed: step.answers.iter().map(|choice| choice.key.as_str()).collect::<Vec<_>>().join(", "),
        })?;
        let missing: Vec<&str> = step
            .evidence
            .iter()
            .filter(|needed| !ticked.evidence.iter().any(|shown| shown.key == needed.key))
            .map(|needed| needed.name.as_str())
            .collect();
        if !missing.is_empty() {
            return Err(SopError::Evidence { missing: missing.join("、") });
        }
        let next = chosen.next.as_deref().and_then(|key| self.procedure.step(key));
        self.step = next.map(|step| step.key.clone());
        if next.is_none() {
            self.finished_at = Some(ticked.at);
        }
        self.done.push(ticked);
        Ok(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d8_a_step_is_ticked_in_order_with_its_evidence() {
        let at = "2026-10-05T08:00:00Z".parse().expect("a moment");
        let sop = by_key("missing_parts").expect("it ships");
        let nil = uuid::Uuid::nil();
        let mut run = SopRun {
            id: SopRunId::from_uuid(nil),
            version: 1,
            ticket: TicketId::from_uuid(nil),
            sop: sop.key.clone(),
            step: Some(sop.procedure.steps[0].key.clone()),
            procedure: sop.procedure,
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
        assert!(matches!(run.tick(tick("offer", "resend", &[])), Err(SopError::Order { .. })));
        assert!(matches!(run.tick(tick("check", "perhaps", &[])), Err(SopError::Answer { .. })));
        assert!(matches!(run.tick(tick("check", "missing", &["photo_received"])), Err(SopError::Evidence { .. })));
        assert!(run.done.is_empty(), "what is refused changes nothing");
        let next = run.tick(tick("check", "missing", &["photo_received", "parts_checklist"])).expect("in order");
        assert_eq!(next.map(|step| step.key.as_str()), Some("offer"));
        run.tick(tick("offer", "deduct", &[])).expect("in order");
        assert_eq!(run.tick(tick("deduct", "done", &["customer_consent"])), Ok(None));
        assert_eq!((run.finished_at, run.tick(tick("deduct", "done", &[]))), (Some(at), Err(SopError::Over)));
    }
}

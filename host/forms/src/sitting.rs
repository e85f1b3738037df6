//! One time that a form is gone through, field by field, each after those that it depends on.

use std::collections::{BTreeMap, BTreeSet};

use redress_domain::clock::Timestamp;
use redress_expression::Value;

use crate::answer::Accepted;
use crate::condition::{Condition, Outcome, STEPS};
use crate::definition::Audience;
use crate::facts::{Facts, Memory, View};
use crate::form::{Form, Prepared};
use crate::violation::{Code, Violation};

/// What is known so far.
pub(crate) struct Sitting<'a> {
    pub(crate) form: &'a Form,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) now: Timestamp,
    pub(crate) audience: Audience,
    /// Answers that are shown and fit, as expressions see them.
    values: BTreeMap<String, Value>,
    /// Fields of which it cannot be said what they hold: their answer does not fit, or their condition could not be judged.
    /// What depends on them is not judged either, so that one mistake is told once.
    unsure: BTreeSet<String>,
    hidden: BTreeSet<String>,
    memory: Memory,
    pub(crate) violations: Vec<Violation>,
}

/// Whether a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Yes,
    No,
    Unsure,
}

impl<'a> Sitting<'a> {
    pub(crate) fn new(form: &'a Form, facts: &'a Facts<'a>, now: Timestamp, audience: Audience) -> Self {
        Self {
            form,
            facts,
            now,
            audience,
            values: BTreeMap::new(),
            unsure: BTreeSet::new(),
            hidden: BTreeSet::new(),
            memory: Memory::default(),
            violations: Vec::new(),
        }
    }

    pub(crate) fn keep(&mut self, prepared: &Prepared, accepted: Accepted) {
        self.values.insert(prepared.field.key.clone(), accepted.value);
    }

    pub(crate) fn doubt(&mut self, prepared: &Prepared) {
        self.unsure.insert(prepared.field.key.clone());
    }

    /// True when something that the condition reads is in doubt.
    pub(crate) fn in_doubt(&self, condition: &Condition) -> bool {
        condition.reads.iter().any(|key| self.unsure.contains(key))
    }

    pub(crate) fn ask(&self, condition: &Condition) -> Outcome {
        let view = View {
            definition: &self.form.definition,
            facts: self.facts,
            now: self.now,
            audience: self.audience,
            answers: &self.values,
            memory: &self.memory,
        };
        condition.ask(&view, STEPS)
    }

    pub(crate) fn hide(&mut self, prepared: &Prepared) {
        self.hidden.insert(prepared.field.key.clone());
    }

    /// True when an answer of the field would be taken: it is shown, and nothing about it is in doubt.
    pub(crate) fn is_open(&self, key: &str) -> bool {
        !self.unsure.contains(key) && !self.hidden.contains(key)
    }

    /// Whether a field is shown, given the answers so far.
    pub(crate) fn shown(&mut self, prepared: &Prepared) -> Shown {
        match prepared.show.as_ref() {
            None => Shown::Yes,
            Some(condition) => match self.holds(prepared, condition, "show_when") {
                Some(true) => Shown::Yes,
                Some(false) => Shown::No,
                None => Shown::Unsure,
            },
        }
    }

    /// Whether a field's condition holds; `None` when that cannot be said. What it reads and nobody knows makes it not hold.
    pub(crate) fn holds(&mut self, prepared: &Prepared, condition: &Condition, which: &str) -> Option<bool> {
        if self.in_doubt(condition) {
            return None;
        }
        match self.ask(condition) {
            Outcome::Holds => Some(true),
            Outcome::Fails | Outcome::Unknown { .. } => Some(false),
            Outcome::Fault(fault) => {
                let told = fault.show(&condition.text);
                let message = format!("the form's condition {which} of this field failed at {told}: whoever drew the form must correct it");
                let violation =
                    Violation::new("", Code::ConditionFault, message).with("condition", which).with("expression", condition.text.as_str());
                self.violations.push(violation.with("reads", condition.reads.clone()).with("why", told).below(&prepared.field.key));
                None
            }
        }
    }
}

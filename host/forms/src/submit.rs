//! Answers, judged on the server whatever the browser said.

use std::collections::BTreeMap;

use redress_domain::clock::Timestamp;
use redress_expression::nearest;
use serde_json::{Map, Value as Json};

use crate::answer::{Accepted, is_empty, read};
use crate::answers::Answers;
use crate::condition::Outcome;
use crate::definition::{Audience, Control, Resource};
use crate::facts::Facts;
use crate::form::{Form, Prepared};
use crate::sitting::{Shown, Sitting};
use crate::violation::{Code, Violation, escaped};

/// More violations than this say nothing new.
const MOST_TOLD: usize = 100;

impl Form {
    /// Judges answers, a JSON object of values by field key. `facts.order` is the order whose number the answers give.
    ///
    /// Null, blank texts and empty lists count as no answer. A field that is not shown with these answers must not be answered.
    /// Fields that are filled in by the system and the moment of a field with `auto: now` are added. From a customer only what
    /// the customer sends may be handed in; what agents answered before is the host's to keep beside it.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form; conditions that depend on a wrong answer are not judged.
    pub fn submit(&self, answers: &Json, facts: &Facts<'_>, now: Timestamp, audience: Audience) -> Result<Answers, Vec<Violation>> {
        let Some(given) = answers.as_object() else {
            return Err(vec![Violation::new("", Code::NotAnObject, "the answers must be a JSON object: send values by field key")]);
        };
        let mut sitting = Sitting::new(self, facts, now, audience);
        sitting.strangers(given);
        let mut kept = BTreeMap::new();
        for (at, prepared) in self.order.iter().filter_map(|at| Some((*at, self.fields.get(*at)?))) {
            if !prepared.field.is_for(audience) {
                continue;
            }
            let answer = given.get(&prepared.field.key).filter(|answer| !is_empty(answer));
            if let Some(accepted) = sitting.answer(prepared, answer) {
                kept.insert(at, accepted.json.clone());
                sitting.keep(prepared, accepted);
            }
        }
        // What is required may depend on any other answer, so all of them come first.
        for (at, prepared) in self.fields.iter().enumerate() {
            if !kept.contains_key(&at) && prepared.field.is_for(audience) {
                sitting.missing(prepared);
            }
        }
        sitting.checks();
        let violations = sitting.told();
        if !violations.is_empty() {
            return Err(violations);
        }
        let named = kept.into_iter().filter_map(|(at, json)| Some((self.fields.get(at)?.field.key.clone(), json)));
        Ok(Answers::new(named.collect()))
    }
}

impl Sitting<'_> {
    /// Fields that do not exist, or not for this audience.
    fn strangers(&mut self, given: &Map<String, Json>) {
        let known = || self.form.definition.fields().filter(|field| field.is_for(self.audience)).map(|field| field.key.as_str());
        let mut found = Vec::new();
        for (key, answer) in given {
            match self.form.definition.field(key) {
                Some(field) if field.is_for(self.audience) => {}
                Some(_) if is_empty(answer) => {}
                Some(_) => {
                    let message = format!("'{key}' is filled in by the shop: leave it out");
                    found.push(Violation::new("", Code::InternalField, message).below(key));
                }
                None => {
                    let meant = nearest(key, known());
                    let hint = meant.map_or_else(|| "leave it out".to_owned(), |meant| format!("did you mean '{meant}'?"));
                    let violation = Violation::new("", Code::UnknownField, format!("the form has no field '{key}': {hint}")).below(key);
                    found.push(match meant {
                        Some(meant) => violation.with("suggestion", meant),
                        None => violation,
                    });
                }
            }
        }
        self.violations.extend(found);
    }

    /// What is kept of a field.
    fn answer(&mut self, prepared: &Prepared, given: Option<&Json>) -> Option<Accepted> {
        match self.shown(prepared) {
            Shown::Yes => {}
            Shown::Unsure => {
                self.doubt(prepared);
                return None;
            }
            Shown::No => {
                self.hide(prepared);
                if given.is_some() {
                    let message = "this field is not shown with the other answers: leave it out, or correct the answers it depends on";
                    let condition = prepared.field.show_when.clone().unwrap_or_default();
                    self.violations
                        .push(Violation::new("", Code::NotShown, message).with("show_when", condition).below(&prepared.field.key));
                }
                return None;
            }
        }
        match self.taken(prepared, given) {
            Ok(accepted) => accepted,
            Err(violations) => {
                self.doubt(prepared);
                self.violations.extend(violations.into_iter().map(|violation| violation.below(&prepared.field.key)));
                None
            }
        }
    }

    fn taken(&self, prepared: &Prepared, given: Option<&Json>) -> Result<Option<Accepted>, Vec<Violation>> {
        let control = &prepared.field.control;
        let read = given.map(|given| read(control, &prepared.validator, given, self.form.reading(self.facts))).transpose()?;
        if prepared.field.locked {
            let own = self.form.fact_for(prepared, self.facts);
            let same = read.is_none() || read.as_ref().map(|read| &read.json) == own.as_ref().map(|own| &own.json);
            if !same {
                let expected = own.map_or(Json::Null, |own| own.json);
                let message = "the system fills in this field, and nobody changes it: leave it out";
                return Err(vec![Violation::new("", Code::Locked, message).with("expected", expected)]);
            }
            return Ok(own);
        }
        if let (Control::Related { resource: Resource::Order }, Some(order), Some(number)) = (control, self.facts.order, &read)
            && number.json.as_str() != Some(&order.external_id)
        {
            let message = format!("the other answers are about the order {}: give its number, or begin again", order.external_id);
            return Err(vec![Violation::new("", Code::OrderDiffers, message).with("order", order.external_id.as_str())]);
        }
        Ok(read.or_else(|| self.form.moment_for(prepared, self.facts, self.now)))
    }

    /// A field without an accepted answer: is one required?
    fn missing(&mut self, prepared: &Prepared) {
        let key = &prepared.field.key;
        if !self.is_open(key) {
            return;
        }
        let required = prepared.field.required
            || prepared.require.as_ref().is_some_and(|condition| self.holds(prepared, condition, "require_when") == Some(true));
        if required {
            let message = format!("'{}' is required: answer it", prepared.field.label.en);
            self.violations.push(Violation::new("", Code::Required, message).below(key));
        }
    }

    /// What must hold between fields (Z5).
    fn checks(&mut self) {
        for (check, condition) in &self.form.checks {
            if self.in_doubt(condition) {
                continue;
            }
            let (code, message, why) = match self.ask(condition) {
                Outcome::Holds | Outcome::Unknown { answer: true, .. } => continue,
                Outcome::Fails => (Code::CheckFailed, check.message.en.clone(), None),
                Outcome::Unknown { answer: false, why } => {
                    let message = format!("the check '{}' cannot be judged: {why}", check.key);
                    (Code::CheckUnjudged, message, Some(why))
                }
                Outcome::Fault(fault) => {
                    let why = fault.show(&condition.text);
                    let message = format!("the form's check '{}' failed at {why}: whoever drew the form must correct it", check.key);
                    (Code::ConditionFault, message, Some(why))
                }
            };
            let mut violation = Violation::new("", code, message)
                .with("check", check.key.as_str())
                .with("expression", check.expression.as_str())
                .with("reads", condition.reads.clone())
                .with("message_zh_cn", check.message.zh_cn.as_str());
            if let Some(why) = why {
                violation = violation.with("why", why);
            }
            self.violations.push(match &check.at {
                Some(key) => violation.below(key),
                None => violation,
            });
        }
    }

    /// All violations in the order of the form, those of no field last.
    fn told(self) -> Vec<Violation> {
        let places: BTreeMap<String, usize> =
            self.form.definition.fields().enumerate().map(|(at, field)| (escaped(&field.key), at)).collect();
        let mut violations = self.violations;
        violations.sort_by_key(|violation| {
            let key = violation.pointer.split('/').nth(1).unwrap_or_default();
            places.get(key).copied().unwrap_or(usize::MAX)
        });
        let more = violations.len().saturating_sub(MOST_TOLD);
        if more > 0 {
            violations.truncate(MOST_TOLD);
            violations
                .push(Violation::new("", Code::More, format!("there are {more} more violations: correct these first")).with("count", more));
        }
        violations
    }
}

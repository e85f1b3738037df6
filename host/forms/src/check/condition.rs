//! Conditions of fields, and checks between fields.

use std::collections::BTreeSet;

use redress_expression::Type;

use super::reach::{Reach, reach};
use super::{Caps, Checker};
use crate::condition::Condition;
use crate::definition::{Check, Field};

impl Checker<'_> {
    /// Conditions of a field; gives the one under which it is shown, if it can be read.
    pub(super) fn conditions(&mut self, base: &str, field: &Field) -> Option<Condition> {
        let show = field.show_when.as_deref().and_then(|text| self.condition(&format!("{base}/show_when"), text));
        let require = field.require_when.as_deref().and_then(|text| self.condition(&format!("{base}/require_when"), text));
        if let Some(show) = &show {
            let path = format!("{base}/show_when");
            match self.reach(show) {
                Reach::Never if field.required => {
                    self.error(
                        path.clone(),
                        "the field is required, but this condition never holds: correct it, for example the values it compares with",
                    );
                }
                Reach::Never => self.warning(path.clone(), "this condition never holds, so nobody ever sees the field"),
                Reach::Always => self.warning(path.clone(), "this condition always holds: remove it"),
                Reach::Sometimes => {}
            }
            self.internal(&path, field, show);
        }
        if let Some(require) = &require {
            let path = format!("{base}/require_when");
            if field.required {
                self.warning(path.clone(), "the field is always required, so this condition changes nothing: remove one of them");
            } else if self.reach(require) == Reach::Never {
                self.warning(path.clone(), "this condition never holds, for example because of the values it compares with");
            }
            if require.reads.contains(&field.key) {
                self.warning(path.clone(), "whether the field is required depends on its own answer: look at other fields");
            }
            self.internal(&path, field, require);
        }
        show
    }

    pub(super) fn checks(&mut self) {
        let mut seen = BTreeSet::new();
        for (at, check) in self.definition.checks.iter().enumerate().take(Caps::CHECKS) {
            let base = format!("/checks/{at}");
            self.key(&format!("{base}/key"), &check.key);
            if !seen.insert(&check.key) {
                self.error(format!("{base}/key"), format!("another check has the key '{}' already: choose a different one", check.key));
            }
            self.label(&format!("{base}/message"), &check.message, Caps::LABEL);
            self.place(&base, check);
            let Some(condition) = self.condition(&format!("{base}/expression"), &check.expression) else { continue };
            if condition.reads.is_empty() {
                self.warning(format!("{base}/expression"), "this check reads no field of the form, so no answer can mend it");
            } else if self.reach(&condition) == Reach::Never {
                self.warning(format!("{base}/expression"), "this check never holds, whatever is answered");
            }
        }
    }

    fn place(&mut self, base: &str, check: &Check) {
        let Some(key) = &check.at else { return };
        if self.definition.field(key).is_none() {
            let meant = redress_expression::nearest(key, self.definition.fields().map(|field| field.key.as_str()));
            let hint = meant.map_or_else(|| "name one of the form's fields".to_owned(), |meant| format!("did you mean '{meant}'?"));
            self.error(format!("{base}/at"), format!("there is no field '{key}': {hint}"));
        }
    }

    fn reach(&mut self, condition: &Condition) -> Reach {
        reach(self.definition, condition, &mut self.budget)
    }

    /// Reads a condition and checks its names and types.
    fn condition(&mut self, path: &str, text: &str) -> Option<Condition> {
        let condition = match Condition::parse(text) {
            Ok(condition) => condition,
            Err(problem) => {
                self.error(path, problem.show(text));
                return None;
            }
        };
        match condition.expression().check_as(self.environment, &Type::Bool) {
            Ok(()) => Some(condition),
            Err(problems) => {
                for problem in problems {
                    self.error(path, problem.show(text));
                }
                None
            }
        }
    }

    /// A customer's form never knows what agents answer, so what depends on it differs between the two.
    fn internal(&mut self, path: &str, field: &Field, condition: &Condition) {
        let hidden = |key: &&String| self.definition.field(key).is_some_and(|read| read.internal);
        if let Some(key) = condition.reads.iter().find(hidden).filter(|_| !field.internal) {
            self.warning(
                path,
                format!("customers never answer '{key}', so for them this condition cannot hold: make this field internal too"),
            );
        }
    }
}

//! What a form begins with (L3, L4, U6–U8).

mod source;

use redress_domain::clock::Timestamp;
use serde_json::{Map, Value as Json};

use crate::answer::{Accepted, Reading, is_empty, read};
use crate::definition::{Audience, Auto, Control};
use crate::facts::Facts;
use crate::form::{Form, Prepared};
use crate::sitting::{Shown, Sitting};

impl Form {
    /// What the form begins with: for each field that is shown, the fact that it is filled from, else the present moment
    /// where that is asked for, else its default. Facts that the field itself would refuse are left out, such as a telephone
    /// number that is too short, so that what is filled in never has to be corrected. A field whose condition fails is left out; [`Form::submit`] tells.
    pub fn fill(&self, facts: &Facts<'_>, now: Timestamp, audience: Audience) -> Map<String, Json> {
        let mut sitting = Sitting::new(self, facts, now, audience);
        let mut draft = Map::new();
        for prepared in self.order.iter().filter_map(|at| self.fields.get(*at)) {
            if !prepared.field.is_for(audience) || sitting.shown(prepared) != Shown::Yes {
                continue;
            }
            let default = || {
                let default = prepared.field.default.as_ref().filter(|default| !is_empty(default))?;
                read(&prepared.field.control, &prepared.validator, default, self.reading(facts)).ok()
            };
            let first = self.fact_for(prepared, facts).or_else(|| self.moment_for(prepared, facts, now));
            // A locked field holds what its fact says or nothing.
            let first = if prepared.field.locked { first } else { first.or_else(default) };
            if let Some(accepted) = first {
                draft.insert(prepared.field.key.clone(), accepted.json.clone());
                sitting.keep(prepared, accepted);
            }
        }
        draft
    }

    /// What answers of this form are read against.
    pub(crate) fn reading<'a>(&self, facts: &Facts<'a>) -> Reading<'a> {
        Reading { currency: self.definition.currency, order: facts.order }
    }

    /// The fact that a field begins with, if it is known and fits.
    pub(crate) fn fact_for(&self, prepared: &Prepared, facts: &Facts<'_>) -> Option<Accepted> {
        let found = source::found(&prepared.field, facts, self.definition.currency).filter(|found| !is_empty(found))?;
        read(&prepared.field.control, &prepared.validator, &found, self.reading(facts)).ok()
    }

    /// The present moment, where the field asks for it.
    pub(crate) fn moment_for(&self, prepared: &Prepared, facts: &Facts<'_>, now: Timestamp) -> Option<Accepted> {
        if !matches!(prepared.field.control, Control::DateTime { auto: Some(Auto::Now) }) {
            return None;
        }
        read(&prepared.field.control, &prepared.validator, &Json::String(now.to_string()), self.reading(facts)).ok()
    }
}

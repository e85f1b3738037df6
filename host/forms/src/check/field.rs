//! Fields: what they begin with, and settings that contradict each other.

use std::collections::BTreeSet;

use super::{Caps, Checker};
use crate::answer::{Reading, is_empty, read};
use crate::definition::{Auto, Control, Field, Source};
use crate::form::circle;
use crate::schema::{control_schema, options};
use crate::{condition::Condition, form::sorted};

impl Checker<'_> {
    pub(super) fn fields(&mut self) {
        let mut seen = BTreeSet::new();
        let mut shows = Vec::new();
        for (at, section) in self.definition.sections.iter().enumerate().take(Caps::SECTIONS) {
            for (place, field) in section.fields.iter().enumerate().take(Caps::FIELDS) {
                let base = format!("/sections/{at}/fields/{place}");
                self.field_key(&format!("{base}/key"), &field.key, &mut seen);
                self.label(&format!("{base}/label"), &field.label, Caps::LABEL);
                if let Some(help) = &field.help {
                    self.label(&format!("{base}/help"), help, Caps::HELP);
                }
                self.control(&format!("{base}/control"), &field.control);
                self.beginning(&base, field);
                let show = self.conditions(&base, field);
                shows.push((field.key.as_str(), show, base));
            }
        }
        self.circles(&shows);
    }

    fn circles(&mut self, shows: &[(&str, Option<Condition>, String)]) {
        let needs: Vec<_> =
            shows.iter().map(|(key, show, _)| (*key, show.as_ref().map_or(&[][..], |show| show.reads.as_slice()))).collect();
        if let Err(keys) = sorted(&needs) {
            let base = shows.iter().find(|(key, ..)| keys.first().is_some_and(|first| first == key)).map(|(.., base)| base);
            self.error(base.map_or_else(String::new, |base| format!("{base}/show_when")), circle(&keys));
        }
    }

    /// What a field begins with must be an answer that it accepts.
    fn beginning(&mut self, base: &str, field: &Field) {
        let control = &field.control;
        if let Some(source) = field.fill_from
            && !source.fits(control)
        {
            let fitting: Vec<_> = Source::ALL.into_iter().filter(|source| source.fits(control)).map(Source::as_str).collect();
            let fitting =
                if fitting.is_empty() { "there is none that does".to_owned() } else { format!("there are {}", fitting.join(", ")) };
            self.error(
                format!("{base}/fill_from"),
                format!("'{}' does not fit the control '{}': {fitting}", source.as_str(), control.name()),
            );
        }
        if field.locked && field.fill_from.is_none() {
            self.error(format!("{base}/locked"), "a locked field holds a fact: say with fill_from which one, or unlock it");
        }
        if field.locked && field.required {
            self.warning(
                format!("{base}/locked"),
                "while the fact is not known nobody can submit the form: do not require it, or unlock it",
            );
        }
        let validator = match options().build(&control_schema(control, self.definition.currency)) {
            Ok(validator) => validator,
            Err(error) => return self.error(format!("{base}/control"), format!("the settings make no schema: {error}")),
        };
        let Some(default) = &field.default else { return };
        let path = format!("{base}/default");
        if field.locked {
            return self.error(path, "a locked field has no default: it holds what fill_from gives");
        }
        if matches!(control, Control::DateTime { auto: Some(Auto::Now) }) {
            return self.error(path, "the field begins with the present moment: remove the default or auto");
        }
        if control.files().is_some() || matches!(control, Control::OrderLines { .. } | Control::Person { .. } | Control::Related { .. }) {
            return self.error(path, "files, goods, people and records cannot be a default: remove it");
        }
        if is_empty(default) {
            return self.error(path, "an empty default means nothing: remove it");
        }
        let reading = Reading { currency: self.definition.currency, order: None };
        for violation in read(control, &validator, default, reading).err().unwrap_or_default() {
            self.error(format!("{path}{}", violation.pointer), format!("the field itself refuses its default: {}", violation.message));
        }
    }
}

//! The form's head, its sections and its names.

use std::collections::BTreeSet;

use redress_expression::Expression;

use super::{Caps, Checker};
use crate::definition::Label;

impl Checker<'_> {
    pub(super) fn outline(&mut self) {
        let definition = self.definition;
        self.key("/key", &definition.key);
        self.label("/title", &definition.title, Caps::LABEL);
        if definition.version == 0 {
            self.error("/version", "versions count from 1");
        }
        self.at_most("/sections", "sections", definition.sections.len(), Caps::SECTIONS);
        self.at_most("/sections", "fields", definition.fields().count(), Caps::FIELDS);
        self.at_most("/checks", "checks", definition.checks.len(), Caps::CHECKS);
        if definition.fields().next().is_none() {
            self.error("/sections", "a form needs at least one field");
        }
        for (at, section) in definition.sections.iter().enumerate() {
            self.label(&format!("/sections/{at}/title"), &section.title, Caps::LABEL);
            if section.fields.is_empty() {
                self.warning(format!("/sections/{at}/fields"), "the section has no field: add one or remove the section");
            }
        }
    }

    /// A key that expressions can read and that stands in addresses.
    pub(super) fn key(&mut self, path: &str, key: &str) {
        let letters = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if !letters || !key.starts_with(|first: char| first.is_ascii_lowercase()) || key.len() > Caps::KEY {
            let message = "a key begins with a lower-case letter and has lower-case letters, digits and underscores";
            self.error(path, format!("'{key}' is no key: {message}, at most {}", Caps::KEY));
        }
    }

    /// A field's key, which must be a name of the expression language too.
    pub(super) fn field_key(&mut self, path: &str, key: &str, seen: &mut BTreeSet<String>) {
        self.key(path, key);
        if !seen.insert(key.to_owned()) {
            self.error(path, format!("another field has the key '{key}' already: choose a different one"));
        }
        let readable = Expression::parse(&format!("field.{key}")).ok().and_then(|parsed| parsed.as_path().map(<[_]>::len)) == Some(2);
        if !readable {
            self.error(path, format!("expressions cannot read 'field.{key}', because '{key}' is a word of theirs: choose another key"));
        }
    }

    pub(super) fn label(&mut self, path: &str, label: &Label, most: usize) {
        for (language, text) in [("zh-CN", &label.zh_cn), ("en", &label.en)] {
            let path = format!("{path}/{language}");
            let length = text.chars().count();
            if text.trim().is_empty() {
                self.error(path, "write a text for this language: people see it");
            } else if length > most {
                self.error(path, format!("the text has {length} characters; at most {most} are allowed: shorten it"));
            }
        }
    }
}

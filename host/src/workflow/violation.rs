//! What is wrong with a request that reads well.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

/// One thing wrong with a value of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// Stable code, for example `quantity_over_bought`.
    pub code: Cow<'static, str>,
    /// JSON Pointer to the value (RFC 6901).
    pub pointer: String,
    /// What is wrong and what to change.
    pub message: String,
    /// What the message speaks of, by name, such as `max`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, Value>,
}

/// Gathers every violation, so that a caller can mend them all at once.
#[derive(Debug, Default)]
pub struct Violations(Vec<Violation>);

impl Violation {
    /// Something wrong with a value, by its stable code.
    pub fn new(code: impl Into<Cow<'static, str>>, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), pointer: pointer.into(), message: message.into(), params: BTreeMap::new() }
    }
}

impl Violations {
    /// Notes a violation.
    pub fn add(&mut self, code: &'static str, pointer: impl Into<String>, message: impl Into<String>) {
        self.0.push(Violation::new(code, pointer, message));
    }

    /// Notes a violation unless `holds`.
    pub fn require(&mut self, holds: bool, code: &'static str, pointer: &str, message: &str) {
        if !holds {
            self.add(code, pointer, message);
        }
    }

    /// A text that must say something and end somewhere.
    pub fn text(&mut self, pointer: &str, text: &str, longest: usize) {
        if text.trim().is_empty() {
            self.add("missing", pointer, "say something here: it is empty");
        }
        self.longest(pointer, text, longest);
    }

    /// A text that may be empty but must end somewhere.
    pub fn longest(&mut self, pointer: &str, text: &str, longest: usize) {
        let length = text.chars().count();
        if length > longest {
            let mut long = Violation::new("too_long", pointer, format!("shorten this to {longest} characters: it has {length}"));
            long.params.insert("max".to_owned(), longest.into());
            self.0.push(long);
        }
    }

    /// Takes over what a form says about answers that lie below a pointer.
    pub fn answers(&mut self, pointer: &str, found: impl IntoIterator<Item = redress_forms::Violation>) {
        self.0.extend(found.into_iter().map(|one| Violation {
            code: Cow::Owned(one.code.to_string()),
            pointer: format!("{pointer}{}", one.pointer),
            message: one.message,
            params: one.params,
        }));
    }

    /// Takes over what somebody else has noted.
    pub fn extend(&mut self, more: Vec<Violation>) {
        self.0.extend(more);
    }

    /// How many were noted so far.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True while nothing was noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The violations, when there are any.
    ///
    /// # Errors
    /// Every violation noted so far.
    pub fn finish(self) -> Result<(), Vec<Violation>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

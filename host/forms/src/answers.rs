//! Answers that a form has accepted.

use serde::Serialize;
use serde_json::{Map, Value};

/// Answers that a form has accepted, by field key: only fields that are shown, each in the one way in which it is kept. The
/// same form accepts them again as they are. Only [`Form::submit`](crate::Form::submit) makes them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answers(Map<String, Value>);

impl Answers {
    pub(crate) fn new(answers: Map<String, Value>) -> Self {
        Self(answers)
    }

    /// The answer to a field, if there is one.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// All of them, by field key.
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// All of them, as a ticket keeps them in its `fields`.
    pub fn into_map(self) -> Map<String, Value> {
        self.0
    }
}

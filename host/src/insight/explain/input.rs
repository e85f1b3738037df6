//! The input of a call as one JSON document, `{"case": …, "input": …}`, in which every part has a JSON Pointer.

use redress_domain::Timestamp;
use redress_domain::rule::{CaseFile, Hook, Question};
use serde_json::{Value, json};

use super::fits::{Promises, promises};

/// A document that changes are tried on.
pub(super) struct Input {
    /// As the rule was asked.
    pub(super) document: Value,
    hook: Hook,
    now: Timestamp,
    promises: Promises,
}

impl Input {
    /// The document of a question about a case.
    pub(super) fn new(case: &CaseFile, question: &Question, now: Timestamp) -> Self {
        let mut asked = serde_json::to_value(question).unwrap_or_default();
        let document = json!({ "case": case, "input": asked["input"].take() });
        Self { document, hook: question.hook(), now, promises: promises(case, question, now) }
    }

    /// What a changed document means; `None` when it does not read, or breaks something that holds of the real input, for example
    /// that no more is asked than was paid.
    pub(super) fn read(&self, changed: &Value) -> Option<(CaseFile, Question)> {
        let case: CaseFile = serde::Deserialize::deserialize(&changed["case"]).ok()?;
        let question = match self.hook {
            Hook::FraudScoring => Question::FraudScoring,
            hook => serde_json::from_value(json!({ "hook": hook, "input": changed["input"] })).ok()?,
        };
        promises(&case, &question, self.now).keep(&self.promises).then_some((case, question))
    }
}

/// The document with another value at a place.
pub(super) fn with(document: &Value, pointer: &str, value: Value) -> Option<Value> {
    let mut changed = document.clone();
    *changed.pointer_mut(pointer)? = value;
    Some(changed)
}

/// The document without an item of a list or a name of an object.
pub(super) fn without(document: &Value, parent: &str, name: &str) -> Option<Value> {
    let mut changed = document.clone();
    match changed.pointer_mut(parent)? {
        Value::Array(items) => drop(items.remove(name.parse().ok()?)),
        Value::Object(fields) => drop(fields.remove(name)?),
        _ => return None,
    }
    Some(changed)
}

/// A pointer with `*` for every place in a list, by which parts of the same kind are known.
pub(super) fn pattern(pointer: &str) -> String {
    let part =
        |part: &str| if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) { "*".to_owned() } else { part.to_owned() };
    pointer.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A name as a part of a pointer (RFC 6901).
pub(super) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

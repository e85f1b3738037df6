//! Who changed a binding, when, why, and in what.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Binding;
use crate::clock::Timestamp;
use crate::status::names;
use crate::timeline::Actor;

names! {
    /// What was done to a binding.
    RevisionAction {
        /// It was put to work.
        Created = "created",
        /// Somebody changed it.
        Changed = "changed",
        /// It took over the plugin and configuration of a candidate.
        Promoted = "promoted",
        /// A person took it back.
        RolledBack = "rolled_back",
        /// A guardrail took it back.
        GuardrailHit = "guardrail_hit",
        /// A file of configuration changed it.
        Imported = "imported",
        /// It was removed.
        Deleted = "deleted",
    }
}

/// One state of a binding in its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revision {
    /// The binding as it was from then on; its `version` names the revision.
    pub binding: Binding,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What was done.
    pub action: RevisionAction,
    /// Why, in the words of whoever did it.
    pub reason: Option<String>,
    /// It was taken back: nothing falls back to it any more.
    pub bad: bool,
}

/// One difference between two states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = RevisionChange))]
pub struct Change {
    /// JSON Pointer to the value.
    pub path: String,
    /// Before; absent when it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Value>,
    /// After; absent when it is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Value>,
}

/// All differences between two values, in the order of their paths. Items of lists are compared by place.
pub fn changes(from: &Value, to: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    walk(String::new(), Some(from), Some(to), &mut found);
    found
}

fn walk(path: String, from: Option<&Value>, to: Option<&Value>, found: &mut Vec<Change>) {
    match (from, to) {
        (Some(a), Some(b)) if a == b => {}
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            let mut names: Vec<&String> = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name))).collect();
            names.sort();
            for name in names {
                // RFC 6901: `~` and `/` are written as `~0` and `~1`.
                let step = name.replace('~', "~0").replace('/', "~1");
                walk(format!("{path}/{step}"), a.get(name), b.get(name), found);
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            for place in 0..a.len().max(b.len()) {
                walk(format!("{path}/{place}"), a.get(place), b.get(place), found);
            }
        }
        (from, to) => found.push(Change { path, from: from.cloned(), to: to.cloned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn differences_are_named_by_their_path() {
        let from = json!({"tiers": [{"up_to": 50}, {"up_to": 500}], "a/b": 1, "same": {"x": 1}});
        let to = json!({"tiers": [{"up_to": 80}], "a/b": 1, "new": true, "same": {"x": 1}});
        let found = changes(&from, &to);
        let paths: Vec<&str> = found.iter().map(|change| change.path.as_str()).collect();
        assert_eq!(paths, ["/new", "/tiers/0/up_to", "/tiers/1"]);
        assert_eq!((found[1].from.clone(), found[1].to.clone()), (Some(json!(50)), Some(json!(80))));
        assert_eq!((found[2].from.clone(), found[2].to.clone()), (Some(json!({"up_to": 500})), None));
    }
}

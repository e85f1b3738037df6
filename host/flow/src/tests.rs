//! What can be shown only from inside: a definition that was never checked.

use std::collections::BTreeMap;

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId, UserId};
use redress_domain::timeline::Actor;
use redress_expression::Value;
use serde_json::{Map, json};

use crate::{Context, Definition, Directory, Event, Flow, Ids, MOST_STEPS, Party, Run, advance};

struct Nobody;

impl Ids for Nobody {
    fn task(&mut self) -> TaskId {
        TaskId::from_uuid(uuid::Uuid::nil())
    }

    fn timer(&mut self) -> TimerId {
        TimerId::from_uuid(uuid::Uuid::nil())
    }
}

impl Directory for Nobody {
    fn members(&self, _: &Party) -> Vec<UserId> {
        Vec::new()
    }

    fn is_away(&self, _: UserId) -> bool {
        false
    }

    fn deputy(&self, _: UserId) -> Option<UserId> {
        None
    }
}

fn begin(nodes: &serde_json::Value) -> Result<Run, crate::Refusal> {
    let definition: Definition =
        serde_json::from_value(json!({"id": "x", "version": 1, "name": {"en": "x"}, "fallback": "owner", "nodes": nodes})).unwrap();
    let flow = Flow::link(definition, Some(2)).unwrap();
    let facts: BTreeMap<String, Value> = BTreeMap::new();
    let now: Timestamp = "2026-10-08T08:00:00Z".parse().unwrap();
    let mut context = Context { now, ids: &mut Nobody, facts: &facts, directory: &Nobody };
    let event = Event::Begin { actor: Actor::System, form: Map::new() };
    advance(&flow, Run::new(flow.definition()), event, &mut context).map(|(run, _)| run)
}

/// The net below the check: a circle that waits for nothing ends in a refusal, not in a hang.
#[test]
fn a_circle_without_waiting_is_refused_as_runaway() {
    let refusal = begin(&json!([
        {"id": "start", "name": {"en": "x"}, "kind": {"type": "start", "next": "a"}},
        {"id": "a", "name": {"en": "x"}, "kind": {"type": "set", "changes": [], "next": "b"}},
        {"id": "b", "name": {"en": "x"}, "kind": {"type": "set", "changes": [], "next": "a"}},
    ]))
    .unwrap_err();
    assert_eq!(refusal.code(), "runaway");
    assert!(refusal.to_string().contains(&MOST_STEPS.to_string()), "{refusal}");
}

/// Splits that multiply on a circle end as well, before they fill the memory.
#[test]
fn splits_on_a_circle_are_refused_as_runaway() {
    let refusal = begin(&json!([
        {"id": "start", "name": {"en": "x"}, "kind": {"type": "start", "next": "s"}},
        {"id": "s", "name": {"en": "x"}, "kind": {"type": "split", "branches": ["a", "b"], "join": "j"}},
        {"id": "a", "name": {"en": "x"}, "kind": {"type": "set", "changes": [], "next": "s"}},
        {"id": "b", "name": {"en": "x"}, "kind": {"type": "set", "changes": [], "next": "s"}},
        {"id": "j", "name": {"en": "x"}, "kind": {"type": "join", "next": "s"}},
    ]))
    .unwrap_err();
    assert_eq!(refusal.code(), "runaway");
}

//! Events of the ticket: each gets the details that it needs.

use redress_domain::event::EventKind;
use redress_expression::{Expression, Type};
use serde_json::{Map, Value, json};

use super::Checker;
use crate::definition::{Change, Escalation, Node, NodeKind, ValueType};
use crate::effect::ticket_event;

const SOMEBODY: &str = "usr_00000000000000000000000000000001";

impl Checker<'_> {
    pub(super) fn applied(&mut self, node: &Node) {
        if let NodeKind::End { apply: Some(event), .. } = &node.kind {
            self.buildable(node, *event, &Map::new());
        }
        if let NodeKind::Set { changes, .. } = &node.kind {
            for change in changes {
                if let Change::Apply { event, details } = change {
                    let samples = details.iter().map(|(name, text)| (name.clone(), self.sample(name, text)));
                    let samples = samples.collect();
                    self.buildable(node, *event, &samples);
                }
            }
        }
        for button in node.work.iter().flat_map(|work| &work.buttons) {
            let Some(event) = button.apply else { continue };
            let fields = node.work.iter().flat_map(|work| &work.fields).filter(|(_, access)| access.writes());
            let mut samples: Map<String, Value> =
                fields.filter_map(|(name, _)| Some((name.clone(), value_of(self.definition.fields.get(name)?.kind)))).collect();
            // What the engine adds: who pressed, their words, and where it goes back to.
            for name in ["opinion", "reason", "message", "note"] {
                samples.entry(name).or_insert_with(|| json!("words"));
            }
            samples.insert("by".to_owned(), json!(SOMEBODY));
            if button.back.is_some() {
                samples.insert("to".to_owned(), json!("customer"));
            }
            self.buildable(node, event, &samples);
        }
        for action in node.limit.iter().flat_map(|limit| &limit.steps).flat_map(|step| &step.actions) {
            if let Escalation::Apply(event) = action {
                self.buildable(node, *event, &Map::new());
            }
        }
    }

    fn buildable(&mut self, node: &Node, event: EventKind, samples: &Map<String, Value>) {
        if let Err(error) = ticket_event(event, samples) {
            let message = format!("'{}' applies '{event}' to the ticket without what that needs: {error}", node.id);
            let fix = "let a set node apply it with these details, or leave it to the part of the product that knows them";
            self.error("bad_apply", node, message, fix);
        }
    }

    /// A value of the type that an expression gives; a text called `by` is taken to name a person.
    fn sample(&self, name: &str, text: &str) -> Value {
        let kind = Expression::parse(text).ok().and_then(|expression| expression.check(self.environment).ok());
        match kind {
            Some(Type::Bool) => true.into(),
            Some(Type::Int | Type::Uint | Type::Money | Type::Double) => 1.into(),
            Some(Type::List(_)) => json!([]),
            Some(Type::Map(_) | Type::Record(_)) => json!({}),
            Some(Type::Timestamp) => json!("2026-10-08T08:00:00Z"),
            _ if name == "by" => json!(SOMEBODY),
            _ => json!("words"),
        }
    }
}

fn value_of(kind: ValueType) -> Value {
    match kind {
        ValueType::Boolean => true.into(),
        ValueType::Integer | ValueType::Number | ValueType::Money => 1.into(),
        ValueType::Text => "words".into(),
        ValueType::List => json!([]),
        ValueType::Timestamp => json!("2026-10-08T08:00:00Z"),
    }
}

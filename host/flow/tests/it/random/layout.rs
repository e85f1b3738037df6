//! Workflows drawn at random.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::walk::{approval, definition, end, form, node, start, user};

/// A piece of a workflow.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Form(u8),
    Approval(u8, u8),
    Hook,
    Wait(bool),
    Timer,
    Notify,
    Set,
    Subtask(bool),
    Await,
    Condition(Vec<Piece>, Vec<Piece>),
    Split(Vec<Piece>, Vec<Piece>, bool),
}

pub(super) fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let leaf = prop_oneof![
        any::<u8>().prop_map(Piece::Form),
        (any::<u8>(), any::<u8>()).prop_map(|(mode, back)| Piece::Approval(mode, back)),
        (any::<u8>(), any::<u8>()).prop_map(|(mode, back)| Piece::Approval(mode, back)),
        Just(Piece::Hook),
        any::<bool>().prop_map(Piece::Wait),
        Just(Piece::Timer),
        Just(Piece::Notify),
        Just(Piece::Set),
        any::<bool>().prop_map(Piece::Subtask),
        Just(Piece::Await),
    ];
    let block = |inner| prop::collection::vec(inner, 1..4);
    let piece = leaf.prop_recursive(3, 16, 4, move |inner| {
        prop_oneof![
            (block(inner.clone()), block(inner.clone())).prop_map(|(a, b)| Piece::Condition(a, b)),
            (block(inner.clone()), block(inner), any::<bool>()).prop_map(|(a, b, all)| Piece::Split(a, b, all)),
        ]
    });
    prop::collection::vec(piece, 1..5)
}

/// Lays pieces out as nodes.
struct Layout {
    nodes: Vec<Value>,
    /// Nodes of the present way, to which a rejection may go back.
    passed: Vec<String>,
    /// A sub-task that went on meanwhile.
    subtask: Option<String>,
}

impl Layout {
    fn name(&self) -> String {
        format!("n{}", self.nodes.len())
    }

    fn reserve(&mut self) -> String {
        let name = self.name();
        self.nodes.push(Value::Null);
        name
    }

    fn put(&mut self, name: &str, node: Value) {
        let at: usize = name[1..].parse().unwrap();
        self.nodes[at] = node;
    }

    /// Lays a block out that leads to `next`; gives its first node.
    fn block(&mut self, block: &[Piece], next: &str) -> String {
        let names: Vec<String> = block.iter().map(|_| self.reserve()).collect();
        for (at, piece) in block.iter().enumerate() {
            let after = names.get(at + 1).map_or(next, String::as_str).to_owned();
            self.piece(piece, &names[at], &after);
            self.passed.push(names[at].clone());
        }
        names[0].clone()
    }

    fn piece(&mut self, piece: &Piece, name: &str, next: &str) {
        let who = |seed: u8| match seed % 5 {
            0 => json!([{"role": "agent"}]),
            1 => json!([{"role": "supervisor"}, {"role": "director"}]),
            2 => json!([{"person": user(3)}, {"person": user(9)}]),
            3 => json!([{"expression": "team"}]),
            _ => json!([{"role": "finance"}, {"role": "risk"}, {"person": user(1)}]),
        };
        let laid = match piece {
            Piece::Form(seed) => {
                let mut node = form(name, who(*seed), json!({"reason": "write", "refund": "write"}), next);
                if seed % 3 == 0 {
                    node["limit"] = json!({"within": "4h", "clock": "business", "steps": [
                        {"after": "10m", "only": "unclaimed", "do": ["remind", {"raise_priority": "high"}]},
                        {"after": "1h", "every": "1h", "do": ["remind"]},
                        {"after": "4h", "do": [{"hand_over": {"to": [{"role": "director"}], "keep": seed % 2 == 0}}]},
                        {"after": "8h", "do": [{"go": next}]},
                    ]});
                }
                node
            }
            Piece::Approval(seed, back) => {
                let mode = match seed % 6 {
                    0 => json!("any"),
                    1 => json!("all"),
                    2 => json!("in_order"),
                    3 => json!({"at_least": {"n": 2}}),
                    4 => json!({"at_least": {"n": 2, "veto": false}}),
                    _ => json!({"at_least": {"n": 3, "veto": false}}),
                };
                let to = self.passed.get(usize::from(*back) % (self.passed.len() + 1)).map_or("refused", String::as_str).to_owned();
                approval(name, mode, who(seed / 6), next, &to)
            }
            Piece::Hook => {
                node(name, json!({"type": "hook", "hook": "routing", "next": next, "failed": next}), json!({"gives": {"queue": "text"}}))
            }
            Piece::Wait(early) => {
                let kind = json!({"type": "wait", "for": {"signal": "scan"}, "early": early, "next": next});
                node(name, kind, json!({"limit": {"within": "1d", "steps": [{"after": "1d", "do": [{"go": next}]}]}}))
            }
            Piece::Timer => node(name, json!({"type": "timer", "when": {"after": "1h"}, "next": next}), json!({})),
            Piece::Notify => node(name, json!({"type": "notify", "to": ["customer"], "template": "x", "next": next}), json!({})),
            Piece::Set => {
                let changes = json!([{"form": {"name": "refund", "value": "has(form.refund) ? form.refund : amount"}}, {"add_tag": "x"}]);
                node(name, json!({"type": "set", "changes": changes, "next": next}), json!({}))
            }
            Piece::Subtask(meanwhile) => {
                let button = if *meanwhile {
                    json!({"code": "done", "does": "submit"})
                } else {
                    json!({"code": "done", "does": "submit", "next": next})
                };
                let mut kind = json!({"type": "subtask"});
                if *meanwhile {
                    kind["meanwhile"] = json!(next);
                    self.subtask = Some(name.to_owned());
                }
                let work = json!({"who": [{"role": "warehouse"}], "buttons": [button, {"code": "transfer", "does": "transfer"}]});
                node(name, kind, json!({"work": work, "limit": {"within": "2d"}}))
            }
            Piece::Await => match &self.subtask {
                Some(of) => node(name, json!({"type": "wait", "for": {"subtask": of}, "next": next}), json!({})),
                None => form(name, who(1), json!({}), next),
            },
            Piece::Condition(then, otherwise) => {
                let passed = self.passed.len();
                let then = self.block(then, next);
                self.passed.truncate(passed);
                let otherwise = self.block(otherwise, next);
                self.passed.truncate(passed);
                let when = "form.refund > money(\"50.00\") || amount > money(\"200.00\")";
                node(name, json!({"type": "condition", "branches": [{"when": when, "next": then}], "else": otherwise}), json!({}))
            }
            Piece::Split(one, two, all) => {
                let passed = self.passed.len();
                let join = self.reserve();
                let one = self.block(one, &join);
                self.passed.truncate(passed);
                let two = self.block(two, &join);
                self.passed.truncate(passed);
                let wait = if *all { "all" } else { "any" };
                self.put(&join, node(&join, json!({"type": "join", "wait": wait, "next": next}), json!({})));
                node(name, json!({"type": "split", "branches": [one, two], "join": join}), json!({}))
            }
        };
        self.put(name, laid);
    }
}

pub(super) fn lay_out(pieces: &[Piece]) -> Value {
    let mut layout = Layout { nodes: Vec::new(), passed: Vec::new(), subtask: None };
    let first = layout.block(pieces, "done");
    let mut nodes = layout.nodes;
    nodes.extend([start(&first), end("done")]);
    // An approval in the first place has nowhere to go back to.
    let refuses = nodes.iter().any(|node| node.to_string().contains("\"refused\""));
    if refuses {
        nodes.push(end("refused"));
    }
    definition(json!(nodes))
}

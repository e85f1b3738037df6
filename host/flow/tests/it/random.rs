//! What holds for workflows and events drawn at random.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use redress_domain::id::{TaskId, TimerId};
use redress_domain::timeline::Actor;
use redress_expression::Value as Known;
use redress_flow::{Context, Definition, Directory, Effect, Event, Flow, Party, Severity, Task, Waiting, advance, check};
use serde_json::{Map, Value, json};

use crate::walk::{Walk, approval, definition, end, environment, form, node, role, start, user};

/// A piece of a workflow.
#[derive(Debug, Clone)]
enum Piece {
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

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
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

fn lay_out(pieces: &[Piece]) -> Value {
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

/// The host's side: the tasks and timers that effects have opened and not closed.
#[derive(Debug, Default)]
struct Mirror {
    tasks: BTreeMap<TaskId, Task>,
    timers: BTreeSet<TimerId>,
}

impl Mirror {
    fn carry_out(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::OpenTask { task, .. } => assert!(self.tasks.insert(task.id, task.clone()).is_none(), "opened twice"),
                Effect::TaskChanged { task } => assert!(self.tasks.insert(task.id, task.clone()).is_some(), "changed while closed"),
                Effect::CloseTask { task, .. } => assert!(self.tasks.remove(task).is_some(), "closed twice"),
                Effect::StartTimer { timer, .. } => assert!(self.timers.insert(*timer), "started twice"),
                Effect::CancelTimer { timer } => assert!(self.timers.remove(timer), "cancelled twice"),
                _ => {}
            }
        }
    }

    fn agrees(&self, walk: &Walk) {
        let tasks: BTreeMap<TaskId, Task> = walk.run.tasks.iter().map(|task| (task.id, task.clone())).collect();
        assert_eq!(self.tasks, tasks, "what people see is what the run waits for");
        let timers: BTreeSet<TimerId> = walk.run.tokens.iter().flat_map(|token| &token.timers).map(|armed| armed.id).collect();
        assert_eq!(self.timers, timers, "no timer is lost or left behind");
    }
}

/// Somebody who can do something now.
fn sensible(walk: &Walk) -> Vec<Event> {
    let mut events = Vec::new();
    for task in &walk.run.tasks {
        let people: Vec<u128> =
            (1..=10).filter(|n| !walk.desk.away.contains(&user(*n)) && !task.has_voted(&Actor::User(user(*n)))).collect();
        let buttons = walk.flow.node(&task.node).unwrap().work.as_ref().unwrap().buttons.iter().filter(|button| button.does.moves());
        for button in buttons {
            for n in &people {
                events.push(Event::TaskDone {
                    task: task.id,
                    actor: Actor::User(user(*n)),
                    button: button.code.clone(),
                    data: Map::new(),
                    opinion: Some("说明".to_owned()),
                });
            }
        }
    }
    for token in &walk.run.tokens {
        match &token.waiting {
            Waiting::Hook { ask } => events.push(Event::HookAnswered { ask: *ask, answer: Map::new() }),
            Waiting::Signal { name } => events.push(Event::Signal { name: name.clone(), actor: Actor::System, data: Map::new() }),
            Waiting::Timer => events.extend(token.timers.iter().map(|armed| Event::TimerFired { timer: armed.id })),
            _ => {}
        }
    }
    events
}

/// An event from three numbers: sensible, odd, or nonsense.
fn event(walk: &mut Walk, past: &[Event], (what, a, b): (u8, u16, u16)) -> Option<Event> {
    let pick = |most: usize| if most == 0 { None } else { Some(usize::from(a) % most) };
    let task = pick(walk.run.tasks.len()).map(|at| walk.run.tasks[at].id);
    let one = user(u128::from(b % 10) + 1);
    Some(match what % 16 {
        0..=6 => {
            let events = sensible(walk);
            events.get(pick(events.len())?)?.clone()
        }
        7 => Event::Claim { task: task?, user: one },
        8 => Event::Release { task: task?, user: one },
        9 => Event::Transfer {
            task: task?,
            actor: if b % 2 == 0 { Actor::System } else { Actor::User(user(u128::from(b % 7) + 1)) },
            to: [Party::Person(one), role("risk"), role("nobody"), Party::Customer][usize::from(b / 11) % 4].clone(),
            opinion: None,
        },
        10 => Event::Delegate { task: task?, user: one, to: user(u128::from(a % 10) + 1), opinion: None },
        11 => {
            if !walk.desk.away.remove(&one) {
                walk.desk.away.insert(one);
            }
            if a % 3 == 0 {
                walk.desk.deputies.insert(one, user(u128::from(a % 10) + 1));
            }
            if a % 4 == 0 { Event::OwnerGone { user: one } } else { Event::AbsenceChanged { user: one } }
        }
        12 => {
            let timers: Vec<TimerId> = walk.run.tokens.iter().flat_map(|token| &token.timers).map(|armed| armed.id).collect();
            Event::TimerFired { timer: timers[pick(timers.len())?] }
        }
        13 => Event::Signal { name: "scan".to_owned(), actor: Actor::Customer, data: Map::new() },
        14 => past.get(pick(past.len())?)?.clone(),
        _ => match b % 12 {
            0 => Event::Cancelled { actor: Actor::Customer, reason: None },
            1..=3 => Event::SubtaskDone { task: task?, button: "done".to_owned(), data: Map::new() },
            4 => Event::HookFailed { ask: u32::from(a), reason: "no".to_owned() },
            _ => {
                walk.facts.insert("amount".to_owned(), Known::Int(i64::from(a)));
                return None;
            }
        },
    })
}

/// Walks a flow through numbers, checking after each event what must always hold.
fn walk_at_random(flow: Flow, numbers: &[(u8, u16, u16)]) {
    let mut walk = Walk::on(flow).begin();
    let mut mirror = Mirror::default();
    mirror.carry_out(&walk.effects);
    mirror.agrees(&walk);
    let mut past = Vec::new();
    for number in numbers {
        let Some(event) = event(&mut walk, &past, *number) else { continue };
        let (before, ids) = (walk.clone(), walk.ids.clone());
        let fired = match &event {
            Event::TimerFired { timer } => Some(*timer),
            _ => None,
        };
        let result = walk.send(event.clone());
        let mut again_ids = ids;
        let mut context = Context { now: before.now, ids: &mut again_ids, facts: &before.facts, directory: &before.desk };
        let again = advance(&before.flow, before.run.clone(), event.clone(), &mut context);
        match result {
            Ok(()) => {
                assert_eq!(again.unwrap(), (walk.run.clone(), walk.effects.clone()), "the same call gives the same result");
                if let Some(timer) = fired {
                    assert!(mirror.timers.remove(&timer));
                }
                mirror.carry_out(&walk.effects);
                mirror.agrees(&walk);
            }
            Err(refusal) => {
                assert_eq!(again.unwrap_err(), refusal);
                assert_eq!(walk.run, before.run);
                assert!(!refusal.to_string().is_empty() && refusal.code() != "runaway" && refusal.code() != "corrupt", "{refusal}");
            }
        }
        past.push(event);
        if !walk.run.is_running() {
            return;
        }
        // Somebody can always do something, unless everybody who could is away.
        if walk.desk.away.is_empty() {
            let moves = sensible(&walk).into_iter().any(|event| walk.clone().send(event).is_ok());
            let waits = walk.run.tokens.iter().any(|token| !token.timers.is_empty());
            assert!(moves || waits || short_of_people(&walk), "stalls at {:?}: {:#?}", walk.at(), walk.run);
        }
    }
}

/// True when a task waits for people who do not exist: it was handed to a role nobody has, or needs more voices than there
/// are people. The engine tells the fallback role then.
fn short_of_people(walk: &Walk) -> bool {
    walk.run.tasks.iter().any(|task| {
        let people: BTreeSet<_> = task.seats.iter().flat_map(|seat| &seat.candidates).flat_map(|party| walk.desk.members(party)).collect();
        people.iter().all(|one| task.has_voted(&Actor::User(*one))) || people.len() < task.seats.len()
    })
}

fn numbers() -> impl Strategy<Value = Vec<(u8, u16, u16)>> {
    prop::collection::vec(any::<(u8, u16, u16)>(), 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Workflows drawn in order have no errors; walked with any events they never panic, lose a token, a task or a timer,
    /// count a person twice, or stall.
    #[test]
    fn drawn_workflows_always_go_on(pieces in pieces(), numbers in numbers()) {
        let read: Definition = serde_json::from_value(lay_out(&pieces)).unwrap();
        let findings: Vec<_> = check(&read, &environment()).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        // A step back over nothing that waits goes round, and a wait may stand where its sub-task is not on the way; both are told.
        prop_assume!(findings.is_empty());
        let stored: Definition = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
        prop_assert_eq!(&stored, &read);
        walk_at_random(Flow::compile(read, &environment()).unwrap(), &numbers);
    }

    /// Workflows whose arrows were drawn anywhere are refused with findings, or go on like any other.
    #[test]
    fn redrawn_workflows_are_refused_or_go_on(pieces in pieces(), from in any::<u16>(), to in any::<u16>(), numbers in numbers()) {
        let mut drawn = lay_out(&pieces);
        let names: Vec<String> = drawn["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect();
        let (old, new) = (&names[usize::from(from) % names.len()], &names[usize::from(to) % names.len()]);
        prop_assume!(old != "start");
        // All arrows to one node lead to another now.
        for node in drawn["nodes"].as_array_mut().unwrap() {
            let text = node["kind"].to_string().replace(&format!("\"{old}\""), &format!("\"{new}\""));
            node["kind"] = serde_json::from_str(&text).unwrap();
        }
        let read: Definition = serde_json::from_value(drawn).unwrap();
        match Flow::compile(read, &environment()) {
            Ok(flow) => walk_at_random(flow, &numbers),
            Err(findings) => prop_assert!(findings.iter().any(|finding| finding.severity == Severity::Error)),
        }
    }
}

/// The generator above is of use only if most of what it draws is sound.
#[test]
fn most_drawn_workflows_are_sound() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut sound, mut codes) = (0, BTreeMap::new());
    for _ in 0..200 {
        let drawn = lay_out(&pieces().new_tree(&mut runner).unwrap().current());
        let read: Definition = serde_json::from_value(drawn).unwrap();
        let findings: Vec<_> = check(&read, &environment()).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        sound += usize::from(findings.is_empty());
        for finding in findings {
            *codes.entry(finding.code).or_insert(0) += 1;
        }
    }
    assert!(sound >= 120, "{sound} of 200 are sound: {codes:?}");
}

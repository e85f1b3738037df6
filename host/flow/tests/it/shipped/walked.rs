//! Every choice of every shipped workflow.

use std::collections::BTreeSet;

use redress_domain::event::EventKind as E;
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_flow::{Directory, Effect, Event, NodeKind, Party, Run, RunState, ValueType, Waiting, check, facts_of_shipped, shipped};
use serde_json::{Map, Value, json};

use super::case::Case;
use crate::walk::object;

#[test]
fn shipped_workflows_have_no_findings_and_both_languages() {
    let all = shipped().unwrap();
    assert_eq!(all.len(), redress_flow::SHIPPED.len());
    for (definition, (id, text)) in all.iter().zip(redress_flow::SHIPPED) {
        assert_eq!(definition.id, id);
        assert_eq!(check(definition, &facts_of_shipped()), [], "{id}");
        for name in definition
            .nodes
            .iter()
            .map(|node| &node.name)
            .chain(definition.fields.values().map(|field| &field.name))
            .chain([&definition.name])
        {
            assert_eq!(name.languages().collect::<Vec<_>>(), ["en", "zh-CN"], "{id}: {name:?}");
        }
        let written: Value = serde_json::from_str(text).unwrap();
        let again = serde_json::to_value(definition).unwrap();
        assert_eq!(serde_json::from_value::<redress_flow::Definition>(again).unwrap(), *definition, "{id}");
        assert_eq!(written["id"], id);
    }
}

fn sample(kind: ValueType) -> Vec<Value> {
    match kind {
        ValueType::Boolean => vec![json!(true), json!(false)],
        ValueType::Integer | ValueType::Money => vec![json!(1), json!(0)],
        ValueType::Number => vec![json!(1.5)],
        ValueType::Text => vec![json!("person:usr_0000000000000000000000000000000c")],
        ValueType::List => vec![json!(["one.jpg"])],
        ValueType::Timestamp => vec![json!("2026-10-08T08:00:00Z")],
    }
}

/// Everything that may happen to a run where it stands: every button with every truth of its fields, every answer, every
/// signal, every timer.
fn possible(case: &Case) -> Vec<Event> {
    let mut events = Vec::new();
    for task in &case.run.tasks {
        let work = case.flow.node(&task.node).unwrap().work.clone().unwrap();
        let party = task.holders().into_iter().find(|party| *party == Party::Customer || !case.desk.members(party).is_empty());
        let people: Vec<Actor> = match party.unwrap() {
            Party::Customer => vec![Actor::Customer],
            party => case.desk.members(&party).into_iter().map(Actor::User).collect(),
        };
        let Some(actor) = people.into_iter().find(|actor| !task.has_voted(actor)) else { continue };
        for button in work.buttons.iter().filter(|button| button.does.moves()) {
            for truth in [0, 1] {
                let writes = work.fields.iter().filter(|(_, access)| access.writes());
                let data = writes.map(|(name, _)| {
                    let samples = sample(case.flow.definition().fields[name].kind);
                    (name.clone(), samples[truth % samples.len()].clone())
                });
                events.push(Event::TaskDone {
                    task: task.id,
                    actor: actor.clone(),
                    button: button.code.clone(),
                    data: data.collect(),
                    opinion: Some("说明".to_owned()),
                });
            }
        }
    }
    for token in &case.run.tokens {
        match &token.waiting {
            Waiting::Hook { ask } => {
                events.push(Event::HookFailed { ask: *ask, reason: "no rule".to_owned() });
                for verdict in ["approve", "needs_approval"] {
                    events.push(Event::HookAnswered { ask: *ask, answer: object(json!({"verdict": verdict})) });
                }
            }
            Waiting::Signal { name } => events.push(Event::Signal { name: name.clone(), actor: Actor::System, data: Map::new() }),
            _ => {}
        }
        events.extend(token.timers.iter().map(|armed| Event::TimerFired { timer: armed.id }));
    }
    events
}

/// Walks every choice of every shipped workflow, for several kinds, amounts, classes and pasts: every node is visited, every
/// end is reached, and from wherever a run stands something can happen that the run takes.
#[test]
fn shipped_workflows_are_walked_to_all_their_ends() {
    for definition in shipped().unwrap() {
        let (mut visited, mut ends) = (BTreeSet::new(), BTreeSet::new());
        for (kind, yuan, category, similar, problem) in [
            (TicketKind::ReturnRefund, 30, "服饰", 0, Some("商品破损")),
            (TicketKind::ReturnRefund, 300, "贵重品", 0, Some("退款失败")),
            (TicketKind::ReturnRefund, 900, "生鲜品", 5, None),
            (TicketKind::Exchange, 30, "家电", 0, Some("丢件")),
            (TicketKind::RefundOnly, 30, "鞋包", 5, None),
            (TicketKind::Complaint, 30, "服饰", 0, None),
        ] {
            let mut first = Case::new(&definition.id, kind, yuan);
            first.world.categories = vec![category.to_owned()];
            first.world.similar = similar;
            first.world.ticket.problem_type = problem.map(str::to_owned);
            first.run = Run::new(first.flow.definition());
            first.send(Event::Begin { actor: Actor::Customer, form: Map::new() }).unwrap();
            // Where tokens stand and what is filled in is all that later steps depend on.
            let key = |case: &Case| format!("{:?} {:?} {:?} {:?}", case.run.state, case.at(), case.run.form, case.run.early.keys());
            let mut seen = BTreeSet::from([key(&first)]);
            let mut open = vec![first];
            while let Some(case) = open.pop() {
                for entry in &case.effects {
                    if let Effect::Record(entry) = entry
                        && entry.kind == "flow.moved"
                    {
                        visited.extend(entry.data["nodes"].as_array().unwrap().iter().map(|node| node.as_str().unwrap().to_owned()));
                    }
                }
                if let RunState::Finished { outcome, .. } = &case.run.state {
                    ends.insert(outcome.clone());
                    continue;
                }
                let mut taken = 0;
                for event in possible(&case) {
                    let mut next = case.clone();
                    if next.send(event).is_ok() {
                        taken += 1;
                        if seen.insert(key(&next)) {
                            open.push(next);
                        }
                    }
                }
                assert!(taken > 0, "{} stalls at {:?}", definition.id, case.at());
            }
        }
        let all: BTreeSet<String> = definition.nodes.iter().map(|node| node.id.to_string()).collect();
        assert_eq!(visited, all, "{}", definition.id);
        let outcomes: BTreeSet<String> = definition
            .nodes
            .iter()
            .filter_map(|node| match &node.kind {
                NodeKind::End { outcome, .. } => Some(outcome.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(ends, outcomes, "{}", definition.id);
    }
}

/// Every event that a shipped workflow applies is one that the ticket's machine knows; the list is what the host must expect.
#[test]
fn the_events_that_shipped_workflows_apply() {
    let mut applied = BTreeSet::new();
    for definition in shipped().unwrap() {
        let text = serde_json::to_value(&definition).unwrap();
        let mut open = vec![&text];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(map) => {
                    let named = map.get("apply").map(|apply| apply.get("event").unwrap_or(apply));
                    applied.extend(named.and_then(Value::as_str).map(str::to_owned));
                    open.extend(map.values());
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
    }
    let kinds: Vec<E> = applied.iter().map(|name| name.parse().unwrap()).collect();
    let mut expected = vec![
        E::Agreed,
        E::AgreementFailed,
        E::Closed,
        E::CustomerAnswered,
        E::Expired,
        E::GoodsInspected,
        E::PartRequested,
        E::Rejected,
        E::ReturnRequested,
        E::SentForCorrection,
    ];
    expected.sort_by_key(|kind| kind.as_str());
    assert_eq!(kinds, expected);
}

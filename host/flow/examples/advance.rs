//! How long one event takes: `cargo run --release -p redress-flow --example advance`.
//!
//! Prints the median over walks through a flow of ten nodes with a hook, conditions, an approval and a form, and for events of
//! a shipped workflow of more than thirty nodes.

use std::collections::BTreeMap;
use std::time::Instant;

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId, UserId};
use redress_domain::timeline::Actor;
use redress_expression::{Environment, Type, Value as Known};
use redress_flow::{Context, Definition, Directory, Event, Flow, Ids, Party, Run, Waiting, advance, facts_of_shipped, shipped};
use serde_json::{Map, json};
use uuid::Uuid;

struct Counter(u128);

impl Ids for Counter {
    fn task(&mut self) -> TaskId {
        self.0 += 1;
        TaskId::from_uuid(Uuid::from_u128(self.0))
    }

    fn timer(&mut self) -> TimerId {
        self.0 += 1;
        TimerId::from_uuid(Uuid::from_u128(self.0))
    }
}

struct Everybody;

impl Directory for Everybody {
    fn members(&self, _: &Party) -> Vec<UserId> {
        vec![UserId::from_uuid(Uuid::from_u128(1)), UserId::from_uuid(Uuid::from_u128(2))]
    }

    fn is_away(&self, _: UserId) -> bool {
        false
    }

    fn deputy(&self, _: UserId) -> Option<UserId> {
        None
    }
}

fn ten_nodes() -> Result<Flow, Box<dyn std::error::Error>> {
    let work =
        |code: &str, does: &str, next: &str| json!({"who": [{"role": "agent"}], "buttons": [{"code": code, "does": does, "next": next}]});
    let text = json!({
        "id": "ten", "version": 1, "name": {"en": "Ten nodes"}, "fallback": "owner",
        "fields": {"note": {"name": {"en": "Note"}, "type": "text"}},
        "nodes": [
            {"id": "start", "name": {"en": "a"}, "kind": {"type": "start", "next": "ask"}},
            {"id": "ask", "name": {"en": "b"}, "kind": {"type": "hook", "hook": "routing", "next": "tiers", "failed": "tiers"}, "gives": {"queue": "text"}},
            {"id": "tiers", "name": {"en": "c"}, "kind": {"type": "condition", "branches": [
                {"when": "amount > money(\"500.00\")", "next": "tell"}, {"when": "amount > money(\"50.00\")", "next": "review"}], "else": "tell"}},
            {"id": "review", "name": {"en": "d"}, "kind": {"type": "approval"}, "work": work("agree", "agree", "tell"), "limit": {"within": "4h", "steps": [{"after": "2h", "do": ["remind"]}]}},
            {"id": "tell", "name": {"en": "e"}, "kind": {"type": "notify", "to": ["customer"], "template": "x", "next": "mark"}},
            {"id": "mark", "name": {"en": "f"}, "kind": {"type": "set", "changes": [{"add_tag": "x"}], "next": "fill"}},
            {"id": "fill", "name": {"en": "g"}, "kind": {"type": "form"}, "work": work("submit", "submit", "last"), "limit": {"within": "4h"}},
            {"id": "last", "name": {"en": "h"}, "kind": {"type": "condition", "branches": [{"when": "outcome.ask.queue == \"x\"", "next": "other"}], "else": "done"}},
            {"id": "other", "name": {"en": "i"}, "kind": {"type": "end", "outcome": "other"}},
            {"id": "done", "name": {"en": "j"}, "kind": {"type": "end", "outcome": "done"}},
        ],
    });
    let definition: Definition = serde_json::from_value(text)?;
    let environment = Environment::new(Some(2)).with("amount", Type::Money);
    Flow::compile(definition, &environment).map_err(|findings| format!("{findings:#?}").into())
}

/// What the people, rules and parcels of a run do next.
fn next_event(flow: &Flow, run: &Run) -> Option<Event> {
    let token = run.tokens.first()?;
    Some(match &token.waiting {
        Waiting::Hook { ask } => Event::HookAnswered { ask: *ask, answer: Map::new() },
        Waiting::Signal { name } => Event::Signal { name: name.clone(), actor: Actor::System, data: Map::new() },
        Waiting::Task { task, .. } => {
            let work = flow.node(&token.node)?.work.as_ref()?;
            let button = work.buttons.first()?.code.clone();
            let data = work.fields.iter().filter(|(_, access)| access.writes()).map(|(name, _)| (name.clone(), json!("x"))).collect();
            let actor = Actor::User(UserId::from_uuid(Uuid::from_u128(1)));
            Event::TaskDone { task: *task, actor, button, data, opinion: None }
        }
        _ => return None,
    })
}

fn measure(name: &str, flow: &Flow, facts: &BTreeMap<String, Known>) -> Result<(), Box<dyn std::error::Error>> {
    let now: Timestamp = "2026-10-08T08:00:00Z".parse()?;
    let mut batches = Vec::with_capacity(BATCHES);
    for _ in 0..BATCHES {
        let (mut events, mut spent) = (0_u32, std::time::Duration::ZERO);
        while events < 1_000 {
            let mut ids = Counter(0);
            let mut run = Run::new(flow.definition());
            let mut event = Some(Event::Begin { actor: Actor::Customer, form: Map::new() });
            while let Some(next) = event {
                let mut context = Context { now, ids: &mut ids, facts, directory: &Everybody };
                let began = Instant::now();
                let (after, effects) = advance(flow, run, next, &mut context)?;
                spent += began.elapsed();
                std::hint::black_box(effects);
                run = after;
                events += 1;
                event = next_event(flow, &run);
            }
        }
        batches.push(spent.as_secs_f64() * 1e6 / f64::from(events));
    }
    batches.sort_by(f64::total_cmp);
    println!(
        "{name}: {:.2} µs for one event; best {:.2}, worst {:.2} of {BATCHES} batches",
        batches[BATCHES / 2],
        batches[0],
        batches[BATCHES - 1]
    );
    Ok(())
}

/// Batches of a thousand events; the middle one counts, because other work on the machine slows some of them down.
const BATCHES: usize = 201;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let facts = BTreeMap::from([("amount".to_owned(), Known::Int(10_000))]);
    measure("ten nodes", &ten_nodes()?, &facts)?;
    let hub = shipped()?.into_iter().find(|definition| definition.id == "refund_hub").ok_or("the refund hub is shipped")?;
    let flow = Flow::compile(hub, &facts_of_shipped()).map_err(|findings| format!("{findings:#?}"))?;
    let facts = BTreeMap::from([
        ("ticket.kind".to_owned(), Known::text("refund_only")),
        ("ticket.requested".to_owned(), Known::Int(30_000)),
        ("ticket.case_status".to_owned(), Known::text("first_review")),
        ("ticket.goods_status".to_owned(), Known::text("with_customer")),
    ]);
    measure("refund hub", &flow, &facts)
}

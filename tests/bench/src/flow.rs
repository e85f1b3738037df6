//! One event through a workflow of ten nodes, pure: what the engine costs beside keeping the run as JSON.

use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};
use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId, UserId};
use redress_domain::timeline::Actor;
use redress_expression::{Environment, Type, Value as Known};
use redress_flow::{Context, Directory, Event, Flow, Ids, Party, Run, advance};
use redress_tests::load::rank;
use serde_json::{Map, json};
use uuid::Uuid;

use crate::report::Report;

const WALKS: usize = 20_000;
/// Approvals on the way; with the start, the conditions between them and the end the workflow has ten nodes.
const APPROVALS: usize = 4;

/// Measures and reports.
pub(crate) fn run(report: &mut Report) -> Result<()> {
    let flow = flow()?;
    let mut events = Vec::with_capacity(WALKS * (APPROVALS + 1));
    let mut kept = Vec::with_capacity(WALKS);
    for _ in 0..WALKS {
        let mut walk = Walk { run: Run::new(flow.definition()), ids: Counter(0) };
        events.push(walk.send(&flow, Event::Begin { actor: Actor::Customer, form: Map::new() })?);
        for _ in 0..APPROVALS {
            let task = walk.run.tasks.first().ok_or_else(|| anyhow!("the run waits for nobody"))?.id;
            let begun = Instant::now();
            black_box(serde_json::to_vec(black_box(&walk.run))?);
            kept.push(begun.elapsed());
            let (actor, button) = (Actor::User(person()), "agree".to_owned());
            events.push(walk.send(&flow, Event::TaskDone { task, actor, button, data: Map::new(), opinion: None })?);
        }
        ensure!(!walk.run.is_running(), "ten nodes end with their last approval");
    }
    events.sort_unstable();
    kept.sort_unstable();
    let [p50, p99, json] = [at(&events, 0.5), at(&events, 0.99), at(&kept, 0.5)];
    let figure = format!("p50 {p50:.2} µs, p99 {p99:.2} µs, {:.1}× writing the run as JSON ({json:.2} µs)", p50 / json);
    report.figure("workflow of ten nodes, one event", &figure, "under 5 µs", &json!({"p50_us": p50, "p99_us": p99, "json_us": json}));
    Ok(())
}

/// The time at a share of sorted times, in microseconds.
fn at(times: &[Duration], share: f64) -> f64 {
    times.get(rank(times.len(), share)).map_or(0.0, |time| time.as_secs_f64() * 1e6)
}

struct Walk {
    run: Run,
    ids: Counter,
}

impl Walk {
    fn send(&mut self, flow: &Flow, event: Event) -> Result<Duration> {
        let now: Timestamp = "2026-10-08T08:00:00Z".parse()?;
        let facts = std::collections::BTreeMap::from([("amount".to_owned(), Known::Int(10_000))]);
        let mut context = Context { now, ids: &mut self.ids, facts: &facts, directory: &Everybody };
        let before = std::mem::replace(&mut self.run, Run::new(flow.definition()));
        let begun = Instant::now();
        let (run, effects) = advance(black_box(flow), before, event, &mut context)?;
        let elapsed = begun.elapsed();
        black_box(effects);
        self.run = run;
        Ok(elapsed)
    }
}

fn flow() -> Result<Flow> {
    let name = |text: &str| json!({"en": text});
    let mut nodes = vec![json!({"id": "start", "name": name("Start"), "kind": {"type": "start", "next": "by_amount_0"}})];
    for place in 0..APPROVALS {
        let (by, ask, next) = (format!("by_amount_{place}"), format!("ask_{place}"), format!("by_amount_{}", place + 1));
        let next = if place + 1 == APPROVALS { "end".to_owned() } else { next };
        nodes.push(json!({"id": by, "name": name("By amount"), "kind": {"type": "condition",
            "branches": [{"when": "amount > money(\"50.00\")", "next": ask}], "else": next}}));
        nodes.push(json!({"id": ask, "name": name("Agree"), "kind": {"type": "approval"},
            "work": {"who": [{"role": "agent"}], "buttons": [
                {"code": "agree", "does": "agree", "next": next}, {"code": "refuse", "does": "reject", "next": "end"}]},
            "limit": {"within": "4h", "steps": [{"after": "4h", "do": ["remind"]}]}}));
    }
    nodes.push(json!({"id": "end", "name": name("End"), "kind": {"type": "end", "outcome": "done"}}));
    ensure!(nodes.len() == 10, "ten nodes");
    let definition = json!({"id": "ten", "version": 1, "name": name("Ten"), "fallback": "agent", "nodes": nodes});
    let environment = Environment::new(Some(2)).with("amount", Type::Money);
    Flow::compile(serde_json::from_value(definition)?, &environment).map_err(|findings| anyhow!("{findings:?}"))
}

fn person() -> UserId {
    UserId::from_uuid(Uuid::from_u128(7))
}

/// One agent, always there.
struct Everybody;

impl Directory for Everybody {
    fn members(&self, _: &Party) -> Vec<UserId> {
        vec![person()]
    }

    fn is_away(&self, _: UserId) -> bool {
        false
    }

    fn deputy(&self, _: UserId) -> Option<UserId> {
        None
    }
}

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

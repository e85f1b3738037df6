//! A run to test with: a directory of people, facts that tests set, identifiers that count up.

use std::collections::{BTreeMap, BTreeSet};

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId, UserId};
use redress_domain::timeline::Actor;
use redress_expression::{Environment, Type, Value as Known};
use redress_flow::{Context, Definition, Directory, Effect, Event, Finding, Flow, Ids, Party, Refusal, Run, RunState, Task, advance};
use serde_json::{Map, Value, json};
use uuid::Uuid;

pub(crate) fn user(n: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(n))
}

pub(crate) fn role(name: &str) -> Party {
    Party::Role(name.to_owned())
}

/// Who is who in tests.
#[derive(Debug, Clone, Default)]
pub(crate) struct Desk {
    pub(crate) groups: BTreeMap<String, Vec<UserId>>,
    pub(crate) away: BTreeSet<UserId>,
    pub(crate) deputies: BTreeMap<UserId, UserId>,
}

impl Desk {
    /// Agents 1 and 2, supervisors 3 and 4, director 5, warehouse 6 and 7, finance 8, risk 9, owner 10.
    pub(crate) fn new() -> Self {
        let groups: [(&str, &[u128]); 7] = [
            ("role:agent", &[1, 2]),
            ("role:supervisor", &[3, 4]),
            ("role:director", &[5]),
            ("role:warehouse", &[6, 7]),
            ("role:finance", &[8]),
            ("role:risk", &[9]),
            ("role:owner", &[10]),
        ];
        let groups = groups.into_iter().map(|(name, people)| (name.to_owned(), people.iter().map(|n| user(*n)).collect())).collect();
        Self { groups, ..Self::default() }
    }
}

impl Directory for Desk {
    fn members(&self, party: &Party) -> Vec<UserId> {
        match party {
            Party::Person(user) => vec![*user],
            group => self.groups.get(&group.to_string()).cloned().unwrap_or_default(),
        }
    }

    fn is_away(&self, user: UserId) -> bool {
        self.away.contains(&user)
    }

    fn deputy(&self, user: UserId) -> Option<UserId> {
        self.deputies.get(&user).copied()
    }
}

/// Identifiers that count up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counter(u128);

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

pub(crate) fn environment() -> Environment {
    Environment::new(Some(2)).with("amount", Type::Money).with("kind", Type::Text).with("team", Type::Text).with("now", Type::Timestamp)
}

pub(crate) fn start_of_day() -> Timestamp {
    "2026-10-08T08:00:00Z".parse().unwrap()
}

/// One run of one flow.
#[derive(Debug, Clone)]
pub(crate) struct Walk {
    pub(crate) flow: std::sync::Arc<Flow>,
    pub(crate) run: Run,
    pub(crate) desk: Desk,
    pub(crate) facts: BTreeMap<String, Known>,
    pub(crate) ids: Counter,
    pub(crate) now: Timestamp,
    /// Effects of the last event.
    pub(crate) effects: Vec<Effect>,
}

impl Walk {
    pub(crate) fn of(definition: Value) -> Self {
        let definition: Definition = serde_json::from_value(definition).unwrap_or_else(|error| panic!("{error}"));
        Self::on(Flow::compile(definition, &environment()).unwrap_or_else(|findings| panic!("{findings:#?}")))
    }

    pub(crate) fn on(flow: Flow) -> Self {
        let run = Run::new(flow.definition());
        let facts = BTreeMap::from([
            ("amount".to_owned(), Known::Int(10_000)),
            ("kind".to_owned(), Known::text("return_refund")),
            ("team".to_owned(), Known::text("role:agent")),
        ]);
        Self {
            flow: std::sync::Arc::new(flow),
            run,
            desk: Desk::new(),
            facts,
            ids: Counter::default(),
            now: start_of_day(),
            effects: Vec::new(),
        }
    }

    /// Sends an event; the walk stays as it is when the run refuses it.
    pub(crate) fn send(&mut self, event: Event) -> Result<(), Refusal> {
        let mut ids = self.ids.clone();
        let mut context = Context { now: self.now, ids: &mut ids, facts: &self.facts, directory: &self.desk };
        let (run, effects) = advance(&self.flow, self.run.clone(), event, &mut context)?;
        (self.run, self.effects, self.ids) = (run, effects, ids);
        self.check();
        Ok(())
    }

    /// What holds after every event.
    pub(crate) fn check(&self) {
        let run = &self.run;
        let waits = run.tokens.len();
        assert_eq!(run.is_running(), waits > 0, "a run that goes on stands somewhere: {run:#?}");
        for task in &run.tasks {
            assert!(run.tokens.iter().any(|token| token.id == task.token), "task without a token: {run:#?}");
            let mut voices: Vec<String> = task.votes().map(|vote| vote.by.to_string()).collect();
            voices.sort();
            let all = voices.len();
            voices.dedup();
            assert_eq!(voices.len(), all, "each person counts once");
        }
        let text = serde_json::to_string(run).unwrap();
        assert_eq!(serde_json::from_str::<Run>(&text).unwrap(), *run, "a run is what is stored of it");
    }

    pub(crate) fn begin(mut self) -> Self {
        self.begin_with(json!({}));
        self
    }

    pub(crate) fn begin_with(&mut self, form: Value) {
        self.send(Event::Begin { actor: Actor::Customer, form: object(form) }).unwrap();
    }

    /// The open task of a node.
    pub(crate) fn task(&self, node: &str) -> &Task {
        let found = self.run.tasks.iter().find(|task| task.node.as_str() == node);
        found.unwrap_or_else(|| panic!("no task at {node}, but at {:?}", self.at()))
    }

    /// A person presses a button.
    pub(crate) fn press(&mut self, node: &str, who: u128, button: &str) -> Result<(), Refusal> {
        self.press_with(node, Actor::User(user(who)), button, json!({}), Some("因为如此"))
    }

    pub(crate) fn press_with(&mut self, node: &str, actor: Actor, button: &str, data: Value, words: Option<&str>) -> Result<(), Refusal> {
        let event = Event::TaskDone {
            task: self.task(node).id,
            actor,
            button: button.to_owned(),
            data: object(data),
            opinion: words.map(str::to_owned),
        };
        self.send(event)
    }

    pub(crate) fn signal(&mut self, name: &str, data: Value) -> Result<(), Refusal> {
        self.send(Event::Signal { name: name.to_owned(), actor: Actor::System, data: object(data) })
    }

    /// Where the run stands, by node.
    pub(crate) fn at(&self) -> Vec<&str> {
        let mut at: Vec<&str> = self.run.tokens.iter().map(|token| token.node.as_str()).collect();
        at.sort_unstable();
        at
    }

    pub(crate) fn outcome(&self) -> &str {
        match &self.run.state {
            RunState::Finished { outcome, .. } => outcome,
            RunState::Cancelled { .. } => "cancelled",
            other => panic!("goes on: {other:?} at {:?}", self.at()),
        }
    }

    /// Kinds of the records of the last event.
    pub(crate) fn records(&self) -> Vec<&str> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Record(entry) => Some(entry.kind.as_str()),
                _ => None,
            })
            .collect()
    }

    /// Who is told what by the last event.
    pub(crate) fn notices(&self) -> Vec<(String, String)> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Notify { to, template, .. } => {
                    Some((template.clone(), to.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")))
                }
                _ => None,
            })
            .collect()
    }
}

pub(crate) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("not an object: {other}"),
    }
}

/// Findings of a definition, as `code@node`.
pub(crate) fn findings(definition: Value) -> Vec<String> {
    let definition: Definition = serde_json::from_value(definition).unwrap_or_else(|error| panic!("{error}"));
    let shown = |finding: &Finding| {
        assert!(finding.message.len() > 10 && finding.fix.len() > 10, "{finding:?}");
        format!("{}@{}", finding.code, finding.node.as_ref().map_or("", |node| node.as_str()))
    };
    redress_flow::check(&definition, &environment()).iter().map(shown).collect()
}

/// A definition around some nodes.
pub(crate) fn definition(nodes: Value) -> Value {
    json!({
        "id": "test", "version": 1, "name": {"en": "Test"}, "fallback": "owner",
        "fields": {
            "reason": {"name": {"zh-CN": "原因", "en": "Reason"}, "type": "text"},
            "refund": {"name": {"zh-CN": "退款金额", "en": "Refund"}, "type": "money"},
            "photos": {"name": {"zh-CN": "图片", "en": "Photos"}, "type": "list"},
            "intact": {"name": {"zh-CN": "完好", "en": "Intact"}, "type": "boolean"},
        },
        "nodes": nodes,
    })
}

/// A node with a name.
pub(crate) fn node(id: &str, kind: Value, rest: Value) -> Value {
    let mut node = object(json!({ "id": id, "name": { "en": id }, "kind": kind }));
    node.extend(object(rest));
    Value::Object(node)
}

pub(crate) fn start(next: &str) -> Value {
    node("start", json!({ "type": "start", "next": next }), json!({}))
}

pub(crate) fn end(id: &str) -> Value {
    node(id, json!({ "type": "end", "outcome": id }), json!({}))
}

/// An approval: agree leads to `yes`, reject to `no`.
pub(crate) fn approval(id: &str, mode: Value, who: Value, yes: &str, no: &str) -> Value {
    let buttons = json!([
        {"code": "agree", "does": "agree", "next": yes},
        {"code": "reject", "does": "reject", "next": no},
        {"code": "transfer", "does": "transfer"},
        {"code": "delegate", "does": "delegate"},
    ]);
    let rest = json!({ "work": { "who": who, "buttons": buttons }, "limit": { "within": "4h" } });
    node(id, json!({ "type": "approval", "mode": mode }), rest)
}

/// A form: submit leads to `next`.
pub(crate) fn form(id: &str, who: Value, fields: Value, next: &str) -> Value {
    let work = json!({ "who": who, "fields": fields, "buttons": [{"code": "submit", "does": "submit", "next": next}] });
    node(id, json!({ "type": "form" }), json!({ "work": work, "limit": { "within": "1d" } }))
}

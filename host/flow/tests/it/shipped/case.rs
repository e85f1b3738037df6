//! A shipped workflow with a real ticket beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::Event as TicketEvent;
use redress_domain::id::{QueueId, TicketId, TicketLineId};
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Priority, Refund, Ticket, TicketKind, TicketLine};
use redress_domain::timeline::Actor;
use redress_domain::{Currency, Money};
use redress_expression::{Facts, Unavailable, Value as Known};
use redress_flow::{Context, Effect, Event, Flow, Refusal, Run, RunState, Waiting, advance, facts_of_shipped, shipped, ticket_event};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::walk::{Counter, Desk, object, start_of_day, user};

pub(super) fn flow(id: &str) -> Arc<Flow> {
    let definition = shipped().unwrap().into_iter().find(|one| one.id == id).unwrap();
    Arc::new(Flow::compile(definition, &facts_of_shipped()).unwrap_or_else(|findings| panic!("{findings:#?}")))
}

/// Facts of a real ticket, and of its customer's past.
#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) ticket: Ticket,
    pub(super) categories: Vec<String>,
    pub(super) similar: i64,
    pub(super) parameters: BTreeMap<String, i64>,
}

impl Facts for World {
    fn value(&self, path: &[Box<str>]) -> Result<Known, Unavailable> {
        let names: Vec<&str> = path.iter().map(AsRef::as_ref).collect();
        Ok(match names[..] {
            ["ticket", "kind"] => Known::text(self.ticket.kind.as_str()),
            ["ticket", "problem_type"] => Known::text(self.ticket.problem_type.as_deref().ok_or(Unavailable::Missing)?),
            ["ticket", "requested"] => Known::Int(self.ticket.lines.iter().map(|line| line.requested.minor()).sum()),
            ["ticket", "categories"] => Known::texts(self.categories.iter().map(String::as_str)),
            ["ticket", "tags"] => Known::texts(self.ticket.tags.iter().map(String::as_str)),
            ["ticket", "case_status"] => Known::text(self.ticket.axes.case.as_str()),
            ["ticket", "goods_status"] => Known::text(self.ticket.axes.goods.as_str()),
            ["param", name] => Known::Int(*self.parameters.get(name).ok_or(Unavailable::Missing)?),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn call(&self, path: &[Box<str>], method: &str, _: &[Known]) -> Result<Known, Unavailable> {
        match (path.first().map(AsRef::as_ref), method) {
            (Some("history"), "similar_claims_within") => Ok(Known::Int(self.similar)),
            _ => Err(Unavailable::Unknown),
        }
    }
}

/// A shipped flow with a real ticket beside it: what the flow applies, the ticket's own machine must take.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) flow: Arc<Flow>,
    pub(super) run: Run,
    pub(super) world: World,
    pub(super) desk: Desk,
    pub(super) ids: Counter,
    pub(super) effects: Vec<Effect>,
}

impl Case {
    pub(super) fn new(id: &str, kind: TicketKind, yuan: i64) -> Self {
        let flow = flow(id);
        let mut desk = Desk::new();
        let groups: [(&str, &[u128]); 4] = [
            ("role:technical_lead", &[11]),
            ("department:技术部", &[12, 13]),
            ("department:服饰客服", &[2]),
            ("department:贵重品组", &[6, 7, 8]),
        ];
        desk.groups.extend(groups.map(|(name, people)| (name.to_owned(), people.iter().map(|n| user(*n)).collect())));
        let mut case = Self {
            run: Run::new(flow.definition()),
            flow,
            world: World { ticket: ticket(kind, yuan), categories: vec!["服饰".to_owned()], similar: 0, parameters: BTreeMap::new() },
            desk,
            ids: Counter::default(),
            effects: Vec::new(),
        };
        case.send(Event::Begin { actor: Actor::Customer, form: Map::new() }).unwrap();
        case
    }

    pub(super) fn send(&mut self, event: Event) -> Result<(), Refusal> {
        let mut ids = self.ids.clone();
        let mut context = Context { now: start_of_day(), ids: &mut ids, facts: &self.world, directory: &self.desk };
        let (run, effects) = advance(&self.flow, self.run.clone(), event, &mut context)?;
        (self.run, self.effects, self.ids) = (run, effects, ids);
        Ok(())
    }

    /// Sends an event and applies to the ticket what the flow says.
    pub(super) fn step(&mut self, event: Event) {
        self.send(event).unwrap_or_else(|refusal| panic!("{refusal} at {:?}", self.at()));
        for effect in self.effects.clone() {
            if let Effect::Apply { event, actor, details } = effect {
                let event = ticket_event(event, &details).unwrap_or_else(|error| panic!("{event}: {error} in {details:?}"));
                self.apply(event, &actor);
            }
        }
    }

    pub(super) fn apply(&mut self, event: TicketEvent, actor: &Actor) {
        let (ticket, _) = self.world.ticket.clone().apply(event, actor, start_of_day()).unwrap_or_else(|refusal| panic!("{refusal}"));
        self.world.ticket = ticket;
    }

    pub(super) fn press(&mut self, node: &str, actor: Actor, button: &str, data: Value) {
        let task = self.run.tasks.iter().find(|task| task.node.as_str() == node);
        let task = task.unwrap_or_else(|| panic!("no task at {node}, but at {:?}", self.at())).id;
        self.step(Event::TaskDone { task, actor, button: button.to_owned(), data: object(data), opinion: Some("说明".to_owned()) });
    }

    pub(super) fn signal(&mut self, name: &str) {
        self.step(Event::Signal { name: name.to_owned(), actor: Actor::System, data: Map::new() });
    }

    pub(super) fn at(&self) -> Vec<&str> {
        let mut at: Vec<&str> = self.run.tokens.iter().map(|token| token.node.as_str()).collect();
        at.sort_unstable();
        at
    }

    pub(super) fn outcome(&self) -> &str {
        match &self.run.state {
            RunState::Finished { outcome, .. } => outcome,
            other => panic!("{other:?} at {:?}", self.at()),
        }
    }

    pub(super) fn told(&self) -> Vec<&str> {
        let told = self.effects.iter().filter_map(|effect| match effect {
            Effect::Notify { template, .. } => Some(template.as_str()),
            _ => None,
        });
        told.collect()
    }

    pub(super) fn answer(&mut self, answer: Value) {
        let ask = self.run.tokens.iter().find_map(|token| match token.waiting {
            Waiting::Hook { ask } => Some(ask),
            _ => None,
        });
        self.step(Event::HookAnswered { ask: ask.unwrap(), answer: object(answer) });
    }
}

pub(super) fn ticket(kind: TicketKind, yuan: i64) -> Ticket {
    let money = Money::new(yuan * 100, Currency::CNY).unwrap();
    let line = TicketLine {
        id: TicketLineId::from_uuid(Uuid::from_u128(1)),
        order_line: None,
        sku: "A-1".to_owned(),
        category: None,
        quantity: 1,
        reason: "quality".to_owned(),
        requested: money,
    };
    let refund =
        Refund { verdict: redress_domain::rule::VerdictKind::NeedsApproval, role: None, amount: money, explanation: String::new() };
    Ticket {
        id: TicketId::from_uuid(Uuid::from_u128(1)),
        number: "1".to_owned(),
        version: 1,
        kind,
        channel: "test".to_owned(),
        external_ref: None,
        subject: String::new(),
        description: String::new(),
        problem_type: None,
        customer: None,
        order: None,
        axes: Axes {
            case: CaseStatus::FirstReview,
            goods: if matches!(kind, TicketKind::Inquiry | TicketKind::Complaint) {
                GoodsStatus::NotShipped
            } else {
                GoodsStatus::WithCustomer
            },
            money: MoneyStatus::None,
            dispute: DisputeStatus::None,
        },
        queue: Some(QueueId::from_uuid(Uuid::from_u128(1))),
        assignee: None,
        priority: Priority::Normal,
        tags: Vec::new(),
        risk: None,
        refund: kind.asks_money().then_some(refund),
        approvals: Vec::new(),
        deductions: Vec::new(),
        refusals: 0,
        lines: vec![line],
        fields: Map::new(),
        created_at: start_of_day(),
        updated_at: start_of_day(),
        reopened_at: None,
    }
}

pub(super) fn staff(n: u128) -> Actor {
    Actor::User(user(n))
}

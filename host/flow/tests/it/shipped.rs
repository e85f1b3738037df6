//! The shipped workflows: sound, walked to all their ends, and what the sources say of each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use redress_domain::Event as TicketEvent;
use redress_domain::event::EventKind as E;
use redress_domain::id::{QueueId, TicketId, TicketLineId};
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Priority, Refund, Ticket, TicketKind, TicketLine};
use redress_domain::timeline::Actor;
use redress_domain::{Currency, Money};
use redress_expression::{Facts, Unavailable, Value as Known};
use redress_flow::{
    Context, Effect, Event, Flow, NodeKind, Party, Refusal, Run, RunState, ValueType, Waiting, advance, check, facts_of_shipped, shipped,
    ticket_event,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::walk::{Counter, Desk, object, start_of_day, user};

fn flow(id: &str) -> Arc<Flow> {
    let definition = shipped().unwrap().into_iter().find(|one| one.id == id).unwrap();
    Arc::new(Flow::compile(definition, &facts_of_shipped()).unwrap_or_else(|findings| panic!("{findings:#?}")))
}

/// Facts of a real ticket, and of its customer's past.
#[derive(Debug, Clone)]
struct World {
    ticket: Ticket,
    categories: Vec<String>,
    similar: i64,
    parameters: BTreeMap<String, i64>,
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
struct Case {
    flow: Arc<Flow>,
    run: Run,
    world: World,
    desk: Desk,
    ids: Counter,
    effects: Vec<Effect>,
}

impl Case {
    fn new(id: &str, kind: TicketKind, yuan: i64) -> Self {
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

    fn send(&mut self, event: Event) -> Result<(), Refusal> {
        let mut ids = self.ids.clone();
        let mut context = Context { now: start_of_day(), ids: &mut ids, facts: &self.world, directory: &self.desk };
        let (run, effects) = advance(&self.flow, self.run.clone(), event, &mut context)?;
        (self.run, self.effects, self.ids) = (run, effects, ids);
        Ok(())
    }

    /// Sends an event and applies to the ticket what the flow says.
    fn step(&mut self, event: Event) {
        self.send(event).unwrap_or_else(|refusal| panic!("{refusal} at {:?}", self.at()));
        for effect in self.effects.clone() {
            if let Effect::Apply { event, actor, details } = effect {
                let event = ticket_event(event, &details).unwrap_or_else(|error| panic!("{event}: {error} in {details:?}"));
                self.apply(event, &actor);
            }
        }
    }

    fn apply(&mut self, event: TicketEvent, actor: &Actor) {
        let (ticket, _) = self.world.ticket.clone().apply(event, actor, start_of_day()).unwrap_or_else(|refusal| panic!("{refusal}"));
        self.world.ticket = ticket;
    }

    fn press(&mut self, node: &str, actor: Actor, button: &str, data: Value) {
        let task = self.run.tasks.iter().find(|task| task.node.as_str() == node);
        let task = task.unwrap_or_else(|| panic!("no task at {node}, but at {:?}", self.at())).id;
        self.step(Event::TaskDone { task, actor, button: button.to_owned(), data: object(data), opinion: Some("说明".to_owned()) });
    }

    fn signal(&mut self, name: &str) {
        self.step(Event::Signal { name: name.to_owned(), actor: Actor::System, data: Map::new() });
    }

    fn at(&self) -> Vec<&str> {
        let mut at: Vec<&str> = self.run.tokens.iter().map(|token| token.node.as_str()).collect();
        at.sort_unstable();
        at
    }

    fn outcome(&self) -> &str {
        match &self.run.state {
            RunState::Finished { outcome, .. } => outcome,
            other => panic!("{other:?} at {:?}", self.at()),
        }
    }

    fn told(&self) -> Vec<&str> {
        let told = self.effects.iter().filter_map(|effect| match effect {
            Effect::Notify { template, .. } => Some(template.as_str()),
            _ => None,
        });
        told.collect()
    }

    fn answer(&mut self, answer: Value) {
        let ask = self.run.tokens.iter().find_map(|token| match token.waiting {
            Waiting::Hook { ask } => Some(ask),
            _ => None,
        });
        self.step(Event::HookAnswered { ask: ask.unwrap(), answer: object(answer) });
    }
}

fn ticket(kind: TicketKind, yuan: i64) -> Ticket {
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
    }
}

fn staff(n: u128) -> Actor {
    Actor::User(user(n))
}

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
        let party = task
            .holders()
            .into_iter()
            .find(|party| *party == Party::Customer || !redress_flow::Directory::members(&case.desk, party).is_empty());
        let people: Vec<Actor> = match party.unwrap() {
            Party::Customer => vec![Actor::Customer],
            party => redress_flow::Directory::members(&case.desk, &party).into_iter().map(Actor::User).collect(),
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

/// L11–L17: customer, apparel agent, confirmed, warehouse reminded, in stock, finance and logistics, address sent.
#[test]
fn l11_the_low_code_flow_ends_with_the_return_address() {
    let mut case = Case::new("lowcode_returns", TicketKind::ReturnRefund, 200);
    assert_eq!(case.at(), ["assign"]);
    case.answer(json!({}));
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Department("服饰客服".to_owned())]);
    case.press("agent", staff(2), "agree", json!({}));
    assert_eq!(case.told(), ["check_stock"]);
    let stock = json!({"in_stock": true, "stock": 3, "return_address": "杭州市一号仓"});
    case.press("warehouse", staff(6), "submit", stock);
    assert_eq!((case.told(), case.at()), (vec!["stock_result"], vec!["finance", "logistics"]), "L14: the agent knows at once");
    case.press("finance", staff(8), "submit", json!({"discount": 500, "refundable": 19_500}));
    case.press("logistics", staff(7), "submit", json!({"reachable": true}));
    assert_eq!((case.outcome(), case.told()), ("address_sent", vec!["return_address"]));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::AwaitingReturn);
}

/// L17: no stale "in stock": without stock the agent agrees on something else.
#[test]
fn l17_without_stock_the_agent_is_asked() {
    let mut case = Case::new("lowcode_returns", TicketKind::Exchange, 200);
    case.answer(json!({}));
    case.press("agent", staff(2), "agree", json!({}));
    case.press("warehouse", staff(6), "submit", json!({"in_stock": true, "stock": 0, "return_address": "x"}));
    assert_eq!(case.at(), ["no_stock"]);
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(2))]);
}

/// Z9: simple tickets go to an agent, complex ones over a technical lead to an engineer; the customer confirms.
#[test]
fn z9_service_tickets_end_when_the_customer_confirms() {
    let mut case = Case::new("service", TicketKind::Complaint, 0);
    case.press("acceptance", staff(3), "simple", json!({"urgency": "高"}));
    case.press("agent", staff(1), "solved", json!({"solution": "重启"}));
    case.press("confirm", Actor::Customer, "unsolved", json!({}));
    case.press("acceptance", staff(3), "complex", json!({}));
    case.press("dispatch", staff(11), "submit", json!({"engineer": format!("person:{}", user(12))}));
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(12))]);
    case.press("engineer", staff(12), "parts", json!({"part": "滤网"}));
    case.press("spare_part", staff(6), "agree", json!({}));
    case.press("engineer", staff(12), "joint", json!({"solution": "更换滤网"}));
    case.press("joint_review", staff(12), "agree", json!({}));
    case.press("joint_review", staff(13), "agree", json!({}));
    case.press("confirm", Actor::Customer, "solved", json!({"score": 5}));
    assert_eq!(case.outcome(), "closed");
    assert_eq!(case.world.ticket.axes.case, CaseStatus::Closed, "Z21");
}

/// Z11: above 500 the supervisor first, below 500 on to the warehouse; 500 itself goes on (requirements, ambiguities).
#[test]
fn z11_the_amount_decides_who_agrees() {
    for (yuan, next) in [(499, "parcel"), (500, "parcel"), (501, "supervisor")] {
        let mut case = Case::new("returns", TicketKind::ReturnRefund, yuan);
        case.press("first_review", staff(1), "agree", json!({"return_address": "一号仓"}));
        assert_eq!(case.at(), [next], "{yuan}");
    }
}

/// Z12: the product class decides which team inspects; valuables need two.
#[test]
fn z12_the_class_decides_who_inspects() {
    for (class, node) in [("普通商品", "inspect"), ("贵重品", "inspect_valuable"), ("生鲜品", "inspect_fresh")] {
        let mut case = Case::new("returns", TicketKind::ReturnRefund, 100);
        case.world.categories = vec![class.to_owned()];
        case.press("first_review", staff(1), "agree", json!({"return_address": "一号仓"}));
        case.apply(TicketEvent::GoodsReceived { complete: true, note: None }, &Actor::System);
        case.signal("scan");
        assert_eq!(case.at(), [node]);
    }
}

fn received(kind: TicketKind) -> Case {
    let mut case = Case::new("returns", kind, 600);
    case.press("first_review", staff(1), "agree", json!({"return_address": "一号仓"}));
    case.press("supervisor", staff(3), "back_to_review", json!({}));
    case.press("first_review", staff(1), "agree", json!({}));
    case.press("supervisor", staff(3), "agree", json!({}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::AwaitingReturn);
    case.apply(TicketEvent::GoodsReceived { complete: true, note: None }, &Actor::System);
    case.signal("scan");
    case
}

/// Z10, Z23: inspected, finance and the customer are told, finance pays.
#[test]
fn z10_a_return_ends_with_the_money() {
    let mut case = received(TicketKind::ReturnRefund);
    case.press("inspect", staff(6), "pass", json!({"inspection": "完好"}));
    assert_eq!(case.told(), ["inspection_passed_sms", "inspection_passed_mail"]);
    assert_eq!((case.world.ticket.axes.case, case.world.ticket.axes.money), (CaseStatus::Settling, MoneyStatus::RefundPending));
    case.signal("payment");
    assert_eq!(case.outcome(), "refunded");
}

/// Z10: an exchange ends with the replacement; goods that are not as they should be are talked about.
#[test]
fn z10_exchanges_and_goods_that_fail() {
    let mut case = received(TicketKind::Exchange);
    case.press("inspect", staff(6), "pass", json!({"inspection": "完好"}));
    case.press("reship", staff(6), "submit", json!({"tracking": "SF1"}));
    assert_eq!(case.outcome(), "replaced");

    let mut case = received(TicketKind::ReturnRefund);
    case.press("inspect", staff(6), "fail", json!({"inspection": "磨损"}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::InspectionHold);
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(1))]);
    case.press("negotiate", staff(1), "send_back", json!({}));
    assert_eq!((case.outcome(), case.world.ticket.axes.case), ("sent_back", CaseStatus::SendBack));
}

/// Z13: 驳回 to the customer, who corrects it; the rules decide anew, and the same reviewer sees it again.
#[test]
fn z13_a_return_goes_back_to_the_customer() {
    let mut case = Case::new("returns", TicketKind::Exchange, 100);
    case.press("first_review", staff(2), "back_to_customer", json!({}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::AwaitingCustomer);
    case.press("customer", Actor::Customer, "submit", json!({"problem": "开线", "evidence": ["1.jpg"]}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::Submitted);
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(2))]);
}

fn tier(yuan: i64, similar: i64) -> Case {
    let mut case = Case::new("refund_hub", TicketKind::ReturnRefund, yuan);
    case.world.similar = similar;
    case.answer(json!({"score": 10}));
    case
}

/// D3: up to 50 the rules decide, up to 500 the team lead, above that the director with a report.
#[test]
fn d3_tiers_by_amount() {
    for (yuan, node) in [(50, "rules"), (51, "lead"), (500, "lead"), (501, "director")] {
        let case = tier(yuan, 0);
        assert_eq!(case.at(), [node], "{yuan}");
        assert_eq!(case.told().contains(&"purchase_report"), node == "director");
    }
    let mut small = tier(50, 0);
    small.answer(json!({"verdict": "approve"}));
    assert_eq!(small.at(), ["parcel"]);
    let mut unsure = tier(50, 0);
    unsure.answer(json!({"verdict": "needs_approval"}));
    assert_eq!(unsure.at(), ["lead"]);
}

/// D6: three similar requests within half a year are tagged and told; both numbers are parameters.
#[test]
fn d6_possible_abuse_is_tagged() {
    let tagged = |case: &Case| case.effects.contains(&Effect::AddTag { tag: "潜在滥用权益".to_owned() });
    assert!(!tagged(&tier(30, 2)));
    let case = tier(30, 3);
    assert!(tagged(&case) && case.told().contains(&"possible_abuse"));
    assert_eq!(case.at(), ["lead"], "no automatic approval then");
    let mut lenient = Case::new("refund_hub", TicketKind::ReturnRefund, 30);
    lenient.world.similar = 3;
    lenient.world.parameters.insert("abuse_count".to_owned(), 5);
    lenient.answer(json!({}));
    assert!(!tagged(&lenient));
}

fn inspected(button: &str) -> Case {
    let mut case = tier(300, 0);
    case.press("lead", staff(3), "agree", json!({}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::Approved);
    case.apply(TicketEvent::GoodsReceived { complete: true, note: None }, &Actor::System);
    case.signal("scan");
    let missing = json!({"inspection": "配件缺失", "missing_part": "滤网组件", "part_fee": 3_500});
    case.press("inspect", staff(6), button, if button == "missing" { missing } else { json!({"inspection": "完好"}) });
    case
}

/// D4: a scan that matches and goods that are complete release the refund at once.
#[test]
fn d4_complete_goods_release_the_refund() {
    let mut case = inspected("complete");
    assert_eq!((case.at(), case.world.ticket.axes.money), (vec!["payment"], MoneyStatus::RefundPending));
    case.signal("payment");
    assert_eq!(case.outcome(), "refunded");
}

/// D5, D7: a missing part pauses the refund, the risk officer is asked at once, and the customer chooses.
#[test]
fn d5_d7_a_missing_part_pauses_the_refund() {
    let case = inspected("missing");
    assert_eq!(case.world.ticket.axes.case, CaseStatus::InspectionHold);
    assert!(case.effects.iter().any(|effect| matches!(effect, Effect::Emit { name, .. } if name == "refund_paused")));
    assert_eq!((case.at(), case.told()), (vec!["alert", "choice", "chosen"], vec!["missing_part_script"]));

    let mut resend = case.clone();
    resend.press("choice", Actor::Customer, "resend", json!({}));
    assert_eq!((resend.at(), resend.world.ticket.axes.case), (vec!["alert", "parcel"], CaseStatus::AwaitingReturn));

    let mut deduct = case;
    deduct.press("choice", Actor::Customer, "deduct", json!({}));
    assert_eq!(deduct.at(), ["alert", "deducted"]);
    deduct.signal("deduction_booked");
    assert_eq!(deduct.at(), ["alert", "risk_done"]);
    deduct.press("alert", staff(9), "seen", json!({}));
    deduct.signal("payment");
    assert_eq!(deduct.outcome(), "refunded");
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

/// U10: the type of the problem decides the team; what has no type is an agent's.
#[test]
fn u10_the_type_of_the_problem_decides_the_team() {
    for (problem, at) in [
        (Some("商品破损"), vec!["claims", "freight_claim"]),
        (Some("物流异常"), vec!["logistics"]),
        (Some("退款问题"), vec!["refunds"]),
        (Some("尺寸不符"), vec!["agent"]),
        (None, vec!["agent"]),
    ] {
        let mut case = Case::new("problem_types", TicketKind::Complaint, 0);
        case.world.ticket.problem_type = problem.map(str::to_owned);
        case.run = Run::new(case.flow.definition());
        case.send(Event::Begin { actor: Actor::Customer, form: Map::new() }).unwrap();
        assert_eq!(case.at(), at, "{problem:?}");
    }
}

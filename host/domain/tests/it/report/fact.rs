//! Facts follow from timelines, all at once or step by step.

use chrono::Duration;
use proptest::prelude::*;
use redress_domain::calendar::Zone;
use redress_domain::event::{Author, Correction};
use redress_domain::report::fact::{Fact, Field, Flag, Outcome, Stage, Terms};
use redress_domain::rule::VerdictKind;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::timeline::{Actor, NewEntry};
use redress_domain::{Currency, Effect, Event, Money, Timestamp};
use serde_json::{Value, json};

use crate::sample::{PAID, decided, events, instruction, now, ticket, user, usual, yuan};

fn terms() -> Terms {
    Terms::of(&std::collections::BTreeMap::new(), Currency::CNY)
}

/// A ticket with its timeline, and what was paid.
struct Life {
    ticket: Ticket,
    timeline: Vec<NewEntry>,
    refunded: Option<Money>,
}

impl Life {
    fn new(kind: TicketKind) -> Self {
        Self { ticket: ticket(kind, usual(CaseStatus::Submitted)), timeline: Vec::new(), refunded: None }
    }

    fn at(minutes: i64) -> Timestamp {
        now().plus(Duration::minutes(minutes))
    }

    /// One event after so many minutes.
    fn then(mut self, minutes: i64, by: &Actor, event: Event) -> Self {
        self.step(Self::at(minutes), by, event).expect("the story is allowed");
        self
    }

    fn step(&mut self, at: Timestamp, by: &Actor, event: Event) -> Option<()> {
        let paid = matches!(event, Event::RefundPaid { .. });
        let (ticket, effects) = self.ticket.clone().apply(event, by, at).ok()?;
        self.ticket = ticket;
        self.timeline.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Timeline(entry) => Some(entry),
            _ => None,
        }));
        if paid {
            self.refunded = Some(yuan(PAID));
        }
        Some(())
    }

    fn fact(&self) -> Fact {
        Fact::derive(&self.ticket, self.timeline.iter().map(Into::into), self.refunded, &terms())
    }
}

fn agent() -> Actor {
    Actor::User(user(9))
}

fn message(author: Author, internal: bool) -> Event {
    Event::MessageAdded { author, body: "…".to_owned(), internal }
}

const MINUTE: i64 = 60_000_000;

/// Z28, L20, D15: a return from submission to the money, with the time of each stage.
#[test]
fn z28_the_stages_of_a_return_add_up_to_its_life() {
    let kind = TicketKind::ReturnRefund;
    let life = Life::new(kind)
        .then(0, &Actor::System, decided(kind, VerdictKind::NeedsApproval))
        .then(5, &agent(), Event::Accepted { by: user(9) })
        .then(7, &agent(), message(Author::Agent, true))
        .then(20, &agent(), message(Author::Agent, false))
        .then(60, &agent(), Event::Agreed { by: user(9), opinion: None, amount: None })
        .then(1_500, &agent(), Event::GoodsReceived { complete: true, note: None })
        .then(1_560, &agent(), Event::GoodsInspected { ok: true, note: None })
        .then(1_800, &agent(), Event::RefundPaid { instruction: instruction(1), reference: None });
    let fact = life.fact();
    let minutes = |field| fact.field(field).map(|micros| micros / MINUTE);
    assert_eq!(minutes(Field::AcceptTime), Some(5));
    assert_eq!(minutes(Field::ResponseTime), Some(20), "what the customer cannot see is no answer");
    assert_eq!(minutes(Field::ReviewTime), Some(60));
    assert_eq!(minutes(Field::CustomerTime), Some(1_440));
    assert_eq!(minutes(Field::WarehouseTime), Some(60));
    assert_eq!(minutes(Field::FinanceTime), Some(240));
    assert_eq!(minutes(Field::RefundTime), Some(1_800));
    assert_eq!(minutes(Field::ResolutionTime), Some(1_800));
    assert_eq!(Stage::ALL.iter().filter_map(|stage| minutes(stage.field())).sum::<i64>(), 1_800);
    assert_eq!((fact.outcome.as_str(), fact.tier.as_str()), (Outcome::Refunded.as_str(), "supervisor"));
    assert_eq!((fact.field(Field::Requested), fact.field(Field::RefundedAmount)), (Some(PAID), Some(PAID)));
    for flag in [Flag::Accepted, Flag::Responded, Flag::Approved, Flag::Ended, Flag::Resolved, Flag::ResolvedAtOnce, Flag::Refunded] {
        assert!(fact.is(flag), "{flag}");
    }
    for flag in [Flag::LateResponse, Flag::Reopened, Flag::Repeated, Flag::Overdue, Flag::AutoApproved, Flag::Surveyed] {
        assert!(!fact.is(flag), "{flag}");
    }
}

/// U22, Z30, U25, D16, U27: what goes wrong is counted.
#[test]
fn u22_a_late_answer_a_second_contact_and_work_done_again_are_counted() {
    let kind = TicketKind::ReturnRefund;
    let transfer = || Event::Transferred { queue: None, assignee: Some(user(3)), reason: None };
    let life = Life::new(kind)
        .then(0, &Actor::System, decided(kind, VerdictKind::NeedsApproval))
        .then(10, &Actor::Customer, message(Author::Customer, false))
        .then(31, &agent(), Event::InformationRequested { message: "?".to_owned(), fields: Vec::new() })
        .then(40, &Actor::Customer, Event::CustomerAnswered { message: "!".to_owned() })
        .then(40, &Actor::System, decided(kind, VerdictKind::NeedsApproval))
        .then(50, &agent(), transfer())
        .then(55, &agent(), transfer())
        .then(60, &agent(), Event::InformationRequested { message: "?".to_owned(), fields: Vec::new() });
    let fact = life.fact();
    assert!(fact.is(Flag::LateResponse), "31 minutes are more than 30");
    assert!(fact.is(Flag::Repeated) && fact.is(Flag::Bounced));
    assert_eq!((fact.field(Field::Contacts), fact.field(Field::Transfers)), (Some(3), Some(2)));
    assert_eq!(fact.field(Field::ReviewTime), Some((31 + 20) * MINUTE), "the customer's time is not the desk's");
    assert!(!fact.is(Flag::Ended) && fact.outcome.is_empty());
}

/// Z31: what ends and comes back is open again, and its second end counts.
#[test]
fn z31_a_ticket_that_comes_back_is_not_solved_at_once() {
    let kind = TicketKind::Complaint;
    let mut life = Life::new(kind).then(0, &Actor::System, decided(kind, VerdictKind::Approve));
    life = life.then(30, &agent(), Event::Agreed { by: user(9), opinion: None, amount: None });
    let first = life.fact();
    assert!(first.is(Flag::ResolvedAtOnce) && !first.is(Flag::LateResponse));
    assert_eq!((first.outcome.as_str(), first.field(Field::ResolutionTime)), ("answered", Some(30 * MINUTE)));
    let again = life.then(100, &Actor::Customer, Event::Reopened { reason: None });
    let fact = again.fact();
    assert!(fact.is(Flag::Reopened) && !fact.is(Flag::Ended) && !fact.is(Flag::Resolved));
    assert_eq!((fact.outcome.as_str(), fact.field(Field::ResolutionTime)), ("", None));
}

/// U15, L22, D20: the answer to the survey; SLA steps that passed their due time.
#[test]
fn l22_surveys_and_time_limits_are_read_from_the_timeline() {
    let kind = TicketKind::Inquiry;
    let mut life = Life::new(kind);
    let note = |minutes, kind: &str, data| NewEntry { at: Life::at(minutes), actor: Actor::System, kind: kind.to_owned(), data };
    life.timeline.push(note(10, "sla.fired", json!({"target": "first_response", "step": "remind", "due": Life::at(30)})));
    assert!(!life.fact().is(Flag::Overdue), "a reminder comes before the time is over");
    life.timeline.push(note(30, "sla.fired", json!({"target": "first_response", "step": "lead", "due": Life::at(30)})));
    life.timeline.push(note(500, "survey.answered", json!({"satisfied": false, "score": 2, "speed": 9, "comment": null})));
    let fact = life.fact();
    assert!(fact.is(Flag::Overdue) && fact.is(Flag::Surveyed) && fact.is(Flag::BadReview) && !fact.is(Flag::Satisfied));
    assert_eq!(fact.overdue_at, Some(Life::at(30)));
    assert_eq!((fact.field(Field::Score), fact.field(Field::Speed)), (Some(2), None), "there is no mark 9");
}

/// D17: promoters say 9 or 10, detractors 0 to 6, and who says nothing is not rated.
#[test]
fn d17_promoters_and_detractors_are_those_of_the_net_promoter_score() {
    let flags = |recommend: Value| {
        let mut life = Life::new(TicketKind::Inquiry);
        let data = json!({"satisfied": true, "score": 5, "recommend": recommend});
        life.timeline.push(NewEntry { at: Life::at(1), actor: Actor::Customer, kind: "survey.answered".to_owned(), data });
        [Flag::Rated, Flag::Promoter, Flag::Detractor].map(|flag| life.fact().is(flag))
    };
    for (given, wanted) in [(0, [true, false, true]), (6, [true, false, true]), (7, [true, false, false]), (8, [true, false, false])] {
        assert_eq!(flags(json!(given)), wanted, "{given}");
    }
    assert_eq!((flags(json!(9)), flags(json!(10))), ([true, true, false], [true, true, false]));
    assert_eq!((flags(Value::Null), flags(json!(11))), ([false; 3], [false; 3]));
}

/// Z25: the day is the tenant's own.
#[test]
fn z25_a_ticket_counts_on_the_day_of_the_tenants_clock() {
    let life = Life::new(TicketKind::Inquiry);
    let mut shifted = life.ticket.clone();
    shifted.created_at = "2026-10-31T16:00:00Z".parse().unwrap();
    let day = |zone: Zone| Fact::derive(&shifted, [], None, &Terms { zone, ..terms() }).day;
    assert_eq!(day(Zone::SHANGHAI), day(Zone::UTC) + 1);
}

fn cases() -> impl Strategy<Value = (TicketKind, Vec<(prop::sample::Index, u8, u8)>)> {
    let step = (any::<prop::sample::Index>(), 0_u8..3, 0_u8..90);
    (prop::sample::select(TicketKind::ALL), prop::collection::vec(step, 1..40))
}

proptest! {
    /// A fact that is kept entry by entry is the one that the whole timeline gives, whatever happens to the ticket.
    #[test]
    fn step_by_step_gives_what_the_whole_timeline_gives((kind, steps) in cases()) {
        let mut life = Life::new(kind);
        let mut kept = Fact::derive(&life.ticket, [], None, &terms());
        let all = events(kind);
        let mut at = now();
        for (index, actor, minutes) in steps {
            at = at.plus(Duration::minutes(minutes.into()));
            let actor = match actor {
                0 => agent(),
                1 => Actor::Customer,
                _ => Actor::System,
            };
            let before = life.timeline.len();
            if life.step(at, &actor, index.get(&all).1.clone()).is_none() {
                continue;
            }
            let written = life.timeline[before..].to_vec();
            kept = kept.advance(&life.ticket, written.iter().map(Into::into), life.refunded, &terms());
            prop_assert_eq!(&kept, &life.fact());
            let again: Fact = serde_json::from_str(&serde_json::to_string(&kept).unwrap()).unwrap();
            prop_assert_eq!(&again, &kept, "what is kept as JSON is read as it was");
        }
    }
}

#[test]
fn corrections_are_work_done_again() {
    let kind = TicketKind::RefundOnly;
    let opinion = || "照片不清楚".to_owned();
    let life = Life::new(kind).then(0, &Actor::System, decided(kind, VerdictKind::NeedsApproval)).then(
        3,
        &agent(),
        Event::SentForCorrection { to: Correction::FirstReviewer, opinion: opinion() },
    );
    assert!(life.fact().is(Flag::Repeated));
}

//! Walks every case × every event.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;

use redress_domain::event::EventKind;
use redress_domain::id::RefundInstructionId;
use redress_domain::machine::{Owner, begin, owner, rows};
use redress_domain::order::Order;
use redress_domain::settlement::RefundState;
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{FOR_GOOD, Ticket, TicketKind};
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;
use redress_domain::{Effect, Event};

use crate::sample::{events, now, ticket, usual, yuan};

/// One kind of each family the table tells apart.
const FAMILIES: [TicketKind; 4] = [TicketKind::ReturnRefund, TicketKind::RefundOnly, TicketKind::Exchange, TicketKind::Complaint];

/// Writes where every event leads from one point on the axes; families that agree share a line.
fn walk(out: &mut String, from: Axes) {
    writeln!(out, "\n{} {} {} {} · {}", from.case, from.goods, from.money, from.dispute, owner(from.case)).unwrap();
    let mut leads: BTreeMap<String, BTreeMap<String, Vec<TicketKind>>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for kind in FAMILIES {
        for (label, event) in events(kind) {
            if !order.contains(&label) {
                order.push(label.clone());
            }
            let to = match ticket(kind, from).apply(event, &Actor::System, now()) {
                Ok((after, _)) => describe(from, after.axes),
                Err(_) => "refused".to_owned(),
            };
            leads.entry(label).or_default().entry(to).or_default().push(kind);
        }
    }
    let mut refused: Vec<&str> = Vec::new();
    for label in &order {
        let by_target = &leads[label];
        if by_target.keys().all(|to| to == "refused") {
            refused.push(label);
            continue;
        }
        let everybody = by_target.len() == 1 && by_target.values().next().unwrap().len() == FAMILIES.len();
        for (to, kinds) in by_target {
            let who = if everybody { String::new() } else { format!(" [{}]", names(kinds)) };
            writeln!(out, "  {label}{who} → {to}").unwrap();
        }
    }
    writeln!(out, "  refused: {}", refused.join(", ")).unwrap();
}

fn names(kinds: &[TicketKind]) -> String {
    kinds.iter().map(|k| k.as_str()).collect::<Vec<_>>().join(", ")
}

fn describe(from: Axes, to: Axes) -> String {
    let mut parts = Vec::new();
    let mut note = |moved: bool, name: &'static str| {
        if moved {
            parts.push(name);
        }
    };
    note(from.case != to.case, to.case.as_str());
    note(from.goods != to.goods, to.goods.as_str());
    note(from.money != to.money, to.money.as_str());
    note(from.dispute != to.dispute, to.dispute.as_str());
    if parts.is_empty() { "stays".to_owned() } else { parts.join(" + ") }
}

#[test]
fn every_case_meets_every_event() {
    let mut out = String::new();
    for case in CaseStatus::ALL {
        walk(&mut out, usual(*case));
    }
    insta::assert_snapshot!("transitions", out);
}

#[test]
fn every_money_state_meets_every_event() {
    let mut out = String::new();
    for money in MoneyStatus::ALL {
        walk(&mut out, Axes { money: *money, ..usual(CaseStatus::Settling) });
    }
    insta::assert_snapshot!("transitions_of_money", out);
}

#[test]
fn every_case_meets_every_event_while_a_dispute_is_open() {
    let mut out = String::new();
    for case in CaseStatus::ALL.iter().filter(|c| **c != CaseStatus::Merged) {
        walk(&mut out, Axes { dispute: DisputeStatus::Negotiating, ..usual(*case) });
    }
    insta::assert_snapshot!("transitions_in_dispute", out);
}

/// No transition falls out of the table, whatever point of the four axes it starts from.
#[test]
fn only_the_table_moves_a_ticket() {
    for (i, from) in everywhere().enumerate().step_by(5) {
        let kind = TicketKind::ALL[i % TicketKind::ALL.len()];
        let before = ticket(kind, from);
        for (label, event) in events(kind) {
            let name = event.kind();
            if !has_row(&event, from.case) {
                continue;
            }
            let Ok((after, effects)) = before.clone().apply(event, &Actor::System, now()) else { continue };
            let allowed = rows().any(|r| r.event == name && r.from.contains(&from.case) && r.target(from) == after.axes);
            assert!(allowed, "{label} from {from:?} to {:?} is in no row", after.axes);
            assert_eq!((after.version, after.updated_at, after.id), (before.version + 1, now(), before.id));
            assert!(matches!(effects.first(), Some(Effect::Timeline(entry)) if entry.kind == format!("ticket.{name}")));
            money_stands_still(&label, from, after.axes, &effects);
        }
    }
}

/// Sorts out early what no row can answer: most events of most cases, whose refusals the snapshots already show.
fn has_row(event: &Event, case: CaseStatus) -> bool {
    rows().any(|r| r.event == event.kind() && r.from.contains(&case))
}

/// Money never moves towards the customer while goods are on hold or a dispute is open.
fn money_stands_still(label: &str, from: Axes, to: Axes, effects: &[Effect]) {
    let frozen = from.dispute.is_open() && to.dispute.is_open();
    let starts = to.money == MoneyStatus::Refunding && from.money != MoneyStatus::Refunding;
    let pays = from.money == MoneyStatus::RefundPending && to.money == MoneyStatus::Refunded;
    let asks = effects.iter().any(|e| matches!(e, Effect::IssueRefund { held: false, .. } | Effect::ReleaseRefund));
    assert!(!(frozen && (starts || pays || asks)), "{label} from {from:?} moves money during a dispute");
    let held = from.case == CaseStatus::InspectionHold && to.case == CaseStatus::InspectionHold;
    assert!(!(held && (starts || pays || asks)), "{label} from {from:?} moves money during a hold");
    assert!(!(from.case == CaseStatus::InspectionHold && (starts || pays)), "{label} from {from:?} moves money out of a hold");
    if asks {
        assert_eq!(to.money, MoneyStatus::RefundPending, "{label} from {from:?} instructs without saying so");
        let pays = matches!(to.case, CaseStatus::Settling | CaseStatus::Fulfilling);
        assert!(pays, "{label} from {from:?} instructs outside of settling and fulfilling");
    }
}

fn everywhere() -> impl Iterator<Item = Axes> {
    CaseStatus::ALL.iter().flat_map(|case| {
        GoodsStatus::ALL.iter().flat_map(move |goods| {
            MoneyStatus::ALL.iter().flat_map(move |money| {
                DisputeStatus::ALL.iter().map(move |dispute| Axes { case: *case, goods: *goods, money: *money, dispute: *dispute })
            })
        })
    })
}

/// What a ticket says is possible is what the table takes: an event that is taken is named, and one that is not named is refused
/// whatever it says.
#[test]
fn what_is_possible_is_what_is_taken() {
    let (mut named, mut refused) = (0, 0);
    for (i, from) in everywhere().enumerate().step_by(5) {
        let kind = TicketKind::ALL[i % TicketKind::ALL.len()];
        let before = ticket(kind, from);
        let possible = before.possible(now());
        for (label, event) in events(kind) {
            let name = event.kind();
            let taken = before.clone().apply(event, &Actor::System, now()).is_ok();
            if possible.contains(&name) {
                named += 1;
            } else if !is_told(name) {
                assert!(!taken, "{label} is taken in {from:?} and not named");
                refused += 1;
            }
        }
    }
    assert!(named > 1_000 && refused > 1_000, "{named} named, {refused} refused");
}

/// What rules, gateways and time tell is no choice of people.
fn is_told(event: EventKind) -> bool {
    use EventKind::{Closed, ConsentExpired, Decided, Expired, GoodsOverdue, OfferExpired, RefundShared, RefundUnknown, RuleFailed};
    matches!(event, Closed | ConsentExpired | Decided | Expired | GoodsOverdue | OfferExpired | RefundShared | RefundUnknown | RuleFailed)
}

#[test]
fn every_event_has_a_row() {
    for kind in EventKind::ALL {
        assert!(rows().any(|r| r.event == *kind), "no row answers {kind}");
    }
}

/// Every state that a ticket of one kind gets into from its submission, with the cases that follow it. Two tickets are in
/// the same state when no guard of the table tells them apart.
fn explore(kind: TicketKind) -> Vec<(Ticket, BTreeSet<CaseStatus>)> {
    let events = events(kind);
    let state = |t: &Ticket| {
        let pays = t.refund.as_ref().map(|r| r.amount.minor() > 0);
        (t.axes, pays, t.refusals.min(2), t.approvals.iter().all(redress_domain::ticket::Approval::is_met))
    };
    let begin = ticket(kind, usual(CaseStatus::Submitted));
    let mut seen = HashSet::from([state(&begin)]);
    let mut open = vec![begin];
    let mut found = Vec::new();
    while let Some(before) = open.pop() {
        let mut follows = BTreeSet::new();
        for (_, event) in &events {
            if !has_row(event, before.axes.case) {
                continue;
            }
            let Ok((after, _)) = before.clone().apply(event.clone(), &Actor::System, now()) else { continue };
            follows.insert(after.axes.case);
            if seen.insert(state(&after)) {
                open.push(after);
            }
        }
        found.push((before, follows));
    }
    found
}

#[test]
fn every_case_has_an_owner_and_every_state_an_exit() {
    let mut reached = BTreeSet::new();
    // A return and an exchange together pass through every case.
    for kind in [TicketKind::ReturnRefund, TicketKind::Exchange] {
        for (ticket, follows) in explore(kind) {
            let axes = ticket.axes;
            reached.insert(axes.case);
            assert!(follows.iter().any(|to| *to != axes.case), "a {kind} in {axes:?} has no exit");
            let moving = !matches!(axes.money, MoneyStatus::None | MoneyStatus::Refunded | MoneyStatus::RefundedExternally);
            let pays = matches!(axes.case, CaseStatus::Settling | CaseStatus::Fulfilling);
            assert!(!moving || pays, "a {kind} in {axes:?} moves money outside of settling and fulfilling");
        }
    }
    assert_eq!(reached.into_iter().collect::<Vec<_>>(), CaseStatus::ALL, "a case cannot be reached");
    for case in CaseStatus::ALL {
        assert_eq!(case.is_open(), owner(*case) != Owner::Archive);
    }
}

#[test]
fn a_refusal_says_where_what_and_what_else() {
    let refusal = ticket(TicketKind::ReturnRefund, usual(CaseStatus::Closed))
        .apply(Event::Agreed { by: crate::sample::user(1), opinion: None, amount: None }, &Actor::System, now())
        .unwrap_err();
    assert_eq!(refusal.event, "agreed");
    assert_eq!(refusal.from.case, CaseStatus::Closed);
    assert!(refusal.to_string().starts_with("a ticket in 'closed' does not take 'agreed': what can happen to it now: "), "{refusal}");
    assert!(refusal.why.contains("reopened"), "{refusal}");

    let frozen = Axes { dispute: DisputeStatus::Evidence, ..usual(CaseStatus::Settling) };
    let refusal = ticket(TicketKind::RefundOnly, frozen)
        .apply(Event::RefundPaid { instruction: crate::sample::instruction(1), reference: None }, &Actor::System, now())
        .unwrap_err();
    assert!(refusal.why.contains("a dispute is open"), "{refusal}");
}

#[test]
fn a_late_reopening_is_refused() {
    let reopen = |days: i64| {
        let later = now().plus(chrono::Duration::days(days));
        ticket(TicketKind::ReturnRefund, usual(CaseStatus::Closed)).apply(Event::Reopened { reason: None }, &Actor::Customer, later)
    };
    let (open, _) = reopen(90).unwrap();
    assert_eq!((open.axes.case, open.refund, open.approvals.len()), (CaseStatus::Submitted, None, 0));
    assert!(reopen(91).unwrap_err().why.contains("more than 90 days"));
}

#[test]
fn the_second_refusal_is_final() {
    let opinion = || "not ours".to_owned();
    let review = ticket(TicketKind::RefundOnly, usual(CaseStatus::Approval));
    let (once, _) = review.apply(Event::Rejected { by: crate::sample::user(1), opinion: opinion() }, &Actor::System, now()).unwrap();
    assert_eq!(once.axes.case, CaseStatus::RefusedOnce);
    let (again, _) = once.apply(Event::Amended, &Actor::Customer, now()).unwrap();
    let verdict = redress_domain::rule::VerdictKind::Reject;
    let (last, _) = again.apply(crate::sample::decided(TicketKind::RefundOnly, verdict), &Actor::System, now()).unwrap();
    assert_eq!((last.axes.case, last.refusals), (CaseStatus::RefusedFinal, 2));
}

#[test]
fn an_approver_may_lower_the_amount_and_not_raise_it() {
    let at = |amount: i64| {
        ticket(TicketKind::RefundOnly, usual(CaseStatus::Approval)).apply(
            Event::Agreed { by: crate::sample::user(1), opinion: None, amount: Some(yuan(amount)) },
            &Actor::System,
            now(),
        )
    };
    let (after, effects) = at(20_000).unwrap();
    assert_eq!(after.axes.case, CaseStatus::Settling);
    assert!(effects.contains(&Effect::IssueRefund { amount: yuan(20_000), held: false }));
    assert!(effects.contains(&Effect::SettleGrant));
    let booked: i64 = redress_domain::ledger::for_grant(&after, &[]).unwrap().iter().map(|draft| draft.amount.minor()).sum();
    assert_eq!(booked, 20_000);
    assert!(at(28_801).is_err());
}

#[test]
fn a_ticket_begins_with_the_customer_unless_nothing_was_shipped() {
    let mut order = Order {
        id: redress_domain::id::OrderId::from_uuid(uuid::Uuid::from_u128(1)),
        external_id: "o-1".to_owned(),
        customer: None,
        placed_at: None,
        delivered_at: None,
        paid: yuan(1),
        lines: Vec::new(),
        payments: Vec::new(),
        attributes: BTreeMap::new(),
    };
    assert_eq!(begin(TicketKind::RefundOnly, Some(&order)).goods, GoodsStatus::WithCustomer);
    assert_eq!(begin(TicketKind::Inquiry, Some(&order)).goods, GoodsStatus::NotShipped);
    order.attributes.insert("shipping_status".to_owned(), "not_shipped".to_owned());
    assert_eq!(begin(TicketKind::RefundOnly, Some(&order)).goods, GoodsStatus::NotShipped);
}

#[test]
fn every_timer_asks_an_event_of_the_table() {
    for kind in TimerKind::ALL {
        assert!(kind.delay() > chrono::Duration::zero());
        let event = kind.event();
        let takes = |kind, case: &CaseStatus| ticket(kind, usual(*case)).apply(event.clone(), &Actor::System, now()).is_ok();
        let accepted = CaseStatus::ALL.iter().any(|case| takes(TicketKind::ReturnRefund, case) || takes(TicketKind::Exchange, case));
        assert!(accepted, "nothing takes {kind}");
    }
}

/// D8: after a ruling for the seller, a part under way that does not arrive is owed no more, and nobody is asked to pay it.
#[test]
fn d8_what_fails_after_a_ruling_for_the_seller_is_given_up() {
    let from = |case, goods| Axes { case, goods, money: MoneyStatus::Refunding, dispute: DisputeStatus::RuledSeller };
    let cases = [
        (from(CaseStatus::Settling, GoodsStatus::WithCustomer), CaseStatus::RefusedFinal),
        (from(CaseStatus::Settling, GoodsStatus::Inspected), CaseStatus::SendBack),
        (from(CaseStatus::Fulfilling, GoodsStatus::ReplacementShipped), CaseStatus::Fulfilling),
    ];
    let id = RefundInstructionId::from_uuid(uuid::Uuid::from_u128(1));
    let events = [
        Event::RefundFailed { instruction: id, reason: "closed".to_owned() },
        Event::RefundShared { instruction: id, state: RefundState::Paid, together: MoneyStatus::RefundFailed },
    ];
    for (axes, case) in cases {
        for event in &events {
            let mut ruled = ticket(TicketKind::Exchange, axes);
            ruled.refusals = FOR_GOOD;
            for (paid, money) in [(false, MoneyStatus::None), (true, MoneyStatus::Refunded)] {
                let (after, effects) = ruled.clone().apply_with(event.clone(), &Actor::System, now(), paid).unwrap();
                assert_eq!((after.axes.case, after.axes.money), (case, money), "{event:?} from {axes:?}");
                assert!(effects.contains(&Effect::CancelRefunds) && effects.contains(&Effect::ReverseUnpaid), "{effects:?}");
            }
        }
        // The ruling of an earlier round says nothing about this one.
        let (after, _) = ticket(TicketKind::Exchange, axes).apply(events[0].clone(), &Actor::System, now()).unwrap();
        assert_eq!(after.axes.money, MoneyStatus::RefundFailed);
    }
}

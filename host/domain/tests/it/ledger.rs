//! The ledger never gives back more than was paid, and books to the cent.

use std::collections::BTreeMap;

use proptest::prelude::*;
use redress_domain::id::{SettlementId, TicketId};
use redress_domain::ledger::{Draft, LedgerError, Paid, balance, check, clawback, committed, deduct, for_grant, instructable, reversal};
use redress_domain::rule::VerdictKind;
use redress_domain::settlement::{EntryKind, Payer, RefundInstruction, RefundState, SettlementEntry};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_domain::{Currency, Money};
use uuid::Uuid;

use crate::sample::{PAID, deduction, instruction, line, now, refund, ticket, usual, yuan};

pub(crate) fn book(drafts: Vec<Draft>) -> Vec<SettlementEntry> {
    let id = SettlementId::from_uuid(Uuid::from_u128(1));
    let of = TicketId::from_uuid(Uuid::from_u128(7));
    drafts.into_iter().map(|d| d.book(id, of, Actor::System, now())).collect()
}

pub(crate) fn instruct(n: u128, tender: &str, minor: i64, state: RefundState) -> RefundInstruction {
    RefundInstruction {
        id: instruction(n),
        version: 1,
        ticket: TicketId::from_uuid(Uuid::from_u128(7)),
        tender: tender.to_owned(),
        payment: None,
        amount: yuan(minor),
        state,
        reference: None,
        failure: None,
        created_at: now(),
        updated_at: now(),
    }
}

fn entry(kind: EntryKind, on: Option<u128>, minor: i64) -> SettlementEntry {
    let draft = Draft { line: on.map(line), kind, payer: Payer::Merchant, amount: yuan(minor), reason: String::new() };
    book(vec![draft]).remove(0)
}

#[test]
fn every_limit_is_checked() {
    let paid = Paid {
        total: yuan(1_000),
        lines: BTreeMap::from([(line(1), yuan(600))]),
        tenders: BTreeMap::from([("alipay".to_owned(), yuan(700))]),
    };
    let ok = [entry(EntryKind::Goods, Some(1), 600), entry(EntryKind::Goods, Some(2), 400), entry(EntryKind::Compensation, None, 50)];
    let pay = [instruct(1, "alipay", 700, RefundState::Paid), instruct(2, "manual", 350, RefundState::Pending)];
    assert_eq!(check(&paid, &ok, &pay), Ok(()));

    let over_line = [entry(EntryKind::Goods, Some(1), 601)];
    assert!(matches!(check(&paid, &over_line, &[]), Err(LedgerError::OverLine { .. })));
    let over_total = [entry(EntryKind::Goods, Some(1), 600), entry(EntryKind::Freight, None, 401)];
    assert!(matches!(check(&paid, &over_total, &[]), Err(LedgerError::OverPaid { .. })));
    let external = [entry(EntryKind::Goods, Some(1), 600), entry(EntryKind::External, None, 401)];
    assert!(matches!(check(&paid, &external, &[]), Err(LedgerError::OverPaid { .. })));
    let over_tender = [instruct(1, "alipay", 701, RefundState::Sent)];
    assert!(matches!(check(&paid, &ok, &over_tender), Err(LedgerError::OverTender { .. })));
    let over_owed = [pay[0].clone(), instruct(2, "manual", 351, RefundState::Unknown)];
    assert!(matches!(check(&paid, &ok, &over_owed), Err(LedgerError::OverInstructed { .. })));
    let given_up = [pay[0].clone(), instruct(2, "manual", 351, RefundState::Failed), instruct(3, "manual", 1, RefundState::Cancelled)];
    assert_eq!(check(&paid, &ok, &given_up), Ok(()));
    let foreign = Paid::in_total(Money::new(1_000, "EUR".parse().unwrap()).unwrap());
    assert!(matches!(check(&foreign, &ok, &[]), Err(LedgerError::Money(_))));
}

#[test]
fn what_came_back_may_be_paid_again() {
    let paid = Paid::in_total(yuan(1_000));
    let mut entries = vec![entry(EntryKind::Goods, Some(1), 1_000)];
    let mut pay = vec![instruct(1, "manual", 1_000, RefundState::Paid)];
    entries.extend(book(vec![clawback(yuan(1_000)).unwrap()]));
    assert_eq!(balance(Currency::CNY, &entries).unwrap().credited, yuan(0));
    assert_eq!(instructable(Currency::CNY, &entries, &pay).unwrap(), yuan(0));
    entries.push(entry(EntryKind::Goods, Some(1), 1_000));
    pay.push(instruct(2, "manual", 1_000, RefundState::Pending));
    assert_eq!(check(&paid, &entries, &pay), Ok(()));
}

#[test]
fn a_freight_claim_is_the_carriers_to_pay() {
    let mut claim = ticket(TicketKind::FreightClaim, usual(CaseStatus::Approved));
    claim.refund = Some(refund(VerdictKind::Approve, PAID));
    let drafts = for_grant(&claim, &[]).unwrap();
    assert!(drafts.iter().all(|d| (d.kind, d.payer) == (EntryKind::Freight, Payer::Carrier)));
    claim.refund = None;
    assert!(for_grant(&claim, &[]).unwrap().is_empty());
}

#[test]
fn more_cannot_be_kept_back_than_is_there() {
    let case = ticket(TicketKind::ReturnRefund, usual(CaseStatus::InspectionHold));
    let drafts = deduct(&case, &deduction(3_500)).unwrap();
    assert_eq!(drafts.iter().map(|d| d.amount.minor()).sum::<i64>(), -3_500);
    assert!(matches!(deduct(&case, &deduction(PAID + 1)), Err(LedgerError::OverDeducted { .. })));
}

fn any_ticket() -> impl Strategy<Value = redress_domain::ticket::Ticket> {
    (prop::collection::vec(0i64..50_000, 1..6), prop::collection::vec(0u32..100, 0..3), 0u32..100).prop_map(|(asked, kept, paid)| {
        let mut case = ticket(TicketKind::ReturnRefund, usual(CaseStatus::Approved));
        let sample = case.lines[0].clone();
        case.lines = asked
            .iter()
            .zip(1u128..)
            .map(|(minor, n)| {
                let mut one = sample.clone();
                (one.id, one.requested) = (line(n), yuan(*minor));
                one
            })
            .collect();
        let mut rest: i64 = asked.iter().sum();
        for (i, percent) in kept.iter().enumerate() {
            let amount = rest * i64::from(*percent) / 100;
            rest -= amount;
            let mut one = deduction(amount);
            one.code = format!("d{i}");
            case.deductions.push(one);
        }
        case.refund = Some(refund(VerdictKind::Approve, rest * i64::from(paid) / 100));
        case
    })
}

proptest! {
    #[test]
    fn a_grant_books_exactly_what_is_paid(case in any_ticket()) {
        let drafts = for_grant(&case, &[]).unwrap();
        let amount = case.refund.as_ref().unwrap().amount;
        let entries = book(drafts);
        let sums = balance(Currency::CNY, &entries).unwrap();
        prop_assert_eq!(sums.owed, amount);
        prop_assert_eq!(sums.credited, amount);
        for (id, sum) in &sums.lines {
            let asked = case.lines.iter().find(|l| l.id == *id).unwrap().requested;
            prop_assert!(!sum.is_negative() && sum.minor() <= asked.minor());
        }
        let paid = Paid {
            total: Money::sum(Currency::CNY, case.lines.iter().map(|l| l.requested)).unwrap(),
            lines: case.lines.iter().map(|l| (l.id, l.requested)).collect(),
            tenders: BTreeMap::new(),
        };
        prop_assert_eq!(check(&paid, &entries, &[instruct(1, "manual", amount.minor(), RefundState::Pending)]), Ok(()));
    }

    #[test]
    fn a_reversal_leaves_exactly_what_was_paid(case in any_ticket(), share in 0i64..=100) {
        let mut entries = book(for_grant(&case, &[]).unwrap());
        let amount = case.refund.as_ref().unwrap().amount.minor();
        let mut pay = Vec::new();
        if share > 0 && amount * share / 100 > 0 {
            pay.push(instruct(1, "manual", amount * share / 100, RefundState::Paid));
        }
        pay.push(instruct(2, "manual", amount, RefundState::Cancelled));
        entries.extend(book(reversal(Currency::CNY, &entries, &pay).unwrap()));
        prop_assert_eq!(balance(Currency::CNY, &entries).unwrap().owed, committed(Currency::CNY, &pay).unwrap());
        prop_assert!(reversal(Currency::CNY, &entries, &pay).unwrap().is_empty());
    }
}

/// D7: what is kept back for a part is kept back from the part's line, and from no other; a line gives no more than it has.
#[test]
fn d7_a_deduction_of_a_line_is_booked_on_that_line() {
    let case = ticket(TicketKind::ReturnRefund, usual(CaseStatus::InspectionHold));
    let of = |n: u128, minor| redress_domain::rule::Deduction { line: Some(line(n)), ..deduction(minor) };
    let booked = |one| deduct(&case, &one).map(|drafts| drafts.into_iter().map(|d| (d.line, d.amount.minor())).collect::<Vec<_>>());
    assert_eq!(booked(of(2, 900)), Ok(vec![(Some(line(2)), -900)]));
    assert!(matches!(booked(of(2, 991)), Err(LedgerError::OverDeducted { .. })), "the line costs 990");
    assert!(matches!(booked(of(3, 1)), Err(LedgerError::OverDeducted { .. })), "the ticket has no such line");
    assert_eq!(booked(deduction(PAID)).unwrap().len(), 2, "without a line it is spread");

    // A rule's deduction and one of a line together leave exactly the refund.
    let mut granted = case.clone();
    granted.deductions = vec![of(2, 900), deduction(1_000)];
    granted.refund.as_mut().unwrap().amount = yuan(PAID - 1_900);
    let lines = balance(Currency::CNY, &book(for_grant(&granted, &[]).unwrap())).unwrap().lines;
    assert_eq!(lines.values().map(|sum| sum.minor()).sum::<i64>(), PAID - 1_900);
    assert!(lines[&line(2)].minor() <= 90 && lines.values().all(|sum| !sum.is_negative()), "{lines:?}");
}

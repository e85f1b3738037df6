//! Send the part or have its price kept back (D7).

use std::collections::BTreeMap;

use proptest::prelude::*;
use redress_domain::ledger::{balance, deduct, for_grant};
use redress_domain::settlement::{EntryKind, SettlementEntry};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::warehouse::inspection::{Conclusion, ExpectedReturn, Part, Problem, ProblemKind, conclude};
use redress_domain::warehouse::offer::{
    Choice, Fallback, Offer, OfferError, Taken, Terms, answer, no_agreement, offer, open_for, unanswered,
};
use redress_domain::warehouse::script::{Script, ScriptError};
use redress_domain::{Event, Money};

use super::sample::{expected, filter, inspection, without_filter};
use crate::ledger::book;
use crate::sample::{PAID, deduction, line, now, ticket, usual, yuan};

fn held() -> Ticket {
    ticket(TicketKind::ReturnRefund, usual(CaseStatus::InspectionHold))
}

fn problems() -> Vec<Problem> {
    let Ok(Conclusion::Hold(hold)) = conclude(&inspection(vec![without_filter(1)]), &expected(1)) else { panic!("no hold") };
    hold.problems
}

fn offered(ticket: &Ticket, terms: &Terms) -> Offer {
    offer(ticket, &problems(), &expected(1), &[], terms, now()).unwrap().unwrap()
}

#[test]
fn d7_the_script_names_the_part_and_its_35_yuan() {
    let offer = offered(&held(), &Terms::default());
    assert_eq!(offer.text, "您退回的设备缺少滤网组件，是否需要我们补发？若确认遗失，可扣除35元配件费后完成退款。");
    assert_eq!((offer.deduction, offer.shares.as_slice()), (Some(yuan(3_500)), [(line(1), yuan(3_500))].as_slice()));
    assert_eq!(offer.expires_at, now().plus(chrono::Duration::days(7)));
}

#[test]
fn d7_another_script_uses_the_same_variables() {
    let text = "{{ parts }} of {{goods}}: {{amount}} {{currency}} kept, {{rest}} paid, until {{deadline}}".to_owned();
    let terms = Terms { script: Script { locale: "en".to_owned(), text }, answer_hours: 24 };
    let said = offered(&held(), &terms).text;
    assert_eq!(said, "滤网组件 of 设备: 35 CNY kept, 253 paid, until 2026-10-09T08:00:00Z");

    let fails = |text: &str| {
        let terms = Terms { script: Script { locale: "en".to_owned(), text: text.to_owned() }, answer_hours: 24 };
        offer(&held(), &problems(), &expected(1), &[], &terms, now()).unwrap_err()
    };
    assert!(matches!(fails("{{price}}"), OfferError::Script(ScriptError::Unknown { name, .. }) if name == "price"));
    assert!(matches!(fails("{{amount"), OfferError::Script(ScriptError::Open)));
}

#[test]
fn d7_a_name_cannot_ask_for_a_variable() {
    let mut wanted = expected(1);
    wanted.lines[0].title = "{{amount}}".to_owned();
    let offer = offer(&held(), &problems(), &wanted, &[], &Terms::default(), now()).unwrap().unwrap();
    assert!(offer.text.starts_with("您退回的{{amount}}缺少"), "{}", offer.text);
}

#[test]
fn d7_deducting_pays_the_rest() {
    let case = held();
    let Taken::Deducted { events, deductions, rest } = answer(&offered(&case, &Terms::default()), Choice::Deduct, &case, now()).unwrap()
    else {
        panic!("nothing is kept back")
    };
    assert_eq!(deductions.iter().map(|d| (d.line, d.amount)).collect::<Vec<_>>(), [(Some(line(1)), yuan(3_500))]);
    assert_eq!(rest, yuan(PAID - 3_500));
    assert_eq!(events[0], Event::DeductionAgreed { deductions });
    assert_eq!(events[1], Event::SettlementAgreed { entries: Vec::new(), amount: rest });
}

#[test]
fn d7_sending_awaits_exactly_what_is_missing() {
    let case = held();
    let Taken::PartAwaited { events, parts } = answer(&offered(&case, &Terms::default()), Choice::Resend, &case, now()).unwrap() else {
        panic!("no part is awaited")
    };
    assert_eq!(events, [Event::PartRequested { part: "滤网组件".to_owned() }]);
    assert_eq!(parts.iter().map(|p| (p.line, p.part.clone())).collect::<Vec<_>>(), [(line(1), filter())]);
}

#[test]
fn d7_an_answer_in_time_counts_and_a_late_one_does_not() {
    let case = held();
    let offer = offered(&case, &Terms::default());
    assert!(answer(&offer, Choice::Deduct, &case, offer.expires_at).is_ok());
    let late = offer.expires_at.plus(chrono::Duration::microseconds(1));
    assert_eq!(answer(&offer, Choice::Deduct, &case, late), Err(OfferError::Expired(offer.expires_at)));
    // Then the merchant's setting decides.
    assert!(matches!(unanswered(&offer, Fallback::Deduct, &case).unwrap().as_slice(), [Event::DeductionAgreed { .. }, _]));
    assert!(matches!(unanswered(&offer, Fallback::SendBack, &case).unwrap().as_slice(), [Event::AgreementFailed { .. }]));
    let moved = ticket(TicketKind::ReturnRefund, usual(CaseStatus::Settling));
    assert!(matches!(answer(&offer, Choice::Deduct, &moved, now()), Err(OfferError::MovedOn { .. })));
    assert!(matches!(unanswered(&offer, Fallback::SendBack, &moved), Err(OfferError::MovedOn { .. })));
}

#[test]
fn d7_only_missing_parts_are_offered() {
    let broken = Problem { line: line(1), kind: ProblemKind::Damaged, quantity: 1, detail: None };
    let both = [problems(), vec![broken]].concat();
    assert_eq!(offer(&held(), &both, &expected(1), &[], &Terms::default(), now()), Ok(None));
    assert_eq!(offer(&held(), &[], &expected(1), &[], &Terms::default(), now()), Ok(None));
    assert_eq!(no_agreement("no"), Event::AgreementFailed { reason: "no".to_owned() });
}

#[test]
fn d7_without_a_refund_only_the_part_helps() {
    let exchange = ticket(TicketKind::Exchange, usual(CaseStatus::InspectionHold));
    let offer = offered(&exchange, &Terms::default());
    assert_eq!((offer.deduction, offer.shares.is_empty()), (None, true));
    assert_eq!(answer(&offer, Choice::Deduct, &exchange, now()), Err(OfferError::NothingToKeep));
    assert!(matches!(answer(&offer, Choice::Resend, &exchange, now()), Ok(Taken::PartAwaited { .. })));
}

/// Two lines with a part each at any price, and what was kept back of the ticket before.
fn priced() -> impl Strategy<Value = (Ticket, ExpectedReturn, Vec<Problem>, Vec<SettlementEntry>)> {
    (0i64..60_000, 0i64..2_000, 1u32..4, 0..=PAID).prop_map(|(first, second, quantity, before)| {
        let mut case = held();
        let mut kept = deduction(before);
        "agreed_amount".clone_into(&mut kept.code);
        case.refund.as_mut().unwrap().amount = yuan(PAID - before);
        case.deductions.push(kept);
        let entries = book(for_grant(&case, &[]).unwrap());
        let mut wanted = expected(1);
        let mut other = wanted.lines[0].clone();
        other.line = line(2);
        wanted.lines.push(other);
        for (line, price) in wanted.lines.iter_mut().zip([first, second]) {
            line.parts = vec![Part { quantity, price: yuan(price), ..filter() }];
        }
        let missing = |n| Problem { line: line(n), kind: ProblemKind::MissingPart, quantity, detail: Some(filter().code) };
        (case, wanted, vec![missing(1), missing(2)], entries)
    })
}

proptest! {
    /// No line gives more than is open for it, and all together no more than the refund; the rest is exactly the rest.
    #[test]
    fn d7_a_deduction_never_exceeds_what_is_open((case, wanted, problems, entries) in priced()) {
        let offer = offer(&case, &problems, &wanted, &entries, &Terms::default(), now()).unwrap().unwrap();
        let refund = case.refund.as_ref().unwrap().amount;
        let shares: BTreeMap<_, Money> = offer.shares.iter().copied().collect();
        for of in &case.lines {
            let share = shares.get(&of.id).map_or(0, |share| share.minor());
            let kept: i64 = entries.iter().filter(|e| e.line == Some(of.id) && e.kind == EntryKind::Deduction).map(|e| -e.amount.minor()).sum();
            prop_assert_eq!(open_for(of.id, of.requested, &entries).unwrap().minor(), of.requested.minor() - kept);
            prop_assert!((0..=of.requested.minor() - kept).contains(&share));
        }
        let sum: i64 = shares.values().map(|share| share.minor()).sum();
        prop_assert_eq!(offer.deduction.map_or(0, Money::minor), sum);
        prop_assert!(sum <= refund.minor());
        match answer(&offer, Choice::Deduct, &case, now()) {
            Ok(Taken::Deducted { events, deductions, rest }) => {
                prop_assert_eq!(deductions.iter().map(|d| d.amount.minor()).sum::<i64>() + rest.minor(), refund.minor());
                // Booked on the very lines: none goes below zero, so no other line is overdrawn for it.
                let Event::DeductionAgreed { deductions: agreed } = &events[0] else { return Err(TestCaseError::fail("no deduction")) };
                let mut after = entries.clone();
                for one in agreed {
                    after.extend(book(deduct(&case, one).unwrap()));
                }
                for (of, sum) in balance(refund.currency(), &after).unwrap().lines {
                    let share = shares.get(&of).map_or(0, |share| share.minor());
                    let before: i64 = entries.iter().filter(|e| e.line == Some(of)).map(|e| e.amount.minor()).sum();
                    prop_assert_eq!(sum.minor(), before - share);
                    prop_assert!(sum.minor() >= 0, "{} on {}", sum, of);
                }
            }
            Ok(other) => prop_assert!(false, "{other:?}"),
            Err(error) => prop_assert!(sum == 0 && error == OfferError::NothingToKeep, "{error}"),
        }
    }
}

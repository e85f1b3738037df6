//! The course of an instruction over a gateway that says anything at any time.

use std::collections::BTreeMap;

use chrono::Duration;
use proptest::prelude::*;
use redress_domain::gateway::{Next, Patience, RefundWork};
use redress_domain::id::{RefundInstructionId, TicketId};
use redress_domain::ledger::share;
use redress_domain::order::{Payment, payments_fault};
use redress_domain::rule::{GatewayOutcome, Purpose};
use uuid::Uuid;

use crate::sample::{now, yuan};

const PATIENCE: Patience =
    Patience { settle: Duration::seconds(120), first_pause: Duration::seconds(5), longest_pause: Duration::hours(1), sends: 3, looks: 4 };

fn work() -> RefundWork {
    RefundWork::new(RefundInstructionId::from_uuid(Uuid::from_u128(1)), TicketId::from_uuid(Uuid::from_u128(2)), now())
}

fn outcomes() -> impl Strategy<Value = GatewayOutcome> {
    prop_oneof![
        2 => Just(GatewayOutcome::Pending { reference: None }),
        3 => any::<bool>().prop_map(|retryable| GatewayOutcome::Failed { reason: "no".to_owned(), retryable }),
        6 => Just(GatewayOutcome::Absent),
        3 => Just(GatewayOutcome::Unknown { why: "500".to_owned() }),
        1 => Just(GatewayOutcome::Paid { reference: "re".to_owned() }),
    ]
}

proptest! {
    #[test]
    fn nothing_is_sent_again_that_may_have_arrived_and_nothing_is_forgotten(steps in prop::collection::vec((outcomes(), 0i64..400), 1..60)) {
        let (mut work, mut at) = (work(), now());
        work.sending(at, Duration::seconds(60));
        let (mut asked, mut known, mut denials, mut told) = (Purpose::Pay, false, 0, 0);
        for (outcome, seconds) in steps {
            at = at.plus(Duration::seconds(seconds));
            let sent = work.sent_at.unwrap();
            let settled = at >= sent.plus(PATIENCE.settle);
            denials = match &outcome {
                GatewayOutcome::Absent | GatewayOutcome::Failed { .. } if asked == Purpose::Query && settled => denials + 1,
                _ => 0,
            };
            known |= matches!(&outcome, GatewayOutcome::Pending { .. });
            known |= asked == Purpose::Query && matches!(&outcome, GatewayOutcome::Failed { .. });
            let said = outcome.clone();
            let next = work.learn(asked, outcome, at, &PATIENCE);
            told += u32::from(work.tell(&PATIENCE));
            match next {
                Next::Paid { .. } => {
                    let paid = matches!(said, GatewayOutcome::Paid { .. });
                    prop_assert!(paid);
                    return Ok(());
                }
                Next::Failed { .. } => {
                    prop_assert!(denials >= 2, "believed after {} denials", denials);
                    return Ok(());
                }
                Next::SendAgain => {
                    prop_assert!(!known, "the gateway has known it");
                    prop_assert!(denials >= 2 && settled);
                    prop_assert!(work.again && work.sends < PATIENCE.sends);
                    work.sending(at, Duration::seconds(60));
                    (asked, denials) = (Purpose::Pay, 0);
                }
                Next::Ask => {
                    prop_assert!(work.due_at > at && work.due_at <= at.plus(PATIENCE.longest_pause), "it is looked at again");
                    asked = Purpose::Query;
                }
            }
        }
        prop_assert!(told <= 1, "finance is told once");
    }

    #[test]
    fn an_amount_goes_back_over_what_it_came_over(paid in prop::collection::vec(1i64..5_000, 0..5), used in prop::collection::vec(0i64..6_000, 0..5), amount in 1i64..30_000) {
        let payment = |(n, minor): (usize, &i64)| Payment { tender: format!("t{n}"), reference: format!("p{n}"), amount: yuan(*minor) };
        let payments: Vec<Payment> = paid.iter().enumerate().map(payment).collect();
        let used: BTreeMap<String, _> = used.iter().enumerate().map(|(n, minor)| (format!("p{n}"), yuan(*minor))).collect();
        let shares = share(&payments, &used, yuan(amount)).unwrap();
        prop_assert_eq!(shares.iter().map(|share| share.amount.minor()).sum::<i64>(), amount);
        for share in &shares {
            prop_assert!(share.amount.minor() > 0);
            match payments.iter().find(|payment| Some(&payment.reference) == share.payment.as_ref()) {
                Some(payment) => {
                    let gone = used.get(&payment.reference).map_or(0, |money| money.minor());
                    prop_assert!(share.amount.minor() <= payment.amount.minor() - gone);
                    prop_assert_eq!(&share.tender, &payment.tender);
                }
                None => prop_assert_eq!(&share.tender, "manual"),
            }
        }
    }
}

/// A gateway that knew a refund and then denies it is not believed: people look, once.
#[test]
fn what_was_known_cannot_become_unknown() {
    let (mut work, mut at) = (work(), now());
    work.sending(at, Duration::seconds(60));
    work.learn(Purpose::Pay, GatewayOutcome::Pending { reference: Some("re".to_owned()) }, at, &PATIENCE);
    let mut told = 0;
    for _ in 0..20 {
        at = at.plus(Duration::hours(2));
        assert_eq!(work.learn(Purpose::Query, GatewayOutcome::Absent, at, &PATIENCE), Next::Ask);
        told += u32::from(work.tell(&PATIENCE));
    }
    assert_eq!((told, work.reference.as_deref()), (1, Some("re")));
    assert!(work.trouble.unwrap().contains("support"));
}

#[test]
fn payments_that_cannot_go_back_are_told_with_their_place() {
    let payment =
        |tender: &str, reference: &str, minor| Payment { tender: tender.to_owned(), reference: reference.to_owned(), amount: yuan(minor) };
    let place = |payments: &[Payment]| payments_fault(payments, yuan(1_000)).map(|fault| fault.0);
    assert_eq!(place(&[payment("stripe", "a", 600), payment("wechat", "b", 400)]), None);
    assert_eq!(place(&[payment("manual", "a", 600)]), Some("/0/tender".to_owned()));
    assert_eq!(place(&[payment("Stripe", "a", 600)]), Some("/0/tender".to_owned()));
    assert_eq!(place(&[payment("stripe", "", 600)]), Some("/0/reference".to_owned()));
    assert_eq!(place(&[payment("stripe", "a", 600), payment("wechat", "a", 100)]), Some("/1/reference".to_owned()));
    assert_eq!(place(&[payment("stripe", "a", 600), payment("wechat", "b", 401)]), Some("/1/amount".to_owned()));
    assert_eq!(place(&[payment("stripe", "a", 0)]), Some("/0/amount".to_owned()));
}

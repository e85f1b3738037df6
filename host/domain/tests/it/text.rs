//! What is stored and sent as text comes back as it was, and nothing else gets in.

use proptest::prelude::*;
use redress_domain::event::EventKind;
use redress_domain::id::{QueueId, TicketId};
use redress_domain::money::{MAX_MINOR, MoneyError};
use redress_domain::status::{Axes, CaseStatus};
use redress_domain::ticket::TicketKind;
use redress_domain::{Currency, Digest, Event, Money, Timestamp};
use uuid::Uuid;

use crate::sample::{events, ticket, usual, yuan};

fn round_trip<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value, "{text}");
}

#[test]
fn money_is_written_with_the_digits_of_its_currency() {
    let money = |minor, code: &str| Money::new(minor, code.parse().unwrap()).unwrap().to_string();
    assert_eq!(
        [money(28_800, "CNY"), money(-5, "CNY"), money(1_200, "JPY"), money(1_050, "KWD")],
        ["288.00 CNY", "-0.05 CNY", "1200 JPY", "1.050 KWD"]
    );
}

#[test]
fn money_is_bounded_and_strict() {
    assert_eq!(serde_json::to_string(&yuan(990)).unwrap(), r#"{"minor":990,"currency":"CNY"}"#);
    let read = |text: &str| serde_json::from_str::<Money>(text).map_err(|e| e.to_string());
    assert!(read(r#"{"minor":9007199254740992,"currency":"CNY"}"#).unwrap_err().contains("out of range"));
    assert!(read(r#"{"minor":9.9,"currency":"CNY"}"#).is_err());
    assert!(read(r#"{"minor":"990","currency":"CNY"}"#).is_err());
    assert!(read(r#"{"minor":990,"currency":"cny"}"#).unwrap_err().contains("ISO 4217"));
    assert!(read(r#"{"minor":990,"currency":"RMB"}"#).unwrap_err().contains("such as CNY"), "what people say is no code");
    assert!(read(r#"{"minor":990,"currency":"CNY","scale":2}"#).unwrap_err().contains("unknown field"));
    let dollar = Money::new(1, "USD".parse().unwrap()).unwrap();
    assert!(matches!(yuan(1).checked_add(dollar), Err(MoneyError::Mixed { .. })));
    assert!(matches!(yuan(MAX_MINOR).checked_add(yuan(1)), Err(MoneyError::Range(_))));
    assert!(matches!(yuan(1).allocate(&[0, 0]), Err(MoneyError::NoWeights)));
}

#[test]
fn ids_name_their_kind() {
    let id = TicketId::from_uuid(Uuid::from_u128(7));
    assert_eq!(id.to_string(), "tkt_00000000000000000000000000000007");
    round_trip(&id);
    assert!(id.to_string().parse::<QueueId>().is_err());
    for wrong in ["", "tkt_", "tkt_7", "00000000000000000000000000000007", "tkt_0000000000000000000000000000000g"] {
        assert!(wrong.parse::<TicketId>().is_err(), "{wrong}");
    }
}

#[test]
fn names_events_and_tickets_come_back() {
    for case in CaseStatus::ALL {
        assert_eq!(case.as_str().parse::<CaseStatus>().unwrap(), *case);
        round_trip(case);
    }
    for kind in TicketKind::ALL {
        round_trip(&ticket(*kind, usual(CaseStatus::Approval)));
        for (_, event) in events(*kind) {
            round_trip(&event);
            let value = serde_json::to_value(&event).unwrap();
            assert_eq!(value["event"], event.kind().as_str());
        }
    }
    round_trip(&usual(CaseStatus::Settling));
    assert!("settled".parse::<CaseStatus>().unwrap_err().to_string().contains("settling"));
    assert!(serde_json::from_str::<Axes>(r#"{"case":"open"}"#).is_err());
    assert_eq!(EventKind::ALL.len(), EventKind::ALL.iter().map(|k| k.as_str()).collect::<std::collections::BTreeSet<_>>().len());
}

#[test]
fn an_old_ticket_without_newer_fields_is_still_read() {
    let mut old = serde_json::to_value(ticket(TicketKind::RefundOnly, usual(CaseStatus::Approval))).unwrap();
    for field in ["approvals", "deductions", "refusals"] {
        old.as_object_mut().unwrap().remove(field);
    }
    let read: redress_domain::ticket::Ticket = serde_json::from_value(old).unwrap();
    assert_eq!((read.approvals.len(), read.refusals), (0, 0));
}

#[test]
fn digests_read_as_they_print() {
    let digest = Digest::of(b"");
    assert_eq!(digest.to_string(), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    round_trip(&digest);
    assert!("e3b0".parse::<Digest>().is_err());
}

#[test]
fn details_of_a_decision_stay_small() {
    let (_, decided) = events(TicketKind::RefundOnly).into_iter().next().unwrap();
    assert!(matches!(decided, Event::Decided(_)));
    assert!(decided.details().to_string().len() < 200, "{}", decided.details());
}

proptest! {
    #[test]
    fn money_and_moments_come_back(minor in -MAX_MINOR..=MAX_MINOR, code in prop::sample::select(vec!["CNY", "EUR", "JPY", "KWD", "USD", "CLF"]), millis in 0i64..4_102_444_800_000) {
        let currency: Currency = code.parse().unwrap();
        round_trip(&Money::new(minor, currency).unwrap());
        let at = Timestamp::from_millis(millis).unwrap();
        prop_assert_eq!(at.to_string().parse::<Timestamp>().unwrap(), at);
        round_trip(&at);
    }

    #[test]
    fn an_allocation_loses_no_cent(minor in -MAX_MINOR..=MAX_MINOR, weights in prop::collection::vec(0u64..=u64::MAX / 64, 1..40)) {
        prop_assume!(weights.iter().any(|w| *w > 0));
        let amount = yuan(minor);
        let parts = amount.allocate(&weights).unwrap();
        prop_assert_eq!(Money::sum(Currency::CNY, parts.iter().copied()).unwrap(), amount);
        let total: i128 = weights.iter().map(|w| i128::from(*w)).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let exact = i128::from(minor) * i128::from(*weight);
            prop_assert!((i128::from(part.minor()) * total - exact).abs() < total, "a share is off by a unit or more");
        }
    }
}

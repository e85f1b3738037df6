//! From the timeline to the log, and which policy is for a ticket.

use redress_domain::id::{SlaPolicyId, TicketId};
use redress_domain::sla::{Change, PolicyRef, Record, Selection, Subject, read, reading_time, resolve, source};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Priority, TicketKind};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{created, entry, minute};

fn changes(kind: &str, data: &Value) -> Vec<Change> {
    read(minute(0), kind, data).into_iter().map(|entry| entry.change).collect()
}

/// U13, L19, Z24: what an entry of the timeline says to the clocks.
#[test]
fn entries_say_what_happened_and_what_moved() {
    let born = Change::Created { case: CaseStatus::Submitted, priority: Priority::Normal, queue: None };
    assert_eq!(changes("ticket.created", &json!({"number": "AS1"})), [born]);
    let policy = PolicyRef { id: SlaPolicyId::from_uuid(Uuid::from_u128(1)), version: 3 };
    let moved = json!({"moved": {
        "case": {"from": "submitted", "to": "first_review"}, "queue": {"from": null, "to": "logistics"},
        "priority": {"from": "normal", "to": "high"}, "policy": {"to": policy}, "nodes": {"left": ["a"], "entered": ["b"]},
    }});
    let expected = [
        Change::CaseChanged { to: CaseStatus::FirstReview },
        Change::QueueChanged { to: Some("logistics".to_owned()) },
        Change::PriorityChanged { to: Priority::High },
        Change::NodeLeft { node: "a".to_owned() },
        Change::NodeEntered { node: "b".to_owned() },
        Change::PolicySelected { policy: Some(policy) },
    ];
    assert_eq!(changes("ticket.decided", &moved), expected);
    assert_eq!(changes("ticket.accepted", &json!({"by": "usr"})), [Change::Accepted]);
    assert_eq!(changes("ticket.transferred", &json!({"assignee": null})), [Change::Released]);
    assert_eq!(changes("ticket.transferred", &json!({"assignee": "usr_1"})), []);
    assert_eq!(changes("ticket.message_added", &json!({"author": "agent", "internal": false})), [Change::AgentReplied]);
    assert_eq!(changes("ticket.message_added", &json!({"author": "agent", "internal": true})), [], "a note is no reply");
    assert_eq!(changes("ticket.message_added", &json!({"author": "customer", "internal": false})), [Change::CustomerReplied]);
    let fired = Change::Fired { target: "accepted".to_owned(), round: 2, step: "supervisor".to_owned() };
    assert_eq!(changes("sla.fired", &json!({"target": "accepted", "round": 2, "step": "supervisor", "done": []})), [fired]);
    let odd = [Value::Null, json!([]), json!({"moved": 7}), json!({"moved": {"case": {"to": "nowhere"}}, "round": -1})];
    for data in odd {
        for kind in ["sla.fired", "sla.began", "ticket.deadline_set", "ticket.message_added", "anything"] {
            assert_eq!(changes(kind, &data), [], "{kind} {data}");
        }
    }
}

#[test]
fn a_policy_is_for_tickets_that_meet_every_condition() {
    let subject = Subject {
        kind: TicketKind::RefundOnly,
        queue: Some("claims"),
        priority: Priority::High,
        member_level: None,
        channel: "api",
        problem_type: Some("damage"),
    };
    assert!(Selection::default().admits(&subject));
    let wanted =
        Selection { queues: vec!["x".to_owned(), "claims".to_owned()], kinds: vec![TicketKind::RefundOnly], ..Selection::default() };
    assert!(wanted.admits(&subject));
    assert!(!Selection { priorities: vec![Priority::Low], ..wanted.clone() }.admits(&subject));
    assert!(!Selection { member_levels: vec!["vip".to_owned()], ..wanted }.admits(&subject), "who has no level has not this one");
}

#[test]
fn a_log_from_the_future_is_read_as_it_stands() {
    let log = [created(0), entry(600, Change::Accepted)];
    assert_eq!(reading_time(&log, minute(5)), minute(600));
    assert_eq!(reading_time(&log, minute(700)), minute(700));
    assert_eq!(reading_time(&[], minute(5)), minute(5));
}

#[test]
fn names_of_policies_become_policies() {
    let state = |version| PolicyRef { id: SlaPolicyId::from_uuid(Uuid::from_u128(1)), version };
    let known = [(state(1), source::standard("logistics"))].into();
    let select = |policy| Change::PolicySelected { policy };
    let log = [created(0), entry(1, select(Some(state(1)))), entry(2, select(Some(state(2)))), entry(3, select(None))];
    let resolved = resolve(&log, &known);
    assert_eq!(resolved.len(), 3, "a state that is unknown is left out");
    assert!(matches!(&resolved[1].change, Change::PolicyChanged { policy } if policy.name == "standard"));
    assert!(matches!(&resolved[2].change, Change::PolicyChanged { policy } if policy.targets.is_empty()));
    let kept = Record {
        ticket: TicketId::from_uuid(Uuid::from_u128(1)),
        version: 1,
        log: log.to_vec(),
        wake_at: None,
        due_at: None,
    };
    let text = serde_json::to_string(&kept.log).unwrap();
    assert_eq!(serde_json::from_str::<Vec<redress_domain::sla::Entry>>(&text).unwrap(), kept.log);
}

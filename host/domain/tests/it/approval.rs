//! Who may agree.

use redress_domain::approval::{ApprovalError, check, may_approve, next_need};
use redress_domain::role::Role;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_domain::{Effect, Event};

use crate::sample::{need, now, ticket, user, usual};

fn may(held: &[&str], role: &str) -> bool {
    let held: Vec<String> = held.iter().map(|r| (*r).to_owned()).collect();
    may_approve(&held, &need(role, 1, &[]).need, &Role::built_in())
}

#[test]
fn a_higher_role_acts_for_a_lower_one() {
    assert!(may(&["supervisor"], "supervisor"));
    assert!(may(&["director"], "supervisor"));
    assert!(may(&["warehouse", "owner"], "director"));
    assert!(!may(&["supervisor"], "director"));
    assert!(!may(&["agent"], "supervisor"));
    assert!(!may(&["finance", "warehouse"], "supervisor"));
    assert!(!may(&[], "agent"));
}

#[test]
fn a_role_beside_the_ladder_is_acted_for_only_by_its_holders_and_the_top() {
    assert!(may(&["risk"], "risk"));
    assert!(may(&["owner"], "risk"));
    assert!(!may(&["director"], "risk"));
    assert!(!may(&["admin"], "a role that was deleted"));
}

#[test]
fn a_person_counts_once_for_each_need() {
    let roles = Role::built_in();
    let mut case = ticket(TicketKind::RefundOnly, usual(CaseStatus::Approval));
    case.approvals = vec![need("supervisor", 2, &[user(1)]), need("director", 1, &[])];
    let supervisor = ["supervisor".to_owned()];
    let director = ["director".to_owned()];
    assert!(matches!(check(&case, user(1), &supervisor, &roles), Err(ApprovalError::Twice { .. })));
    assert_eq!(check(&case, user(2), &supervisor, &roles), Ok(()));

    let agree = |by| Event::Agreed { by: user(by), opinion: None, amount: None };
    assert!(case.clone().apply(agree(1), &Actor::System, now()).is_err());
    let (case, effects) = case.apply(agree(2), &Actor::System, now()).unwrap();
    assert_eq!(case.axes.case, CaseStatus::Approval);
    assert_eq!(case.refund.as_ref().and_then(|r| r.role.as_deref()), Some("director"));
    assert_eq!(next_need(&case.approvals).map(|a| a.need.role.as_str()), Some("director"));
    assert!(!effects.iter().any(|e| matches!(e, Effect::IssueRefund { .. })));
    assert!(matches!(check(&case, user(2), &supervisor, &roles), Err(ApprovalError::Rank { .. })));
    // The same person may fill another need: the two needs were raised for different reasons.
    assert_eq!(check(&case, user(1), &director, &roles), Ok(()));

    let (case, effects) = case.apply(agree(3), &Actor::System, now()).unwrap();
    assert_eq!(case.axes.case, CaseStatus::Settling);
    assert_eq!(case.refund.as_ref().and_then(|r| r.role.clone()), None);
    assert!(effects.iter().any(|e| matches!(e, Effect::IssueRefund { held: false, .. })));
}

//! What is wrong with a policy is said with its place.

use chrono::Duration;
use redress_domain::sla::{Action, Goal, Hours, Target, When};
use redress_domain::status::CaseStatus;

use super::{calendar, policy};

#[test]
fn every_fault_of_a_policy_is_found() {
    let case = || Goal::Case { case: vec![CaseStatus::AwaitingCustomer] };
    let bad =
        policy([
            Target { limit_seconds: 0, hours: Hours::Business, ..Target::new("a", Goal::Resolution, Duration::hours(1)) },
            Target::new("a", case(), Duration::hours(1)),
            Target::new("", Goal::Reach { case: Vec::new() }, Duration::hours(1))
                .then("x", When::Percent(0), vec![Action::RemindOwner])
                .then("x", When::BeforeSeconds(3600), Vec::new()),
        ]);
    let mut closed = calendar();
    closed.weeks.clear();
    let found: Vec<String> = bad.check(&closed).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "/targets/0/hours: the clock counts business hours, but no weekday of the calendar '客服' is ever open",
            "/targets/0/limit_seconds: a limit of 0 seconds is missed at once: give at least one",
            "/targets/1/key: the key 'a' is empty or taken: what was done is remembered by it, so give each its own",
            "/targets/1/pause_in: the clock stands still in every state that the goal names: take one of them out of pause_in",
            "/targets/2/key: the key '' is empty or taken: what was done is remembered by it, so give each its own",
            "/targets/2/goal/case: the goal names no case state: name at least one",
            "/targets/2/steps/0/when: 0 percent is out of range: use 1 to 1000",
            "/targets/2/steps/1/key: the key 'x' is empty or taken: what was done is remembered by it, so give each its own",
            "/targets/2/steps/1/when: 3600 s before the due time is not after the start, for the shortest limit is 3600 s",
            "/targets/2/steps/1/actions: the step does nothing: give it an action",
        ]
    );
}

#[test]
fn a_policy_as_a_merchant_writes_it() {
    let text = r#"{"name": "VIP", "targets": [{
        "key": "first", "goal": {"type": "first_response"}, "limit_seconds": 900, "hours": "business",
        "limit_seconds_by_priority": {"urgent": 300},
        "steps": [{"key": "near", "when": {"before_seconds": 120}, "actions": [{"do": "remind_owner"}]},
                  {"key": "late", "when": {"percent": 100}, "actions": [{"do": "tell_role", "role": "supervisor", "by": "task"}]}]
    }]}"#;
    let policy: redress_domain::sla::Policy = serde_json::from_str(text).unwrap();
    assert_eq!(policy.targets[0].pause_in, [CaseStatus::AwaitingCustomer]);
    assert_eq!(policy.check(&calendar()), []);
    for (good, bad) in [("percent", "per_cent"), ("\"hours\"", "\"hour\""), ("\"business\"", "\"work\""), ("\"by\"", "\"via\"")] {
        let wrong = text.replace(good, bad);
        assert!(serde_json::from_str::<redress_domain::sla::Policy>(&wrong).is_err(), "{bad}");
    }
}

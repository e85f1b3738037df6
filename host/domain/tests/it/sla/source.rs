//! The promises of the sources, one by one.

use redress_domain::sla::{Action, Change, ClockState, Due, Entry, Target, due, source};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Priority;

use super::{HOUR, calendar, case, created, entry, last, minute, policy};

/// What is ripe at a minute, in short.
fn ripe(target: &Target, log: &[Entry], minutes: i64) -> Vec<String> {
    let now = minute(minutes);
    let all = due(&policy([target.clone()]), &calendar(), log, now);
    all.iter().filter(|due| due.is_ripe(now)).flat_map(|due| due.actions.iter().map(word)).collect()
}

fn word(action: &Action) -> String {
    match action {
        Action::RemindOwner => "owner".to_owned(),
        Action::RaisePriority { to } => format!("priority {to}"),
        Action::TellRole { role, by } => format!("{role} by {by}"),
        Action::TellQueueLead { by } => format!("lead by {by}"),
        Action::Emit { event } => event.clone(),
    }
}

fn done(log: &mut Vec<Entry>, target: &Target, minutes: i64) {
    let now = minute(minutes);
    let fired: Vec<Due> = due(&policy([target.clone()]), &calendar(), log, now).into_iter().filter(|due| due.is_ripe(now)).collect();
    log.extend(fired.iter().map(|due| due.entry(now)));
}

#[test]
fn l19_ten_minutes_unaccepted_shows_the_supervisor_a_window() {
    let target = source::l19();
    let mut log = vec![created(0)];
    assert!(ripe(&target, &log, 9).is_empty());
    assert_eq!(ripe(&target, &log, 10), ["supervisor by popup"]);
    done(&mut log, &target, 10);
    assert!(ripe(&target, &log, 11).is_empty(), "once");
    let accepted = [created(0), entry(9, Change::Accepted)];
    assert!(ripe(&target, &accepted, 11).is_empty());
    assert_eq!(last(&target, &accepted, 11).state, ClockState::Met);
    log.extend([entry(20, Change::Accepted), entry(25, Change::Released)]);
    assert!(ripe(&target, &log, 34).is_empty());
    assert_eq!(ripe(&target, &log, 35), ["supervisor by popup"], "a ticket that was given back waits anew");
}

#[test]
fn z20_thirty_minutes_waiting_raises_the_priority_and_mails_the_manager() {
    let target = source::z20();
    let log = [created(0)];
    assert!(ripe(&target, &log, 29).is_empty());
    assert_eq!(ripe(&target, &log, 30), ["priority high", "director by mail"]);
    let paid_by_rule = [created(0), case(1, CaseStatus::Settling)];
    assert!(ripe(&target, &paid_by_rule, 60).is_empty(), "a case that rules took on waits for nobody");
}

#[test]
fn z24_four_hours_of_first_review_give_the_supervisor_a_task() {
    let target = source::z24();
    let log = [created(0), entry(5, Change::Accepted)];
    assert!(ripe(&target, &log, 4 * HOUR - 1).is_empty());
    assert_eq!(ripe(&target, &log, 4 * HOUR), ["supervisor by task"]);
    let waiting = [created(0), case(HOUR, CaseStatus::AwaitingCustomer), case(9 * HOUR, CaseStatus::FirstReview)];
    assert!(ripe(&target, &waiting, 12 * HOUR).is_empty());
    assert_eq!(ripe(&target, &waiting, 13 * HOUR), ["supervisor by task"], "a review that begins again has its four hours");
}

#[test]
fn u13_a_day_with_logistics_reminds_the_lead_and_two_tell_the_supervisor() {
    let target = source::u13("logistics");
    let to = |key: &str| Change::QueueChanged { to: Some(key.to_owned()) };
    let mut log = vec![created(0), entry(HOUR, to("logistics"))];
    assert!(ripe(&target, &log, 25 * HOUR - 1).is_empty());
    assert_eq!(ripe(&target, &log, 25 * HOUR), ["lead by popup", "priority high"]);
    done(&mut log, &target, 25 * HOUR);
    assert!(ripe(&target, &log, 49 * HOUR - 1).is_empty());
    assert_eq!(ripe(&target, &log, 49 * HOUR), ["supervisor by popup"]);
    log.push(entry(48 * HOUR, to("finance")));
    assert!(ripe(&target, &log, 60 * HOUR).is_empty(), "it has left the group");
    let clock = last(&target, &log, 60 * HOUR);
    assert_eq!((clock.state, clock.used_seconds), (ClockState::Missed, 47 * 3600));
}

#[test]
fn z42_finance_within_a_day_and_the_case_within_two() {
    let [finance, whole] = source::z42();
    let log = [created(0), case(23 * HOUR, CaseStatus::Settling)];
    assert_eq!(last(&finance, &log, 30 * HOUR).state, ClockState::Met);
    assert!(ripe(&whole, &log, 48 * HOUR - 1).is_empty());
    assert_eq!(ripe(&whole, &log, 48 * HOUR), ["owner", "supervisor by task"]);
    assert_eq!(ripe(&finance, &[created(0)], 24 * HOUR), ["owner", "supervisor by task"]);
    let payment = source::z42_payment();
    assert_eq!(ripe(&payment, &[created(0), case(HOUR, CaseStatus::Settling)], 25 * HOUR), ["finance by task"]);
    let back = [
        created(0),
        case(HOUR, CaseStatus::AwaitingReturn),
        case(50 * HOUR, CaseStatus::InTransit),
        case(90 * HOUR, CaseStatus::Received),
        case(91 * HOUR, CaseStatus::Settling),
        case(100 * HOUR, CaseStatus::Completed),
    ];
    let clock = last(&finance, &back, 200 * HOUR);
    assert_eq!((clock.state, clock.used_seconds, clock.paused_seconds), (ClockState::Met, 2 * 3600, 89 * 3600));
    let clock = last(&whole, &back, 200 * HOUR);
    assert_eq!((clock.state, clock.used_seconds, clock.stopped), (ClockState::Met, 11 * 3600, Some(minute(100 * HOUR))));
}

/// L19, U13, Z20, Z24, Z42: together they can be used as they are, and survive JSON.
#[test]
fn the_standard_policy_has_no_fault() {
    let standard = source::standard("logistics");
    assert_eq!(standard.check(&calendar()), []);
    assert_eq!(standard.targets.len(), 7);
    let text = serde_json::to_string(&standard).unwrap();
    assert_eq!(serde_json::from_str::<redress_domain::sla::Policy>(&text).unwrap(), standard);
    assert!(text.contains(r#"{"do":"raise_priority","to":"high"}"#), "{text}");
    assert_eq!(Priority::High.as_str(), "high");
}

//! How clocks run, case by case.

use chrono::Duration;
use redress_domain::sla::{Change, ClockState, DueSource, Entry, Goal, Hours, Target, When, due, measure};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Priority;

use super::{HOUR, at, calendar, case, created, entry, last, minute, policy};

fn hours(goal: Goal, hours: i64) -> Target {
    Target::new("t", goal, Duration::hours(hours))
}

#[test]
fn the_first_response_is_met_by_the_first_reply() {
    let target = hours(Goal::FirstResponse, 2);
    let log = [created(0), entry(30, Change::CustomerReplied), entry(90, Change::AgentReplied), entry(95, Change::AgentReplied)];
    let running = last(&target, &log, 60);
    assert_eq!((running.state, running.due, running.source), (ClockState::Running, Some(minute(120)), Some(DueSource::Policy)));
    assert_eq!((running.limit_seconds, running.used_seconds, running.remaining_seconds), (7200, 3600, 3600));
    let met = last(&target, &log, 500);
    assert_eq!((met.state, met.stopped, met.used_seconds), (ClockState::Met, Some(minute(90)), 5400));
}

#[test]
fn the_due_moment_itself_is_in_time() {
    let target = hours(Goal::FirstResponse, 2);
    assert_eq!(last(&target, &[created(0)], 120).state, ClockState::Running);
    assert_eq!(last(&target, &[created(0), entry(120, Change::AgentReplied)], 130).state, ClockState::Met);
    let late = last(&target, &[created(0), entry(121, Change::AgentReplied)], 130);
    assert_eq!((late.state, late.remaining_seconds, late.due), (ClockState::Missed, -60, Some(minute(120))));
    assert_eq!(last(&target, &[created(0)], 121).state, ClockState::Missed);
}

#[test]
fn every_unanswered_message_of_the_customer_begins_a_round() {
    let target = hours(Goal::NextResponse, 1);
    let log = [
        created(0),
        entry(5, Change::CustomerReplied),
        entry(10, Change::AgentReplied),
        entry(20, Change::CustomerReplied),
        entry(25, Change::CustomerReplied),
        entry(40, Change::AgentReplied),
        entry(100, Change::CustomerReplied),
    ];
    let clocks = measure(&policy([target]), &calendar(), &log, minute(200));
    let told: Vec<_> = clocks.iter().map(|c| (c.round, c.state, c.started)).collect();
    assert_eq!(told, [(1, ClockState::Met, minute(20)), (2, ClockState::Missed, minute(100))]);
}

#[test]
fn waiting_for_the_customer_and_a_pause_by_hand_stop_the_clock() {
    let target = hours(Goal::Resolution, 3);
    let mut log = vec![created(0), case(HOUR, CaseStatus::AwaitingCustomer)];
    let paused = last(&target, &log, 10 * HOUR);
    assert_eq!((paused.state, paused.due, paused.paused_since), (ClockState::Paused, None, Some(minute(HOUR))));
    assert_eq!((paused.used_seconds, paused.remaining_seconds, paused.paused_seconds), (3600, 7200, 9 * 3600));
    log.extend([
        entry(4 * HOUR, Change::Paused),
        case(5 * HOUR, CaseStatus::FirstReview),
        entry(6 * HOUR, Change::Resumed),
        case(7 * HOUR, CaseStatus::Completed),
    ]);
    assert_eq!(last(&target, &log, 6 * HOUR).due, Some(minute(8 * HOUR)), "both causes must be over");
    let met = last(&target, &log, 9 * HOUR);
    assert_eq!((met.state, met.used_seconds, met.paused_seconds), (ClockState::Met, 7200, 5 * 3600));
}

#[test]
fn a_clock_that_is_late_stays_late_while_it_waits() {
    let log = [created(0), case(4 * HOUR, CaseStatus::AwaitingCustomer)];
    let clock = last(&hours(Goal::Resolution, 3), &log, 9 * HOUR);
    assert_eq!((clock.state, clock.due, clock.paused_since), (ClockState::Missed, Some(minute(3 * HOUR)), Some(minute(4 * HOUR))));
}

#[test]
fn business_hours_skip_the_night_and_the_noon_break() {
    let target = Target { hours: Hours::Business, ..hours(Goal::Resolution, 9) };
    // Open 9:00-12:00 and 13:30-18:00: seven and a half hours a day.
    let clock = last(&target, &[created(0)], 24 * HOUR);
    assert_eq!((clock.used_seconds, clock.due), (7 * 3600 + 1800, Some(at("2026-11-24T02:30:00Z"))));
    let half = last(&target.then("half", When::Percent(50), Vec::new()), &[created(0)], 0);
    assert_eq!(half.steps[0].at, Some(at("2026-11-23T07:00:00Z")), "4.5 hours of work end at 15:00");
}

#[test]
fn a_reopened_case_is_promised_anew() {
    let log = [created(0), case(HOUR, CaseStatus::Completed), case(5 * HOUR, CaseStatus::FirstReview)];
    let clocks = measure(&policy([hours(Goal::Resolution, 3)]), &calendar(), &log, minute(6 * HOUR));
    assert_eq!(clocks.len(), 2);
    assert_eq!((clocks[0].state, clocks[0].round), (ClockState::Met, 1));
    assert_eq!((clocks[1].state, clocks[1].round, clocks[1].due), (ClockState::Running, 2, Some(minute(8 * HOUR))));
}

#[test]
fn a_node_of_the_flow_has_its_own_limit() {
    let node = || "check".to_owned();
    let target = hours(Goal::Node { node: node() }, 1);
    let log = [
        created(0),
        entry(10, Change::NodeEntered { node: node() }),
        entry(20, Change::NodeEntered { node: "other".to_owned() }),
        entry(50, Change::NodeLeft { node: node() }),
    ];
    assert_eq!(last(&target, &log, 30).due, Some(minute(70)));
    assert_eq!((last(&target, &log, 99).state, last(&target, &log, 99).stopped), (ClockState::Met, Some(minute(50))));
}

#[test]
fn the_earlier_of_policy_and_platform_counts() {
    let target = hours(Goal::Resolution, 8).then("soon", When::BeforeSeconds(3600), Vec::new()).then("half", When::Percent(50), Vec::new());
    let demand = |minutes: i64, due: Option<i64>| entry(minutes, Change::PlatformDeadline { goal: Goal::Resolution, due: due.map(minute) });
    let nearer = [created(0), demand(0, Some(4 * HOUR))];
    let clock = last(&target, &nearer, HOUR);
    assert_eq!((clock.due, clock.source, clock.remaining_seconds), (Some(minute(4 * HOUR)), Some(DueSource::Platform), 7 * 3600));
    assert_eq!([clock.steps[0].at, clock.steps[1].at], [Some(minute(3 * HOUR)), Some(minute(2 * HOUR))], "steps look to the platform");
    let further = [created(0), demand(0, Some(20 * HOUR))];
    let clock = last(&target, &further, HOUR);
    assert_eq!((clock.due, clock.source), (Some(minute(8 * HOUR)), Some(DueSource::Policy)));
    let waiting = [created(0), demand(0, Some(4 * HOUR)), case(HOUR, CaseStatus::AwaitingCustomer)];
    let clock = last(&target, &waiting, 5 * HOUR);
    assert_eq!((clock.due, clock.state), (Some(minute(4 * HOUR)), ClockState::Missed), "the platform does not wait for the customer");
    let taken_back = [created(0), demand(0, Some(4 * HOUR)), demand(30, None)];
    assert_eq!(last(&target, &taken_back, HOUR).source, Some(DueSource::Policy));
}

#[test]
fn a_demand_without_a_promise_has_a_clock_too() {
    let demand = entry(30, Change::PlatformDeadline { goal: Goal::FirstResponse, due: Some(minute(90)) });
    let mut log = vec![created(0), demand, case(40, CaseStatus::AwaitingCustomer)];
    let clocks = measure(&policy([]), &calendar(), &log, minute(60));
    assert_eq!(clocks.len(), 1);
    let clock = &clocks[0];
    assert_eq!(
        (clock.target.as_str(), clock.state, clock.source),
        ("platform.first_response", ClockState::Running, Some(DueSource::Platform))
    );
    assert_eq!((clock.limit_seconds, clock.used_seconds, clock.remaining_seconds), (5400, 3600, 1800));
    log.push(entry(70, Change::AgentReplied));
    assert_eq!(measure(&policy([]), &calendar(), &log, minute(99))[0].state, ClockState::Met);
}

#[test]
fn a_demand_ends_with_its_round() {
    let target = hours(Goal::NextResponse, 8);
    let log = [
        created(0),
        entry(1, Change::AgentReplied),
        entry(2, Change::CustomerReplied),
        entry(3, Change::PlatformDeadline { goal: Goal::NextResponse, due: Some(minute(60)) }),
        entry(4, Change::AgentReplied),
        entry(50, Change::CustomerReplied),
    ];
    let clock = last(&target, &log, 70);
    assert_eq!((clock.round, clock.source, clock.state), (2, Some(DueSource::Policy), ClockState::Running));
}

#[test]
fn the_limit_follows_the_priority() {
    let mut target = hours(Goal::Resolution, 8);
    target.limit_seconds_by_priority.insert(Priority::Urgent, 3600);
    let log = [created(0), entry(30, Change::PriorityChanged { to: Priority::Urgent })];
    assert_eq!(last(&target, &log, 20).due, Some(minute(8 * HOUR)));
    assert_eq!(last(&target, &log, 30).due, Some(minute(HOUR)));
}

#[test]
fn another_policy_takes_over_open_rounds_and_leaves_old_verdicts() {
    let strict = policy([hours(Goal::FirstResponse, 1), Target { key: "whole".to_owned(), ..hours(Goal::Resolution, 2) }]);
    let kind = policy([hours(Goal::FirstResponse, 9), Target { key: "whole".to_owned(), ..hours(Goal::Resolution, 9) }]);
    let log = [created(0), entry(90, Change::AgentReplied), entry(100, Change::PolicyChanged { policy: kind })];
    let clocks = measure(&strict, &calendar(), &log, minute(180));
    let told: Vec<_> = clocks.iter().map(|c| (c.target.as_str(), c.state, c.due)).collect();
    assert_eq!(told, [("t", ClockState::Missed, Some(minute(60))), ("whole", ClockState::Running, Some(minute(9 * HOUR)))]);
}

#[test]
fn what_is_left_to_do_moves_with_the_clock() {
    let target = hours(Goal::Resolution, 4)
        .then("remind", When::Percent(75), Vec::new())
        .then("near", When::BeforeSeconds(600), Vec::new())
        .then("late", When::AfterSeconds(3600), Vec::new());
    let policy = policy([target]);
    let steps = |log: &[Entry], minutes: i64| {
        let all = due(&policy, &calendar(), log, minute(minutes));
        all.into_iter().map(|due| (due.step, (due.at.as_millis() - minute(0).as_millis()) / 60_000)).collect::<Vec<_>>()
    };
    let named = |rows: &[(&str, i64)]| rows.iter().map(|&(step, minutes)| (step.to_owned(), minutes)).collect::<Vec<_>>();
    let mut log = vec![created(0)];
    assert_eq!(steps(&log, 0), named(&[("remind", 180), ("near", 230), ("late", 300)]));
    log.push(entry(60, Change::Paused));
    assert_eq!(steps(&log, 100), []);
    log.push(entry(120, Change::Resumed));
    assert_eq!(steps(&log, 120), named(&[("remind", 240), ("near", 290), ("late", 360)]));
    log.push(entry(240, Change::Fired { target: "t".to_owned(), round: 1, step: "remind".to_owned() }));
    assert_eq!(steps(&log, 500), named(&[("near", 290), ("late", 360)]), "what was slept through is still due");
    log.push(case(510, CaseStatus::Cancelled));
    assert_eq!(steps(&log, 510), []);
}

/// Nodes' clocks differ: the order of the log counts, and no time runs backwards.
#[test]
fn an_entry_from_a_clock_that_is_behind_counts_as_the_one_before() {
    let target = hours(Goal::FirstResponse, 2);
    let log = [created(10), entry(9, Change::Paused), entry(40, Change::Resumed), entry(39, Change::AgentReplied)];
    let clock = last(&target, &log, 60);
    assert_eq!((clock.started, clock.stopped, clock.state), (minute(10), Some(minute(40)), ClockState::Met));
    assert_eq!((clock.used_seconds, clock.paused_seconds), (0, 1800));
}

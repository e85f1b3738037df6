//! What holds for every log: the clocks are a function of it, and nothing is counted twice.

use chrono::Duration;
use proptest::prelude::*;
use redress_domain::Timestamp;
use redress_domain::sla::{Action, Change, Clock, Course, Entry, Goal, Hours, Policy, Target, When, measure};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Priority;

use super::{calendar, minute, policy};

const CASES: [CaseStatus; 6] = [
    CaseStatus::FirstReview,
    CaseStatus::AwaitingCustomer,
    CaseStatus::Approval,
    CaseStatus::AwaitingReturn,
    CaseStatus::Settling,
    CaseStatus::Completed,
];

/// Every goal there is.
pub(super) fn goals() -> Vec<Goal> {
    vec![
        Goal::Acceptance,
        Goal::FirstResponse,
        Goal::NextResponse,
        Goal::Resolution,
        Goal::Reach { case: vec![CaseStatus::Settling] },
        Goal::Case { case: vec![CaseStatus::FirstReview, CaseStatus::Approval] },
        Goal::Node { node: "check".to_owned() },
        Goal::Queue { queue: "logistics".to_owned() },
    ]
}

prop_compose! {
    /// A policy over every goal, with steps before, at and after the due time.
    pub(super) fn any_policy()(limits in prop::collection::vec((60u32..400_000, any::<bool>(), 60u32..40_000), 8)) -> Policy {
        policy(goals().into_iter().zip(limits).enumerate().map(|(i, (goal, (limit, business, urgent)))| {
            let mut target = Target::new(&format!("t{i}"), goal, Duration::seconds(limit.into()))
                .then("half", When::Percent(50), vec![Action::RemindOwner])
                .then("near", When::BeforeSeconds(30), Vec::new())
                .then("late", When::AfterSeconds(7200), Vec::new());
            target.limit_seconds_by_priority.insert(Priority::Urgent, urgent);
            target.hours = if business { Hours::Business } else { Hours::Calendar };
            target
        }))
    }
}

fn any_change() -> impl Strategy<Value = Change> {
    let case = prop::sample::select(&CASES[..]).prop_map(|to| Change::CaseChanged { to });
    let queue = prop::sample::select(vec![None, Some("logistics".to_owned())]).prop_map(|to| Change::QueueChanged { to });
    let node = || "check".to_owned();
    let demand = (prop::sample::select(goals()), prop::option::of(0i64..20_000))
        .prop_map(|(goal, due)| Change::PlatformDeadline { goal, due: due.map(minute) });
    prop_oneof![
        4 => case,
        2 => queue,
        1 => demand,
        1 => Just(Change::Accepted),
        1 => Just(Change::Released),
        3 => Just(Change::AgentReplied),
        3 => Just(Change::CustomerReplied),
        1 => Just(Change::NodeEntered { node: node() }),
        1 => Just(Change::NodeLeft { node: node() }),
        1 => Just(Change::Paused),
        2 => Just(Change::Resumed),
        1 => prop::sample::select(vec![Priority::Normal, Priority::Urgent]).prop_map(|to| Change::PriorityChanged { to }),
        1 => any_policy().prop_map(|policy| Change::PolicyChanged { policy }),
    ]
}

/// Up to three days between entries, often none.
fn any_pause() -> impl Strategy<Value = i64> {
    prop_oneof![1 => Just(0i64), 3 => 0i64..20_000_000_000, 3 => 0i64..260_000_000_000]
}

pub(super) fn any_log() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec((any_pause(), any_change()), 0..14).prop_map(|rest| {
        let queue = Some("after_sales".to_owned());
        let first = Change::Created { case: CaseStatus::FirstReview, priority: Priority::Normal, queue };
        let mut at = minute(0);
        let rest = rest.into_iter().map(|(pause, change)| {
            at = at.plus(Duration::microseconds(pause));
            Entry { at, change }
        });
        std::iter::once(Entry { at: minute(0), change: first }).chain(rest).collect()
    })
}

fn end(log: &[Entry]) -> Timestamp {
    log.last().unwrap().at
}

fn same_round<'a>(clocks: &'a [Clock], one: &Clock) -> Option<&'a Clock> {
    clocks.iter().find(|clock| (&clock.target, clock.round) == (&one.target, one.round))
}

fn without(log: &[Entry], unwanted: impl Fn(&Change) -> bool) -> Vec<Entry> {
    log.iter().filter(|entry| !unwanted(&entry.change)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Entries after `now` never change the answer, so what was said once is not unsaid.
    #[test]
    fn the_future_changes_nothing(policy in any_policy(), log in any_log(), other in any_log(), cut in 0usize..15, wait in 0i64..9_000_000_000) {
        let cut = cut.min(log.len() - 1);
        let now = log[cut].at.plus(Duration::microseconds(wait));
        let known: Vec<Entry> = log.iter().filter(|entry| entry.at <= now).cloned().collect();
        let expected = measure(&policy, &calendar(), &known, now);
        prop_assert_eq!(&measure(&policy, &calendar(), &log, now), &expected);
        let mut another = known;
        another.extend(other.into_iter().map(|e| Entry { at: now.plus(e.at.as_datetime() - minute(0).as_datetime()).plus(Duration::microseconds(1)), ..e }));
        prop_assert_eq!(&measure(&policy, &calendar(), &another, now), &expected);
    }

    #[test]
    fn used_and_remaining_make_the_limit(policy in any_policy(), log in any_log(), wait in 0i64..900_000_000_000) {
        let now = end(&log).plus(Duration::microseconds(wait));
        for clock in measure(&policy, &calendar(), &log, now) {
            prop_assert_eq!(clock.used_seconds + clock.remaining_seconds, clock.limit_seconds);
            prop_assert!(clock.used_seconds >= 0 && clock.paused_seconds >= 0, "{:?}", clock);
            let whole = (clock.stopped.unwrap_or(now).as_datetime() - clock.started.as_datetime()).num_seconds();
            let counted = clock.used_seconds + clock.paused_seconds;
            match clock.hours {
                Hours::Calendar => prop_assert!((whole - 1..=whole).contains(&counted), "{:?} of {}", clock, whole),
                Hours::Business => prop_assert!(counted <= whole, "{:?} of {}", clock, whole),
            }
        }
    }

    /// The state says what the numbers say.
    #[test]
    fn late_is_after_the_due_moment(policy in any_policy(), log in any_log(), wait in 0i64..900_000_000_000) {
        use redress_domain::sla::ClockState::{Met, Missed, Paused, Running};
        let now = end(&log).plus(Duration::microseconds(wait));
        for clock in measure(&policy, &calendar(), &log, now) {
            let late = clock.due.is_some_and(|due| clock.stopped.unwrap_or(now) > due);
            prop_assert_eq!(clock.state == Missed, late);
            prop_assert_eq!(clock.state == Met, !late && clock.stopped.is_some());
            prop_assert_eq!(clock.state == Paused, !late && clock.stopped.is_none() && clock.paused_since.is_some());
            prop_assert_eq!(clock.state == Running, !late && clock.stopped.is_none() && clock.paused_since.is_none());
            prop_assert_eq!(clock.due.is_some(), clock.source.is_some());
            if clock.remaining_seconds < 0 {
                prop_assert!(late, "{:?}", clock);
            }
        }
    }

    #[test]
    fn a_pause_brings_nothing_nearer(policy in any_policy(), log in any_log(), from in 0i64..200_000, length in 0i64..200_000) {
        let plain = without(&log, |change| matches!(change, Change::Paused | Change::Resumed));
        let (from, until) = (minute(0).plus(Duration::seconds(from)), minute(0).plus(Duration::seconds(from + length)));
        let mut paused = plain.clone();
        paused.extend([Entry { at: from, change: Change::Paused }, Entry { at: until, change: Change::Resumed }]);
        paused.sort_by_key(|entry| entry.at);
        let now = end(&plain).max(until);
        let (plain, paused) = (measure(&policy, &calendar(), &plain, now), measure(&policy, &calendar(), &paused, now));
        prop_assert_eq!(plain.len(), paused.len());
        for before in &plain {
            let after = same_round(&paused, before).unwrap();
            prop_assert!(after.used_seconds <= before.used_seconds);
            if let (Some(before), Some(after)) = (before.due, after.due) {
                prop_assert!(after >= before, "due {} came nearer: {}", before, after);
            }
            for (before, after) in before.steps.iter().zip(&after.steps) {
                if let (Some(before), Some(after)) = (before.at, after.at) {
                    prop_assert!(after >= before, "step at {} came nearer: {}", before, after);
                }
            }
        }
    }

    /// A log that was read in two parts, written and read back between, gives the same clocks.
    #[test]
    fn a_split_log_gives_the_same(policy in any_policy(), log in any_log(), cut in 0usize..15) {
        let (first, second) = log.split_at(cut.min(log.len()));
        let now = end(&log).plus(Duration::hours(1));
        let whole = measure(&policy, &calendar(), &log, now);
        let mut course = Course::new(&policy);
        for entry in first {
            course.add(entry);
        }
        let mut resumed = course.clone();
        course.clocks(&calendar(), now);
        for entry in second {
            resumed.add(entry);
        }
        prop_assert_eq!(&resumed.clocks(&calendar(), now), &whole);
        let stored: Vec<Entry> = serde_json::from_str(&serde_json::to_string(&log).unwrap()).unwrap();
        let read: Policy = serde_json::from_str(&serde_json::to_string(&policy).unwrap()).unwrap();
        let again = measure(&read, &calendar(), &stored, now);
        prop_assert_eq!(&again, &whole);
        let answer: Vec<Clock> = serde_json::from_str(&serde_json::to_string(&again).unwrap()).unwrap();
        prop_assert_eq!(&answer, &whole);
    }

    #[test]
    fn business_time_never_exceeds_calendar_time(policy in any_policy(), log in any_log(), wait in 0i64..900_000_000_000) {
        let log = without(&log, |change| matches!(change, Change::PolicyChanged { .. }));
        let now = end(&log).plus(Duration::microseconds(wait));
        let counted = |hours: Hours| {
            let targets = policy.targets.iter().map(|target| Target { hours, ..target.clone() }).collect();
            measure(&Policy { targets, ..policy.clone() }, &calendar(), &log, now)
        };
        let (business, everyday) = (counted(Hours::Business), counted(Hours::Calendar));
        prop_assert_eq!(business.len(), everyday.len());
        for one in &business {
            let other = same_round(&everyday, one).unwrap();
            prop_assert!(one.used_seconds <= other.used_seconds);
            if let (Some(one), Some(other)) = (one.due, other.due) {
                prop_assert!(one >= other, "{} is before {}", one, other);
            }
        }
    }
}

//! Several nodes that sleep, wake late, wake twice, work from old timers and start again: every step is done at most once, and
//! none is forgotten.

use std::collections::BTreeMap;

use chrono::Duration;
use proptest::prelude::*;
use redress_domain::Timestamp;
use redress_domain::sla::{Change, Due, Entry, Policy, due};

use super::property::{any_log, any_policy};
use super::{calendar, created, minute, policy};

/// The database: what all nodes share.
struct Store {
    policy: Policy,
    /// The log as text, so that nothing survives in memory.
    log: String,
}

impl Store {
    fn log(&self) -> Vec<Entry> {
        serde_json::from_str(&self.log).unwrap()
    }

    fn append(&mut self, entries: impl IntoIterator<Item = Entry>) {
        let mut log = self.log();
        log.extend(entries);
        self.log = serde_json::to_string(&log).unwrap();
    }

    /// What a node does when a timer row wakes it: asks again, does what is ripe, and says so in one transaction.
    fn wake(&mut self, now: Timestamp) -> Vec<Due> {
        let ripe: Vec<Due> = due(&self.policy, &calendar(), &self.log(), now).into_iter().filter(|due| due.is_ripe(now)).collect();
        self.append(ripe.iter().map(|due| due.entry(now)));
        ripe
    }

    fn fired(&self) -> BTreeMap<(String, u32, String), Vec<Timestamp>> {
        let mut fired = BTreeMap::<_, Vec<Timestamp>>::new();
        for entry in self.log() {
            if let Change::Fired { target, round, step } = entry.change {
                fired.entry((target, round, step)).or_default().push(entry.at);
            }
        }
        fired
    }
}

/// Everything of the story happens; nodes wake at the given moments besides.
fn live(policy: &Policy, story: &[Entry], wakes: &[Timestamp]) -> Store {
    let mut store = Store { policy: policy.clone(), log: "[]".to_owned() };
    let mut wakes: Vec<Timestamp> = wakes.to_vec();
    wakes.sort();
    let mut wakes = wakes.into_iter().peekable();
    for entry in story {
        while let Some(now) = wakes.next_if(|wake| *wake < entry.at) {
            store.wake(now);
        }
        store.append([entry.clone()]);
    }
    for now in wakes {
        store.wake(now);
    }
    store
}

/// A node that is never late: it wakes at each row's very moment, and asks again after each entry.
fn punctual(policy: &Policy, story: &[Entry], end: Timestamp) -> Store {
    let mut store = Store { policy: policy.clone(), log: "[]".to_owned() };
    for (i, entry) in story.iter().enumerate() {
        store.append([entry.clone()]);
        let until = story.get(i + 1).map_or(end, |next| next.at);
        let mut now = entry.at;
        while now < until {
            store.wake(now);
            let rows = due(policy, &calendar(), &store.log(), now);
            assert!(rows.iter().all(|row| row.at > now), "what was ripe is done");
            now = rows.first().map_or(until, |row| row.at);
        }
    }
    store
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_step_is_done_twice(
        policy in any_policy(),
        story in any_log(),
        wakes in prop::collection::vec((0i64..2_000_000, 1usize..3), 0..20),
    ) {
        let wakes: Vec<Timestamp> =
            wakes.into_iter().flat_map(|(second, times)| vec![minute(0).plus(Duration::seconds(second)); times]).collect();
        let store = live(&policy, &story, &wakes);
        for (step, times) in store.fired() {
            prop_assert_eq!(times.len(), 1, "{:?} was done at {:?}", step, times);
        }
    }

    /// A node that slept does no more than one that was awake, and after the last wake nothing ripe is left.
    #[test]
    fn sleeping_forgets_nothing_that_is_still_owed(
        policy in any_policy(),
        story in any_log(),
        wakes in prop::collection::vec(0i64..2_000_000, 0..10),
    ) {
        let end = story.last().unwrap().at.plus(Duration::days(30));
        let awake = punctual(&policy, &story, end).fired();
        let mut wakes: Vec<Timestamp> = wakes.into_iter().map(|second| minute(0).plus(Duration::seconds(second))).collect();
        wakes.push(end);
        let end = wakes.iter().copied().max().unwrap();
        let asleep = live(&policy, &story, &wakes);
        prop_assert!(due(&policy, &calendar(), &asleep.log(), end).iter().all(|row| row.at > end));
        for step in asleep.fired().keys() {
            prop_assert!(awake.contains_key(step), "{:?} was not to be done", step);
        }
    }
}

/// L19, Z20: a step is done in the very second it is due, on a node that has just started.
#[test]
fn a_step_is_done_in_its_second() {
    use redress_domain::sla::source::{l19, z20};
    let store = punctual(&policy([l19(), z20()]), &[created(0)], minute(600));
    let fired: Vec<Vec<Timestamp>> = store.fired().into_values().collect();
    assert_eq!(fired, [vec![minute(10)], vec![minute(30)]]);
}

/// Two nodes are woken by the same row. The one that comes second sees in the log what the first did.
#[test]
fn two_nodes_with_one_row_do_it_once() {
    let mut store = live(&policy([redress_domain::sla::source::l19()]), &[created(0)], &[]);
    assert_eq!(store.wake(minute(10)).len(), 1);
    assert!(store.wake(minute(10)).is_empty());
    assert!(store.wake(minute(5)).is_empty(), "a node whose clock is behind does nothing again");
}

//! What holds for workflows and events drawn at random.

mod event;
mod layout;
mod mirror;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use redress_domain::timeline::Actor;
use redress_flow::{Context, Definition, Directory, Event, Flow, Severity, advance, check};

use crate::walk::{Walk, environment};
use event::{event, sensible};
use layout::{lay_out, pieces};
use mirror::Mirror;

/// Walks a flow through numbers, checking after each event what must always hold.
fn walk_at_random(flow: Flow, numbers: &[(u8, u16, u16)]) {
    let mut walk = Walk::on(flow).begin();
    let mut mirror = Mirror::default();
    mirror.carry_out(&walk.effects);
    mirror.agrees(&walk);
    let mut past = Vec::new();
    for number in numbers {
        let Some(event) = event(&mut walk, &past, *number) else { continue };
        let stored = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event);
        let (before, ids) = (walk.clone(), walk.ids.clone());
        let fired = match &event {
            Event::TimerFired { timer } => Some(*timer),
            _ => None,
        };
        let result = walk.send(event.clone());
        let mut again_ids = ids;
        let mut context = Context { now: before.now, ids: &mut again_ids, facts: &before.facts, directory: &before.desk };
        let again = advance(&before.flow, before.run.clone(), event.clone(), &mut context);
        match result {
            Ok(()) => {
                assert_eq!(again.unwrap(), (walk.run.clone(), walk.effects.clone()), "the same call gives the same result");
                if let Some(timer) = fired {
                    assert!(mirror.timers.remove(&timer));
                }
                mirror.carry_out(&walk.effects);
                mirror.agrees(&walk);
            }
            Err(refusal) => {
                assert_eq!(again.unwrap_err(), refusal);
                assert_eq!(walk.run, before.run);
                assert!(!refusal.to_string().is_empty() && refusal.code() != "runaway" && refusal.code() != "corrupt", "{refusal}");
            }
        }
        past.push(event);
        if !walk.run.is_running() {
            return;
        }
        // Somebody can always do something, unless everybody who could is away.
        if walk.desk.away.is_empty() {
            let moves = sensible(&walk).into_iter().any(|event| walk.clone().send(event).is_ok());
            let waits = walk.run.tokens.iter().any(|token| !token.timers.is_empty());
            assert!(moves || waits || short_of_people(&walk), "stalls at {:?}: {:#?}", walk.at(), walk.run);
        }
    }
}

/// True when a task waits for people who do not exist: it was handed to a role nobody has, or needs more voices than there
/// are people. The engine tells the fallback role then.
fn short_of_people(walk: &Walk) -> bool {
    walk.run.tasks.iter().any(|task| {
        let people: BTreeSet<_> = task.seats.iter().flat_map(|seat| &seat.candidates).flat_map(|party| walk.desk.members(party)).collect();
        people.iter().all(|one| task.has_voted(&Actor::User(*one))) || people.len() < task.seats.len()
    })
}

fn numbers() -> impl Strategy<Value = Vec<(u8, u16, u16)>> {
    prop::collection::vec(any::<(u8, u16, u16)>(), 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Workflows drawn in order have no errors; walked with any events they never panic, lose a token, a task or a timer,
    /// count a person twice, or stall.
    #[test]
    fn drawn_workflows_always_go_on(pieces in pieces(), numbers in numbers()) {
        let read: Definition = serde_json::from_value(lay_out(&pieces)).unwrap();
        let findings: Vec<_> = check(&read, &environment()).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        // A step back over nothing that waits goes round, and a wait may stand where its sub-task is not on the way; both are told.
        prop_assume!(findings.is_empty());
        let stored: Definition = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
        prop_assert_eq!(&stored, &read);
        walk_at_random(Flow::compile(read, &environment()).unwrap(), &numbers);
    }

    /// Workflows whose arrows were drawn anywhere are refused with findings, or go on like any other.
    #[test]
    fn redrawn_workflows_are_refused_or_go_on(pieces in pieces(), from in any::<u16>(), to in any::<u16>(), numbers in numbers()) {
        let mut drawn = lay_out(&pieces);
        let names: Vec<String> = drawn["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect();
        let (old, new) = (&names[usize::from(from) % names.len()], &names[usize::from(to) % names.len()]);
        prop_assume!(old != "start");
        // All arrows to one node lead to another now.
        for node in drawn["nodes"].as_array_mut().unwrap() {
            let text = node["kind"].to_string().replace(&format!("\"{old}\""), &format!("\"{new}\""));
            node["kind"] = serde_json::from_str(&text).unwrap();
        }
        let read: Definition = serde_json::from_value(drawn).unwrap();
        match Flow::compile(read, &environment()) {
            Ok(flow) => walk_at_random(flow, &numbers),
            Err(findings) => prop_assert!(findings.iter().any(|finding| finding.severity == Severity::Error)),
        }
    }
}

/// The generator above is of use only if most of what it draws is sound.
#[test]
fn most_drawn_workflows_are_sound() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut sound, mut codes) = (0, BTreeMap::new());
    for _ in 0..200 {
        let drawn = lay_out(&pieces().new_tree(&mut runner).unwrap().current());
        let read: Definition = serde_json::from_value(drawn).unwrap();
        let findings: Vec<_> = check(&read, &environment()).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        sound += usize::from(findings.is_empty());
        for finding in findings {
            *codes.entry(finding.code).or_insert(0) += 1;
        }
    }
    assert!(sound >= 120, "{sound} of 200 are sound: {codes:?}");
}

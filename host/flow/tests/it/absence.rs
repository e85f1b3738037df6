//! Z17: an approver on leave must not stall the flow.

use redress_domain::timeline::Actor;
use redress_flow::{Event, Party};
use serde_json::{Value, json};

use crate::walk::{Walk, approval, definition, end, role, start, user};

fn flow(mode: Value, who: Value) -> Walk {
    let nodes = json!([start("review"), approval("review", mode, who, "done", "refused"), end("done"), end("refused")]);
    Walk::of(definition(nodes))
}

fn person(n: u128) -> Value {
    json!({ "person": user(n) })
}

#[test]
fn z17_a_person_on_leave_gives_way_to_their_deputy() {
    let mut walk = flow(json!("any"), json!([person(3)]));
    walk.desk.away.insert(user(3));
    walk.desk.deputies.insert(user(3), user(4));
    walk = walk.begin();
    assert_eq!(walk.task("review").holders(), [Party::Person(user(4))]);
    assert_eq!(walk.task("review").seats[0].instead_of, Some(user(3)));
    walk.press("review", 4, "agree").unwrap();
}

/// Deputies of deputies are asked, and circles of people on leave end at the fallback role.
#[test]
fn z17_a_deputy_on_leave_has_a_deputy_too() {
    let mut walk = flow(json!("any"), json!([person(3)]));
    walk.desk.away.extend([user(3), user(4)]);
    walk.desk.deputies.extend([(user(3), user(4)), (user(4), user(5))]);
    let chained = walk.clone().begin();
    assert_eq!(chained.task("review").holders(), [Party::Person(user(5))]);
    walk.desk.deputies.insert(user(4), user(3));
    let round = walk.begin();
    assert_eq!(round.task("review").holders(), [role("owner")]);
}

#[test]
fn z17_a_role_of_which_everybody_is_away_falls_back() {
    let mut walk = flow(json!("any"), json!([{"role": "supervisor"}]));
    walk.desk.away.extend([user(3), user(4)]);
    walk = walk.begin();
    assert_eq!(walk.task("review").holders(), [role("supervisor"), role("owner")]);
    walk.press("review", 10, "agree").unwrap();
}

/// A role without members, a name that names nobody: the fallback role does it.
#[test]
fn z17_nobody_at_all_falls_back() {
    for who in [json!([{"department": "没有"}]), json!([{"expression": "kind"}]), json!([{"doer_of": "review"}])] {
        let mut walk = flow(json!("any"), who).begin();
        assert!(walk.task("review").holders().contains(&role("owner")));
        walk.press("review", 10, "agree").unwrap();
    }
}

/// When even the fallback role has nobody, the task waits and somebody is told; it can be done as soon as somebody is there.
#[test]
fn z17_without_anybody_the_fallback_role_is_told() {
    let mut walk = flow(json!("any"), json!([{"role": "supervisor"}]));
    walk.desk.away.extend([user(3), user(4), user(10)]);
    walk = walk.begin();
    assert_eq!(walk.notices(), [("flow_nobody".to_owned(), "role:owner".to_owned())]);
    walk.desk.away.clear();
    walk.press("review", 3, "agree").unwrap();
}

/// The one who goes on leave while a task is open loses it to the deputy.
#[test]
fn z17_going_on_leave_hands_open_tasks_over() {
    let mut walk = flow(json!("any"), json!([person(3)])).begin();
    walk.desk.away.insert(user(3));
    walk.desk.deputies.insert(user(3), user(4));
    walk.send(Event::AbsenceChanged { user: user(3) }).unwrap();
    assert_eq!(walk.task("review").holders(), [Party::Person(user(4))]);
    assert_eq!(walk.records(), ["flow.reassigned"]);
    assert_eq!(walk.press("review", 3, "agree").unwrap_err().code(), "not_yours");
    walk.press("review", 4, "agree").unwrap();
}

#[test]
fn z17_whoever_leaves_the_firm_releases_what_they_accepted() {
    let mut walk = flow(json!("any"), json!([{"role": "supervisor"}])).begin();
    let task = walk.task("review").id;
    walk.send(Event::Claim { task, user: user(3) }).unwrap();
    walk.desk.groups.get_mut("role:supervisor").unwrap().retain(|one| *one != user(3));
    walk.send(Event::OwnerGone { user: user(3) }).unwrap();
    assert_eq!(walk.task("review").holders(), [role("supervisor")]);
    walk.press("review", 4, "agree").unwrap();
}

#[test]
fn an_absence_that_concerns_nobody_changes_nothing() {
    let mut walk = flow(json!("any"), json!([{"role": "supervisor"}])).begin();
    walk.desk.away.insert(user(1));
    walk.send(Event::AbsenceChanged { user: user(1) }).unwrap();
    assert!(walk.effects.is_empty(), "{:?}", walk.effects);
}

/// 会签 with people on leave: their deputies, then the fallback role; a deputy who has a voice gives no second one.
#[test]
fn z17_joint_approvals_replace_who_is_away() {
    let mut walk = flow(json!("all"), json!([{"role": "supervisor"}]));
    walk.desk.away.insert(user(3));
    walk.desk.deputies.insert(user(3), user(4));
    walk = walk.begin();
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.press("review", 4, "agree").unwrap_err().code(), "voted_already");
    walk.press("review", 10, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// When nobody can stand in, the voice is excused, and the others decide; never the last voice.
#[test]
fn z17_a_voice_that_nobody_can_give_is_excused() {
    let mut walk = flow(json!("all"), json!([{"role": "supervisor"}]));
    walk.desk.away.extend([user(10)]);
    walk = walk.begin();
    walk.press("review", 4, "agree").unwrap();
    walk.desk.away.insert(user(3));
    walk.send(Event::AbsenceChanged { user: user(3) }).unwrap();
    assert_eq!(walk.outcome(), "done");
    assert!(walk.records().contains(&"flow.excused"), "{:?}", walk.records());

    let mut alone = flow(json!("all"), json!([{"role": "supervisor"}]));
    alone.desk.away.extend([user(3), user(4), user(10)]);
    alone = alone.begin();
    assert_eq!(alone.task("review").seats.len(), 1);
    assert!(alone.run.is_running());
}

/// Four eyes stay four eyes: when too few can give a voice, more people are asked, and the number stays.
#[test]
fn z17_two_voices_stay_two_voices() {
    let mut walk = flow(json!({"at_least": {"n": 2}}), json!([{"role": "director"}])).begin();
    walk.press("review", 5, "agree").unwrap();
    assert!(walk.run.is_running());
    walk.press("review", 10, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// In order, whoever is needed twice cannot speak twice: the second turn goes to the fallback role.
#[test]
fn z17_one_person_in_two_turns() {
    let mut walk = flow(json!("in_order"), json!([{"role": "director"}, person(5)])).begin();
    let turns = walk.task("review").seats.clone();
    assert!(turns[0].candidates.contains(&role("owner")), "{turns:?}");
    walk.press("review", 5, "agree").unwrap();
    walk.press_with("review", Actor::User(user(10)), "agree", json!({}), None).unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// A task that nobody can do is told once, and again only when something that concerns it happens.
#[test]
fn z17_nobody_is_told_again_and_again() {
    let mut walk = flow(json!("any"), json!([{"role": "supervisor"}]));
    walk.desk.away.extend([user(3), user(4), user(10)]);
    walk = walk.begin();
    walk.desk.away.insert(user(1));
    walk.send(Event::AbsenceChanged { user: user(1) }).unwrap();
    assert!(walk.effects.is_empty(), "{:?}", walk.effects);
    walk.send(Event::AbsenceChanged { user: user(4) }).unwrap();
    assert_eq!(walk.notices().len(), 1);
}

/// A voice that was given to one person is theirs alone; the others still share theirs.
#[test]
fn a_transferred_voice_of_several_stays_with_one() {
    let mut walk = flow(json!({"at_least": {"n": 2}}), json!([{"role": "supervisor"}])).begin();
    let task = walk.task("review").id;
    let to = Party::Person(user(9));
    walk.send(Event::Transfer { task, actor: Actor::User(user(3)), to: to.clone(), opinion: None }).unwrap();
    assert_eq!(walk.task("review").seats[0].candidates, [to]);
    walk.press("review", 9, "agree").unwrap();
    walk.press("review", 3, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

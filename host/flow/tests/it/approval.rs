//! Approvals: how many must agree, who may, and where a rejection leads.

use redress_domain::timeline::Actor;
use redress_flow::{Effect, Event, Party};
use serde_json::{Value, json};

use crate::walk::{Walk, approval, definition, end, form, node, start, user};

fn reviewed(mode: Value, who: Value) -> Walk {
    let nodes = json!([start("review"), approval("review", mode, who, "done", "refused"), end("done"), end("refused")]);
    Walk::of(definition(nodes)).begin()
}

/// Z8, Z13: start, an approval, an end; one agreement is enough.
#[test]
fn z13_any_one_of_a_role_decides() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    assert_eq!(walk.at(), ["review"]);
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
    assert_eq!(walk.records(), ["flow.agreed", "flow.moved"]);
}

/// Z13: who may not act is told who may.
#[test]
fn z13_others_are_refused() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let refusal = walk.press("review", 1, "agree").unwrap_err();
    assert_eq!(refusal.code(), "not_yours");
    assert!(refusal.to_string().contains("role:supervisor"), "{refusal}");
    let customer = walk.press_with("review", Actor::Customer, "agree", json!({}), None).unwrap_err();
    assert_eq!(customer.code(), "not_yours");
}

/// Z13: 会签 needs every person, each once.
#[test]
fn z13_all_must_agree_each_once() {
    let mut walk = reviewed(json!("all"), json!([{"role": "supervisor"}, {"role": "director"}]));
    assert_eq!(walk.task("review").seats.len(), 3);
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.press("review", 4, "agree").unwrap_err().code(), "voted_already");
    walk.press("review", 5, "agree").unwrap();
    assert!(walk.run.is_running());
    walk.press("review", 3, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// Z13: one who disagrees ends a 会签.
#[test]
fn z13_one_rejection_ends_a_joint_approval() {
    let mut walk = reviewed(json!("all"), json!([{"role": "supervisor"}]));
    walk.press("review", 3, "agree").unwrap();
    walk.press("review", 4, "reject").unwrap();
    assert_eq!(walk.outcome(), "refused");
}

/// Z13: n of m counts each person once, whoever of the group they are.
#[test]
fn z13_two_of_a_group() {
    let mut walk = reviewed(json!({"at_least": {"n": 2}}), json!([{"role": "supervisor"}, {"role": "director"}]));
    walk.press("review", 5, "agree").unwrap();
    assert_eq!(walk.press("review", 5, "agree").unwrap_err().code(), "voted_already");
    walk.press("review", 3, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// Without a veto a rejection decides only when too few are left to agree.
#[test]
fn z13_without_a_veto_the_others_may_still_agree() {
    let mode = json!({"at_least": {"n": 2, "veto": false}});
    let who = json!([{"role": "supervisor"}, {"role": "director"}]);
    let mut walk = reviewed(mode.clone(), who.clone());
    walk.press("review", 5, "reject").unwrap();
    assert!(walk.run.is_running());
    assert_eq!(walk.press("review", 5, "agree").unwrap_err().code(), "voted_already");
    walk.press("review", 3, "agree").unwrap();
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");

    let mut walk = reviewed(mode, who);
    walk.press("review", 5, "reject").unwrap();
    walk.press("review", 4, "reject").unwrap();
    assert_eq!(walk.outcome(), "refused", "one person cannot give two voices");
}

/// Z13: in order, each entry has its turn.
#[test]
fn z13_in_order_waits_for_each_turn() {
    let mut walk = reviewed(json!("in_order"), json!([{"role": "supervisor"}, {"role": "director"}]));
    assert_eq!(walk.press("review", 5, "agree").unwrap_err().code(), "not_yours");
    walk.press("review", 3, "agree").unwrap();
    assert_eq!(walk.press("review", 4, "agree").unwrap_err().code(), "not_yours");
    assert_eq!(walk.task("review").holders(), [crate::walk::role("director")]);
    walk.press("review", 5, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// Two people press at once: the second is told that the task was done, by whom and when.
#[test]
fn the_second_of_two_is_told_who_was_first() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let task = walk.task("review").id;
    walk.press("review", 3, "agree").unwrap();
    let late = Event::TaskDone { task, actor: Actor::User(user(4)), button: "agree".into(), data: serde_json::Map::new(), opinion: None };
    let refusal = walk.send(late).unwrap_err();
    assert_eq!(refusal.code(), "task_done");
    assert!(refusal.to_string().contains(&user(3).to_string()), "{refusal}");
    let claim = walk.send(Event::Claim { task, user: user(4) }).unwrap_err();
    assert_eq!(claim.code(), "task_done");
}

/// Z13: 驳回 needs an opinion; blanks are none.
#[test]
fn z13_a_rejection_needs_an_opinion() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    for words in [None, Some(""), Some("  \n")] {
        let refusal = walk.press_with("review", Actor::User(user(3)), "reject", json!({}), words).unwrap_err();
        assert_eq!(refusal.code(), "opinion_missing");
    }
    let long = "很".repeat(4_001);
    let refusal = walk.press_with("review", Actor::User(user(3)), "reject", json!({}), Some(&long)).unwrap_err();
    assert_eq!(refusal.code(), "opinion_too_long");
    walk.press_with("review", Actor::User(user(3)), "agree", json!({}), None).unwrap();
}

/// Z14: only the node's buttons count.
#[test]
fn z14_unknown_buttons_are_refused_with_what_is_possible() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let refusal = walk.press("review", 3, "submit").unwrap_err();
    assert_eq!(refusal.code(), "no_such_button");
    assert!(refusal.to_string().contains("agree, reject"), "{refusal}");
    assert_eq!(walk.press("review", 3, "transfer").unwrap_err().code(), "no_such_button");
}

/// Z13: 转交 gives the task to somebody else, and only they may do it then.
#[test]
fn z13_a_transfer_moves_the_task() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let task = walk.task("review").id;
    let to = |to, actor| Event::Transfer { task, actor, to, opinion: Some("忙".into()) };
    let not_mine = walk.send(to(Party::Person(user(9)), Actor::User(user(1)))).unwrap_err();
    assert_eq!(not_mine.code(), "not_yours");
    assert_eq!(walk.send(to(Party::Customer, Actor::User(user(3)))).unwrap_err().code(), "target_unfit");
    assert_eq!(walk.send(to(Party::Department("无".into()), Actor::User(user(3)))).unwrap_err().code(), "target_unfit");
    walk.desk.away.insert(user(9));
    assert_eq!(walk.send(to(Party::Person(user(9)), Actor::User(user(3)))).unwrap_err().code(), "target_unfit");
    walk.desk.away.clear();
    walk.send(to(Party::Person(user(9)), Actor::User(user(3)))).unwrap();
    assert!(matches!(walk.effects.last(), Some(Effect::TaskChanged { .. })));
    assert_eq!(walk.records(), ["flow.transferred"]);
    assert_eq!(walk.press("review", 3, "agree").unwrap_err().code(), "not_yours");
    walk.press("review", 9, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// The system, for example a supervisor's tool, may transfer what lies with somebody.
#[test]
fn the_system_may_transfer() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let task = walk.task("review").id;
    walk.send(Event::Transfer { task, actor: Actor::System, to: crate::walk::role("risk"), opinion: None }).unwrap();
    walk.press("review", 9, "agree").unwrap();
}

/// 委托: the record says in whose place somebody acts; nobody gives two voices that way.
#[test]
fn a_delegate_acts_in_place_of_another() {
    let mut walk = reviewed(json!("all"), json!([{"role": "supervisor"}]));
    let task = walk.task("review").id;
    let delegate = |user, to| Event::Delegate { task, user, to, opinion: None };
    assert_eq!(walk.send(delegate(user(3), user(3))).unwrap_err().code(), "target_unfit");
    assert_eq!(walk.send(delegate(user(3), user(4))).unwrap_err().code(), "target_unfit", "4 has a voice of their own");
    walk.send(delegate(user(3), user(1))).unwrap();
    walk.press("review", 4, "agree").unwrap();
    assert_eq!(walk.press("review", 3, "agree").unwrap_err().code(), "not_yours");
    let before = serde_json::to_value(walk.task("review")).unwrap();
    assert_eq!(before["seats"][0]["instead_of"], json!(user(3)));
    walk.press("review", 1, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// L19: accepting (接单) keeps others away until it is released.
#[test]
fn l19_an_accepted_task_belongs_to_one() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    let task = walk.task("review").id;
    walk.send(Event::Claim { task, user: user(3) }).unwrap();
    assert_eq!(walk.task("review").holders(), [Party::Person(user(3))]);
    assert_eq!(walk.press("review", 4, "agree").unwrap_err().code(), "claimed");
    assert_eq!(walk.send(Event::Claim { task, user: user(4) }).unwrap_err().code(), "claimed");
    walk.send(Event::Claim { task, user: user(3) }).unwrap();
    assert!(walk.effects.is_empty(), "accepting twice changes nothing");
    assert_eq!(walk.send(Event::Release { task, user: user(4) }).unwrap_err().code(), "not_claimed");
    walk.send(Event::Release { task, user: user(3) }).unwrap();
    walk.press("review", 4, "agree").unwrap();
}

fn two_steps() -> Walk {
    let buttons = json!([
        {"code": "agree", "does": "agree", "next": "done"},
        {"code": "back", "does": "reject", "back": "first_reviewer", "next": "first"},
        {"code": "to_customer", "does": "reject", "back": "customer", "next": "customer"},
    ]);
    let second = node(
        "second",
        json!({"type": "approval"}),
        json!({"work": {"who": [{"role": "supervisor"}], "buttons": buttons}, "limit": {"within": "1d"}}),
    );
    let first = approval("first", json!("any"), json!([{"role": "agent"}]), "second", "refused");
    let customer = form("customer", json!(["customer"]), json!({"reason": "required"}), "first");
    Walk::of(definition(json!([start("first"), first, second, customer, end("done"), end("refused")]))).begin()
}

/// Z13: back to the first reviewer is back to the same person, unless they are away.
#[test]
fn z13_rejected_work_goes_back_to_who_did_it() {
    let mut walk = two_steps();
    walk.press("first", 2, "agree").unwrap();
    walk.press("second", 3, "back").unwrap();
    assert_eq!(walk.task("first").holders(), [Party::Person(user(2))]);
    assert_eq!(walk.press("first", 1, "agree").unwrap_err().code(), "claimed");
    walk.press("first", 2, "agree").unwrap();
    walk.desk.away.insert(user(2));
    walk.press("second", 4, "back").unwrap_err();
    walk.press("second", 3, "back").unwrap();
    assert_eq!(walk.task("first").holders(), [crate::walk::role("agent")]);
    walk.press("first", 1, "agree").unwrap();
    walk.press("second", 3, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
    assert_eq!(walk.run.outcomes["first"].times, 3);
}

/// Z13: back to the customer, whose correction comes to the reviewer again.
#[test]
fn z13_rejected_requests_go_back_to_the_customer() {
    let mut walk = two_steps();
    walk.press("first", 2, "agree").unwrap();
    walk.press("second", 3, "to_customer").unwrap();
    assert_eq!(walk.press("customer", 1, "submit").unwrap_err().code(), "not_yours");
    let reason = json!({"reason": "质量问题"});
    walk.press_with("customer", Actor::Customer, "submit", reason, None).unwrap();
    assert_eq!(walk.at(), ["first"]);
    assert_eq!(walk.run.form["reason"], "质量问题");
}

/// Z16: every action and opinion is recorded, with who and where.
#[test]
fn z16_actions_and_opinions_are_recorded() {
    let mut walk = reviewed(json!("any"), json!([{"role": "supervisor"}]));
    walk.press("review", 3, "reject").unwrap();
    let Some(Effect::Record(entry)) = walk.effects.first() else { panic!("{:?}", walk.effects) };
    assert_eq!((entry.kind.as_str(), &entry.actor), ("flow.rejected", &Actor::User(user(3))));
    assert_eq!((&entry.data["node"], &entry.data["opinion"]), (&json!("review"), &json!("因为如此")));
    assert_eq!(walk.run.outcomes["review"].opinion.as_deref(), Some("因为如此"));
}

//! Several ways at once: splits, joins, and work that is shared with another team (U11).

use redress_domain::ticket::TicketKind;
use redress_flow::{Closing, Effect, Event};
use serde_json::{Value, json};

use crate::walk::{Walk, approval, definition, end, form, node, object, start};

fn split(id: &str, branches: Value, join: &str) -> Value {
    node(id, json!({"type": "split", "branches": branches, "join": join}), json!({}))
}

fn join(id: &str, wait: &str, next: &str) -> Value {
    node(id, json!({"type": "join", "wait": wait, "next": next}), json!({}))
}

fn checks(wait: &str) -> Walk {
    let nodes = json!([
        start("both"),
        split("both", json!(["finance", "logistics"]), "met"),
        form("finance", json!([{"role": "finance"}]), json!({}), "met"),
        approval("logistics", json!("any"), json!([{"role": "warehouse"}]), "met", "refused"),
        join("met", wait, "done"),
        end("done"),
        end("refused"),
    ]);
    Walk::of(definition(nodes)).begin()
}

/// L15, L16: both checks run at once, and the run goes on when both are done.
#[test]
fn l16_a_join_waits_for_all() {
    let mut walk = checks("all");
    assert_eq!(walk.at(), ["finance", "logistics"]);
    walk.press("logistics", 6, "agree").unwrap();
    assert_eq!(walk.at(), ["finance", "met"]);
    walk.press("finance", 8, "submit").unwrap();
    assert_eq!(walk.outcome(), "done");
}

#[test]
fn a_join_for_any_calls_the_others_off() {
    let mut walk = checks("any");
    let other = walk.task("logistics").id;
    walk.press("finance", 8, "submit").unwrap();
    assert_eq!(walk.outcome(), "done");
    assert!(walk.effects.contains(&Effect::CloseTask { task: other, how: Closing::Dropped }));
}

/// An end within one way ends the whole run, and whoever still works on it is told.
#[test]
fn an_end_closes_what_is_open() {
    let mut walk = checks("all");
    let other = walk.task("finance").id;
    walk.press("logistics", 6, "reject").unwrap();
    assert_eq!(walk.outcome(), "refused");
    let last: Vec<&Effect> = walk.effects.iter().rev().take(1).collect();
    assert!(matches!(last[..], [Effect::Finished { .. }]), "{:?}", walk.effects);
    let late = Event::Claim { task: other, user: crate::walk::user(8) };
    assert_eq!(walk.send(late).unwrap_err().code(), "task_done");
    assert_eq!(walk.signal("scan", json!({})).unwrap_err().code(), "ended");
}

/// A step back out of one way calls the other ways off, so that nothing runs twice.
#[test]
fn leaving_a_split_calls_its_other_ways_off() {
    let nodes = json!([
        start("first"),
        form("first", json!([{"role": "agent"}]), json!({}), "both"),
        split("both", json!(["finance", "logistics"]), "met"),
        form("finance", json!([{"role": "finance"}]), json!({}), "met"),
        approval("logistics", json!("any"), json!([{"role": "warehouse"}]), "met", "first"),
        join("met", "all", "done"),
        end("done"),
    ]);
    let mut walk = Walk::of(definition(nodes)).begin();
    walk.press("first", 1, "submit").unwrap();
    walk.press("logistics", 7, "reject").unwrap();
    assert_eq!(walk.at(), ["first"]);
    assert!(walk.run.tokens[0].frames.is_empty());
    walk.press("first", 1, "submit").unwrap();
    walk.press("finance", 8, "submit").unwrap();
    assert_eq!(walk.at(), ["logistics", "met"], "the ways of the first passage do not count for the second");
    walk.press("logistics", 7, "agree").unwrap();
    assert_eq!(walk.outcome(), "done");
}

#[test]
fn splits_within_splits_join_inside_out() {
    let nodes = json!([
        start("outer"),
        split("outer", json!(["a", "inner"]), "outer_met"),
        form("a", json!([{"role": "agent"}]), json!({}), "outer_met"),
        split("inner", json!(["b", "c"]), "inner_met"),
        form("b", json!([{"role": "agent"}]), json!({}), "inner_met"),
        form("c", json!([{"role": "agent"}]), json!({}), "inner_met"),
        join("inner_met", "all", "d"),
        form("d", json!([{"role": "agent"}]), json!({}), "outer_met"),
        join("outer_met", "all", "done"),
        end("done"),
    ]);
    let mut walk = Walk::of(definition(nodes)).begin();
    assert_eq!(walk.at(), ["a", "b", "c"]);
    walk.press("b", 1, "submit").unwrap();
    walk.press("a", 1, "submit").unwrap();
    walk.press("c", 1, "submit").unwrap();
    assert_eq!(walk.at(), ["d", "outer_met"]);
    walk.press("d", 2, "submit").unwrap();
    assert_eq!(walk.outcome(), "done");
}

fn shared() -> Walk {
    let work = json!({"who": [{"role": "warehouse"}], "buttons": [{"code": "claimed", "does": "submit"}], "fields": {"refund": "write"}});
    let claim = node(
        "claim",
        json!({"type": "subtask", "ticket": "freight_claim", "meanwhile": "handle"}),
        json!({"work": work, "limit": {"within": "2d"}}),
    );
    let wait = node("both_done", json!({"type": "wait", "for": {"subtask": "claim"}, "next": "done"}), json!({}));
    let handle = form("handle", json!([{"role": "agent"}]), json!({}), "both_done");
    Walk::of(definition(json!([start("claim"), claim, handle, wait, end("done")]))).begin()
}

/// U11: a return and its freight claim are handled by two teams at once, and both see where the other is.
#[test]
fn u11_shared_work_goes_on_meanwhile() {
    let mut walk = shared();
    assert_eq!(walk.at(), ["claim", "handle"]);
    let opened = walk.effects.iter().any(|effect| matches!(effect, Effect::OpenTask { ticket: Some(TicketKind::FreightClaim), .. }));
    assert!(opened, "{:?}", walk.effects);
    let teams: Vec<String> = walk.flow.standings(&walk.run).iter().map(|at| format!("{}: {}", at.node, at.holders[0])).collect();
    assert_eq!(teams, ["claim: role:warehouse", "handle: role:agent"]);
    walk.press("handle", 1, "submit").unwrap();
    assert_eq!(walk.at(), ["both_done", "claim"]);
    walk.press("claim", 6, "claimed").unwrap();
    assert_eq!(walk.outcome(), "done");
}

/// U11: the linked ticket reports back, and fills in what the node may write.
#[test]
fn u11_the_linked_ticket_reports_back() {
    let mut walk = shared();
    let task = walk.task("claim").id;
    let done = |data| Event::SubtaskDone { task, button: "claimed".into(), data: object(data) };
    assert_eq!(walk.send(done(json!({"reason": "x"}))).unwrap_err().code(), "field_not_writable");
    walk.send(done(json!({"refund": 1_200}))).unwrap();
    assert_eq!((walk.at(), &walk.run.form["refund"]), (vec!["handle"], &json!(1_200)));
    walk.press("handle", 1, "submit").unwrap();
    assert_eq!(walk.outcome(), "done", "nothing is left to wait for");
    let form = checks("all").task("finance").id;
    let mut walk = checks("all");
    let wrong = walk.send(Event::SubtaskDone { task: form, button: "submit".into(), data: object(json!({})) }).unwrap_err();
    assert_eq!(wrong.code(), "not_yours");
}

/// Whoever waits elsewhere for a sub-task does not wait for ever when it is called off with its way.
#[test]
fn a_subtask_that_is_called_off_keeps_nobody_waiting() {
    let work = json!({"who": [{"role": "warehouse"}], "buttons": [{"code": "done", "does": "submit"}]});
    let nodes = json!([
        start("outer"),
        split("outer", json!(["again", "wait"]), "outer_met"),
        form("again", json!([{"role": "agent"}]), json!({}), "inner"),
        split("inner", json!(["claim", "c"]), "inner_met"),
        node("claim", json!({"type": "subtask", "meanwhile": "b"}), json!({"work": work, "limit": {"within": "2d"}})),
        form("b", json!([{"role": "agent"}]), json!({}), "inner_met"),
        approval("c", json!("any"), json!([{"role": "agent"}]), "inner_met", "again"),
        join("inner_met", "all", "outer_met"),
        form("wait", json!([{"role": "agent"}]), json!({}), "claimed"),
        node("claimed", json!({"type": "wait", "for": {"subtask": "claim"}, "next": "outer_met"}), json!({})),
        join("outer_met", "all", "done"),
        end("done"),
    ]);
    let mut walk = Walk::of(definition(nodes)).begin();
    walk.press("again", 1, "submit").unwrap();
    walk.press("wait", 1, "submit").unwrap();
    assert_eq!(walk.at(), ["b", "c", "claim", "claimed"]);
    walk.press("c", 1, "reject").unwrap();
    assert_eq!(walk.at(), ["again", "outer_met"]);
}

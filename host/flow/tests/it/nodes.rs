//! What the nodes do that nobody works at: conditions, hooks, waits, timers, notices, changes, ends.

use redress_domain::event::EventKind;
use redress_domain::rule::Hook;
use redress_domain::timeline::Actor;
use redress_expression::Value as Known;
use redress_flow::{Clock, Effect, Event, Flow, Moment, Run, RunState, Span};
use serde_json::{Value, json};

use crate::walk::{Walk, definition, end, form, node, object, start, user};

fn simple(kind: Value, rest: Value) -> Walk {
    let mut nodes = vec![start("step"), end("yes")];
    if kind["type"] == "condition" {
        nodes.push(end("no"));
    }
    nodes.push(node("step", kind, rest));
    Walk::of(definition(json!(nodes)))
}

/// Z8: branches in order, else last; an expression that cannot be evaluated does not hold, and the record says so.
#[test]
fn z8_the_first_branch_that_holds_is_taken() {
    let branches = json!([
        {"when": "form.refund > money(\"1.00\")", "next": "no"},
        {"when": "amount > money(\"500.00\")", "next": "yes"},
    ]);
    let mut walk = simple(json!({"type": "condition", "branches": branches, "else": "no"}), json!({}));
    walk.facts.insert("amount".into(), Known::Int(50_001));
    let above = walk.clone().begin();
    assert_eq!(above.outcome(), "yes");
    assert!(above.records().contains(&"flow.fault"), "form.refund is not known: {:?}", above.records());
    walk.facts.insert("amount".into(), Known::Int(50_000));
    assert_eq!(walk.clone().begin().outcome(), "no");
    walk.begin_with(json!({"refund": 101}));
    assert_eq!(walk.outcome(), "no");
}

/// Design §3: a hook is asked, and its declared answer can be used by later conditions; a failure has a way of its own.
#[test]
fn a_hook_asks_and_its_answer_counts() {
    let nodes = json!([
        start("ask"),
        node(
            "ask",
            json!({"type": "hook", "hook": "refund-approval", "next": "verdict", "failed": "failed"}),
            json!({"gives": {"verdict": "text"}})
        ),
        node(
            "verdict",
            json!({"type": "condition", "branches": [{"when": "outcome.ask.verdict == \"approve\"", "next": "yes"}], "else": "no"}),
            json!({})
        ),
        end("yes"),
        end("no"),
        end("failed"),
    ]);
    let mut walk = Walk::of(definition(nodes)).begin();
    let asked = walk.effects.iter().find_map(|effect| match effect {
        Effect::AskHook { ask, hook, .. } => Some((*ask, *hook)),
        _ => None,
    });
    let (ask, hook) = asked.unwrap();
    assert_eq!(hook, Hook::RefundApproval);
    let answered = |answer| Event::HookAnswered { ask, answer: object(answer) };
    assert_eq!(walk.send(Event::HookFailed { ask: ask + 1, reason: "x".into() }).unwrap_err().code(), "no_such_question");
    let mut other = walk.clone();
    other.send(Event::HookFailed { ask, reason: "out of fuel".into() }).unwrap();
    assert_eq!(other.outcome(), "failed");
    walk.send(answered(json!({"verdict": "approve", "secret": "not declared"}))).unwrap();
    assert_eq!(walk.outcome(), "yes");
    assert_eq!(walk.run.outcomes["ask"].data, object(json!({"verdict": "approve"})));
    assert_eq!(walk.send(answered(json!({}))).unwrap_err().code(), "ended");
}

fn parcel(early: bool) -> Walk {
    let wait = json!({"type": "wait", "for": {"signal": "scan"}, "early": early, "next": "yes"});
    let nodes = json!([
        start("fill"),
        form("fill", json!([{"role": "agent"}]), json!({}), "parcel"),
        node("parcel", wait, json!({"gives": {"number": "text"}, "limit": {"within": "7d"}})),
        end("yes")
    ]);
    Walk::of(definition(nodes)).begin()
}

/// D4: the scan moves the run, and what it says is kept as declared.
#[test]
fn d4_a_signal_moves_who_waits_for_it() {
    let mut walk = parcel(false);
    assert_eq!(walk.signal("scan", json!({})).unwrap_err().code(), "nothing_waits");
    walk.press("fill", 1, "submit").unwrap();
    assert_eq!(walk.signal("payment", json!({})).unwrap_err().code(), "nothing_waits");
    walk.signal("scan", json!({"number": "SF123", "weight": 3})).unwrap();
    assert_eq!(walk.outcome(), "yes");
    assert_eq!(walk.run.outcomes["parcel"].data, object(json!({"number": "SF123"})));
}

/// A parcel that is scanned before the run waits for it is not forgotten, and counts once.
#[test]
fn d4_an_early_signal_is_kept() {
    let mut walk = parcel(true);
    walk.signal("scan", json!({"number": "SF1"})).unwrap();
    walk.signal("scan", json!({"number": "SF2"})).unwrap();
    assert_eq!(walk.records(), ["flow.kept"]);
    walk.press("fill", 1, "submit").unwrap();
    assert_eq!(walk.outcome(), "yes");
    assert_eq!(walk.run.outcomes["parcel"].data["number"], "SF2");
}

#[test]
fn timers_run_by_their_clock_and_fire_once() {
    for (when, at) in [
        (json!({"after": "2d"}), Moment::After("2d".parse::<Span>().unwrap(), Clock::Calendar)),
        (json!({"after_business": "8h"}), Moment::After("8h".parse::<Span>().unwrap(), Clock::Business)),
        (json!({"until": "now + duration(\"48h\")"}), Moment::At("2026-10-10T08:00:00Z".parse().unwrap())),
        (json!({"until": "now - duration(\"48h\")"}), Moment::At("2026-10-08T08:00:00Z".parse().unwrap())),
    ] {
        let mut walk = simple(json!({"type": "timer", "when": when, "next": "yes"}), json!({}));
        walk.facts.insert("now".into(), Known::Timestamp(redress_expression::Timestamp::parse("2026-10-08T08:00:00Z").unwrap()));
        let mut walk = walk.begin();
        let started = walk.effects.iter().find_map(|effect| match effect {
            Effect::StartTimer { timer, at, .. } => Some((*timer, *at)),
            _ => None,
        });
        let (timer, found) = started.unwrap();
        assert_eq!(found, at);
        let again = walk.clone();
        walk.send(Event::TimerFired { timer }).unwrap();
        assert_eq!(walk.outcome(), "yes");
        assert!(!walk.effects.iter().any(|effect| matches!(effect, Effect::CancelTimer { .. })), "it has fired already");
        let mut cancelled = again;
        cancelled.send(Event::Cancelled { actor: Actor::Customer, reason: None }).unwrap();
        assert!(cancelled.effects.contains(&Effect::CancelTimer { timer }));
        assert_eq!(cancelled.outcome(), "cancelled");
    }
}

#[test]
fn changes_become_effects_in_order() {
    let changes = json!([
        {"field": {"name": "note", "value": "\"金额\" + string(1)"}},
        {"form": {"name": "refund", "value": "amount - money(\"35.00\")"}},
        {"raise_priority": "high"},
        {"add_tag": "潜在滥用权益"},
        {"remove_tag": "新"},
        {"emit": "refund_paused"},
        {"apply": {"event": "closed"}},
        {"apply": {"event": "parcel_lost", "details": {"reason": "kind"}}},
        {"field": {"name": "never", "value": "form.reason"}},
    ]);
    let walk = simple(json!({"type": "set", "changes": changes, "next": "yes"}), json!({})).begin();
    let effects: Vec<&Effect> = walk.effects.iter().filter(|effect| !matches!(effect, Effect::Record(_))).collect();
    let [
        field,
        refund,
        Effect::RaisePriority { .. },
        Effect::AddTag { tag },
        Effect::RemoveTag { .. },
        Effect::Emit { name, .. },
        closed,
        lost,
        _,
    ] = effects[..]
    else {
        panic!("{effects:#?}")
    };
    assert_eq!(*field, Effect::SetField { name: "note".into(), value: json!("金额1") });
    assert_eq!(*refund, Effect::SetField { name: "refund".into(), value: json!(6_500) });
    assert_eq!((tag.as_str(), name.as_str()), ("潜在滥用权益", "refund_paused"));
    for (effect, kind) in [(closed, EventKind::Closed), (lost, EventKind::ParcelLost)] {
        let Effect::Apply { event, details, .. } = effect else { panic!("{effect:?}") };
        assert_eq!(redress_flow::ticket_event(*event, details).unwrap().kind(), kind);
    }
    assert_eq!(walk.run.form["refund"], 6_500);
    assert!(walk.records().contains(&"flow.fault"), "what cannot be evaluated changes nothing");
}

/// Z14: operators by person, role, department, queue or expression.
#[test]
fn z14_notices_reach_everybody_named_once() {
    let to = json!(["customer", {"role": "risk"}, {"person": user(9)}, {"department": "物流部"}, {"queue": "退换货"}, {"expression": "team"}, {"role": "risk"}]);
    let walk = simple(json!({"type": "notify", "to": to, "template": "hello", "next": "yes"}), json!({})).begin();
    let people = format!("customer,role:risk,person:{},department:物流部,queue:退换货,role:agent", user(9));
    assert_eq!(walk.notices(), [("hello".to_owned(), people)]);
}

/// L13, Z39: where is it now, who holds it, since when, until when.
#[test]
fn l13_the_ticket_page_can_show_where_it_is() {
    let mut walk = parcel(false);
    let standing = |walk: &Walk| walk.flow.standings(&walk.run).remove(0);
    let at = standing(&walk);
    assert_eq!((at.node.as_str(), at.name.in_language("en"), at.since), ("fill", "fill", walk.now));
    assert_eq!((at.holders.as_slice(), at.missing), ([crate::walk::role("agent")].as_slice(), 1));
    assert_eq!(at.until, Some("2026-10-09T08:00:00Z".parse().unwrap()));
    let task = at.task.unwrap();
    walk.send(Event::Claim { task, user: user(2) }).unwrap();
    assert_eq!(standing(&walk).holders, [redress_flow::Party::Person(user(2))]);
    walk.now = "2026-10-08T09:00:00Z".parse().unwrap();
    walk.press("fill", 2, "submit").unwrap();
    let at = standing(&walk);
    assert_eq!((at.node.as_str(), at.holders.len(), at.since), ("parcel", 0, walk.now));
    walk.signal("scan", json!({})).unwrap();
    assert!(walk.flow.standings(&walk.run).is_empty());
}

/// D10: the whole path is in the timeline.
#[test]
fn d10_the_path_is_recorded() {
    let walk = parcel(false);
    let moved = walk.effects.iter().find_map(|effect| match effect {
        Effect::Record(entry) if entry.kind == "flow.moved" => Some(entry.data.clone()),
        _ => None,
    });
    assert_eq!(moved, Some(json!({"nodes": ["start", "fill"]})));
}

#[test]
fn a_run_begins_once_and_follows_its_version() {
    let mut walk = parcel(false);
    let begin = || Event::Begin { actor: Actor::System, form: object(json!({})) };
    assert_eq!(walk.send(begin()).unwrap_err().code(), "already_begun");
    let mut fresh = walk.clone();
    fresh.run = Run::new(walk.flow.definition());
    assert_eq!(fresh.signal("scan", json!({})).unwrap_err().code(), "not_begun");
    assert_eq!(fresh.run.state, RunState::Ready);
    // Publishing never disturbs running ones: a run is refused by any version but its own.
    let mut next = walk.flow.definition().clone();
    next.version = 2;
    walk.flow = std::sync::Arc::new(Flow::compile(next, &crate::walk::environment()).unwrap());
    let refusal = walk.press("fill", 1, "submit").unwrap_err();
    assert_eq!(refusal.code(), "wrong_version");
    assert!(refusal.to_string().contains("test@1"), "{refusal}");
}

#[test]
fn a_run_whose_node_is_gone_is_refused() {
    let mut walk = parcel(false);
    walk.run.tasks[0].node = "elsewhere".into();
    assert_eq!(walk.press("elsewhere", 1, "submit").unwrap_err().code(), "corrupt");
}

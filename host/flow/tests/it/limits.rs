//! Time limits and their steps (U13, Z20, Z24, L12, L19).

use redress_domain::id::TimerId;
use redress_domain::ticket::Priority;
use redress_domain::timeline::Actor;
use redress_flow::{Clock, Closing, Effect, Event, Moment, Span};
use serde_json::{Value, json};

use crate::walk::{Walk, definition, end, form, node, role, start, user};

fn limited(kind: Value, limit: Value) -> Walk {
    let work = json!({
        "who": [{"role": "agent"}],
        "buttons": [{"code": "submit", "does": "submit", "next": "done"}, {"code": "transfer", "does": "transfer"}],
    });
    let rest = if kind["type"] == "form" { json!({"work": work, "limit": limit}) } else { json!({"limit": limit}) };
    let mut nodes = vec![start("step"), end("done")];
    let limits = rest["limit"].to_string();
    if limits.contains(r#""go":"late""#) {
        nodes.push(form("late", json!([{"role": "supervisor"}]), json!({}), "done"));
    }
    if limits.contains(r#""go":"expired""#) {
        nodes.push(end("expired"));
    }
    nodes.push(node("step", kind, rest));
    Walk::of(definition(json!(nodes))).begin()
}

fn timers(walk: &Walk) -> Vec<(TimerId, String)> {
    let started = walk.effects.iter().filter_map(|effect| match effect {
        Effect::StartTimer { timer, at: Moment::After(span, clock), .. } => Some((*timer, format!("{span} {clock:?}"))),
        _ => None,
    });
    started.collect()
}

/// U13: after 24 h the team's lead is reminded and the priority rises, after 48 h the supervisor is told; in business hours.
#[test]
fn u13_steps_of_an_escalation() {
    let steps = json!([
        {"after": "24h", "do": [{"tell": {"to": [{"role": "warehouse"}], "template": "lead"}}, {"raise_priority": "high"}]},
        {"after": "48h", "do": [{"tell": {"to": [{"role": "supervisor"}], "template": "cs"}}, {"emit": "logistics_stuck"}]},
    ]);
    let mut walk = limited(json!({"type": "form"}), json!({"within": "24h", "clock": "business", "steps": steps}));
    let due = walk.effects.iter().find_map(|effect| match effect {
        Effect::OpenTask { due, .. } => *due,
        _ => None,
    });
    assert_eq!(due, Some(("24h".parse::<Span>().unwrap(), Clock::Business)));
    let started = timers(&walk);
    let shown: Vec<&str> = started.iter().map(|(_, at)| at.as_str()).collect();
    assert_eq!(shown, ["1d Business", "2d Business"]);
    walk.send(Event::TimerFired { timer: started[0].0 }).unwrap();
    assert_eq!(walk.notices(), [("lead".to_owned(), "role:warehouse".to_owned())]);
    assert!(walk.effects.contains(&Effect::RaisePriority { to: Priority::High }));
    assert_eq!(walk.send(Event::TimerFired { timer: started[0].0 }).unwrap_err().code(), "timer_gone");
    walk.send(Event::TimerFired { timer: started[1].0 }).unwrap();
    assert!(walk.effects.iter().any(|effect| matches!(effect, Effect::Emit { name, .. } if name == "logistics_stuck")));
    assert_eq!(walk.at(), ["step"], "the task is still there to be done");
}

/// L19, Z20: what nobody accepted within its time is told; what somebody accepted is not.
#[test]
fn z20_unaccepted_work_raises_the_priority() {
    let steps = json!([{"after": "30m", "only": "unclaimed", "do": [{"raise_priority": "high"}]}]);
    let mut walk = limited(json!({"type": "form"}), json!({"within": "4h", "steps": steps}));
    let timer = timers(&walk)[0].0;
    let mut accepted = walk.clone();
    let task = accepted.task("step").id;
    accepted.send(Event::Claim { task, user: user(1) }).unwrap();
    accepted.send(Event::TimerFired { timer }).unwrap();
    assert!(accepted.effects.is_empty(), "{:?}", accepted.effects);
    walk.send(Event::TimerFired { timer }).unwrap();
    assert!(walk.effects.contains(&Effect::RaisePriority { to: Priority::High }));
}

/// L12: the system presses automatically, again and again, whoever has it now.
#[test]
fn l12_reminders_repeat_until_it_is_done() {
    let mut walk = limited(json!({"type": "form"}), json!({"within": "4h", "steps": [{"after": "20m", "every": "30m", "do": ["remind"]}]}));
    let mut timer = timers(&walk)[0].0;
    for _ in 0..3 {
        walk.send(Event::TimerFired { timer }).unwrap();
        assert_eq!(walk.notices(), [("flow_reminder".to_owned(), "role:agent".to_owned())]);
        let [(next, at)] = timers(&walk).try_into().unwrap();
        assert_eq!(at, "30m Calendar");
        timer = next;
    }
    let task = walk.task("step").id;
    walk.send(Event::Claim { task, user: user(2) }).unwrap();
    walk.send(Event::TimerFired { timer }).unwrap();
    assert_eq!(walk.notices()[0].1, format!("person:{}", user(2)));
    let running = timers(&walk)[0].0;
    walk.press("step", 2, "submit").unwrap();
    assert!(walk.effects.contains(&Effect::CancelTimer { timer: running }));
}

/// Z24: after four hours the supervisor has it as well; with `keep` off they have it instead.
#[test]
fn z24_overdue_work_is_handed_over() {
    for (keep, may) in [(true, true), (false, false)] {
        let steps = json!([{"after": "4h", "do": [{"hand_over": {"to": [{"role": "supervisor"}], "keep": keep}}]}]);
        let mut walk = limited(json!({"type": "form"}), json!({"within": "4h", "steps": steps}));
        let (timer, task) = (timers(&walk)[0].0, walk.task("step").id);
        walk.send(Event::Claim { task, user: user(1) }).unwrap();
        walk.send(Event::TimerFired { timer }).unwrap();
        assert!(walk.task("step").holders().contains(&role("supervisor")));
        assert_eq!(walk.clone().press("step", 1, "submit").is_ok(), may);
        walk.press("step", 3, "submit").unwrap();
    }
}

/// The run goes on elsewhere when the time is over, and whoever comes late is told.
#[test]
fn time_that_is_over_leads_elsewhere() {
    let steps = json!([{"after": "7d", "do": [{"apply": "expired"}, {"go": "expired"}]}]);
    let mut walk = limited(json!({"type": "form"}), json!({"within": "7d", "steps": steps}));
    let (timer, task) = (timers(&walk)[0].0, walk.task("step").id);
    walk.send(Event::TimerFired { timer }).unwrap();
    assert_eq!(walk.outcome(), "expired");
    assert!(walk.effects.contains(&Effect::CloseTask { task, how: Closing::Overdue }));
    assert_eq!(walk.run.outcomes["step"].action, "overdue");
    let late = Event::TaskDone { task, actor: Actor::User(user(1)), button: "submit".into(), data: serde_json::Map::new(), opinion: None };
    assert_eq!(walk.send(late).unwrap_err().code(), "task_done");
}

/// Signals and hooks have limits, too.
#[test]
fn waiting_for_a_signal_is_limited() {
    let steps =
        json!([{"after": "2d", "do": [{"tell": {"to": ["customer"], "template": "please"}}]}, {"after": "7d", "do": [{"go": "late"}]}]);
    let kind = json!({"type": "wait", "for": {"signal": "customer_answer"}, "next": "done"});
    let mut walk = limited(kind, json!({"within": "7d", "steps": steps}));
    let started = timers(&walk);
    walk.send(Event::TimerFired { timer: started[0].0 }).unwrap();
    assert_eq!(walk.notices(), [("please".to_owned(), "customer".to_owned())]);
    walk.send(Event::TimerFired { timer: started[1].0 }).unwrap();
    assert_eq!(walk.at(), ["late"]);
    assert_eq!(walk.signal("customer_answer", json!({})).unwrap_err().code(), "nothing_waits");
}

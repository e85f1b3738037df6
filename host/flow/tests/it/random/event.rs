//! Events drawn at random.

use redress_domain::id::TimerId;
use redress_domain::timeline::Actor;
use redress_expression::Value as Known;
use redress_flow::{Event, Party, Waiting};
use serde_json::Map;

use crate::walk::{Walk, role, user};

/// Somebody who can do something now.
pub(super) fn sensible(walk: &Walk) -> Vec<Event> {
    let mut events = Vec::new();
    for task in &walk.run.tasks {
        let people: Vec<u128> =
            (1..=10).filter(|n| !walk.desk.away.contains(&user(*n)) && !task.has_voted(&Actor::User(user(*n)))).collect();
        let buttons = walk.flow.node(&task.node).unwrap().work.as_ref().unwrap().buttons.iter().filter(|button| button.does.moves());
        for button in buttons {
            for n in &people {
                events.push(Event::TaskDone {
                    task: task.id,
                    actor: Actor::User(user(*n)),
                    button: button.code.clone(),
                    data: Map::new(),
                    opinion: Some("说明".to_owned()),
                });
            }
        }
    }
    for token in &walk.run.tokens {
        match &token.waiting {
            Waiting::Hook { ask } => events.push(Event::HookAnswered { ask: *ask, answer: Map::new() }),
            Waiting::Signal { name } => events.push(Event::Signal { name: name.clone(), actor: Actor::System, data: Map::new() }),
            Waiting::Timer => events.extend(token.timers.iter().map(|armed| Event::TimerFired { timer: armed.id })),
            _ => {}
        }
    }
    events
}

/// An event from three numbers: sensible, odd, or nonsense.
pub(super) fn event(walk: &mut Walk, past: &[Event], (what, a, b): (u8, u16, u16)) -> Option<Event> {
    let pick = |most: usize| if most == 0 { None } else { Some(usize::from(a) % most) };
    let task = pick(walk.run.tasks.len()).map(|at| walk.run.tasks[at].id);
    let one = user(u128::from(b % 10) + 1);
    Some(match what % 16 {
        0..=6 => {
            let events = sensible(walk);
            events.get(pick(events.len())?)?.clone()
        }
        7 => Event::Claim { task: task?, user: one },
        8 => Event::Release { task: task?, user: one },
        9 => Event::Transfer {
            task: task?,
            actor: if b % 2 == 0 { Actor::System } else { Actor::User(user(u128::from(b % 7) + 1)) },
            to: [Party::Person(one), role("risk"), role("nobody"), Party::Customer][usize::from(b / 11) % 4].clone(),
            opinion: None,
        },
        10 => Event::Delegate { task: task?, user: one, to: user(u128::from(a % 10) + 1), opinion: None },
        11 => {
            if !walk.desk.away.remove(&one) {
                walk.desk.away.insert(one);
            }
            if a % 3 == 0 {
                walk.desk.deputies.insert(one, user(u128::from(a % 10) + 1));
            }
            if a % 4 == 0 { Event::OwnerGone { user: one } } else { Event::AbsenceChanged { user: one } }
        }
        12 => {
            let timers: Vec<TimerId> = walk.run.tokens.iter().flat_map(|token| &token.timers).map(|armed| armed.id).collect();
            Event::TimerFired { timer: timers[pick(timers.len())?] }
        }
        13 => Event::Signal { name: "scan".to_owned(), actor: Actor::Customer, data: Map::new() },
        14 => past.get(pick(past.len())?)?.clone(),
        _ => match b % 12 {
            0 => Event::Cancelled { actor: Actor::Customer, reason: None },
            1..=3 => Event::SubtaskDone { task: task?, button: "done".to_owned(), data: Map::new() },
            4 => Event::HookFailed { ask: u32::from(a), reason: "no".to_owned() },
            _ => {
                walk.facts.insert("amount".to_owned(), Known::Int(i64::from(a)));
                return None;
            }
        },
    })
}

//! Stock plugin `router`: who handles this ticket?
//!
//! Rules are walked in order and say together which queue, which person, which skills, which priority and which tags
//! (U8, U10, L7, L8). Then, unless a rule names a person who is free, one of the free people of the queue is picked: the
//! least loaded, the next in turn, or by lot weighted by rating (L6, L9). Nobody free: the ticket waits in the queue.

mod check;
mod config;
mod pick;
mod rules;
mod words;

#[cfg(test)]
mod tests;

use redress_sdk::prelude::*;

pub use config::{Conditions, Config, Rating, Rule, Strategy};
use pick::Draw;
use rules::Outcome;
use words::Words;

/// The plugin.
pub struct Router;

impl Plugin for Router {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    fn check(config: &Config) -> Vec<Violation> {
        check::check(config)
    }
}

impl Routing for Router {
    fn route(call: &Call<Config>, case: &CaseFile, desk: &Desk) -> Result<Option<RouteDecision>, RuleError> {
        let config = &call.config;
        let outcome = rules::gather(config, case, desk);
        for unknown in &outcome.unknown {
            call.warn("a rule names a queue or person that the desk does not have", &[("name", unknown)]);
        }
        let mut draw =
            Draw { strategy: outcome.strategy.unwrap_or(config.strategy), rating: &config.rating, turn: desk.turn, rng: call.rng() };
        Ok(decide(config, case, desk, outcome, &mut draw, Words::of(call.locale())))
    }
}

redress_sdk::export!(Router: Routing);

fn decide(config: &Config, case: &CaseFile, desk: &Desk, outcome: Outcome, draw: &mut Draw, words: Words) -> Option<RouteDecision> {
    let mut reasons: Vec<String> = outcome.hits.iter().map(|hit| words.hit(hit)).collect();
    let named = outcome.named.filter(|agent| agent.has_room());
    let mut queue = outcome.queue;
    if let Some(queue) = queue {
        reasons.push(words.to_queue(queue));
    } else {
        // A named person brings the ticket into a queue of theirs; everything else goes to the default queue.
        let own = named.and_then(|agent| agent.queues.first()).and_then(|key| rules::find_queue(desk, key));
        queue = own.or_else(|| rules::find_queue(desk, config.default_queue.as_deref()?));
        if let Some(queue) = queue {
            reasons.push(if own.is_some() { words.to_queue(queue) } else { words.by_default(queue) });
        }
    }
    let assignee = match (named, queue) {
        (Some(agent), _) => {
            reasons.push(words.named(agent));
            Some(agent)
        }
        (None, Some(queue)) => {
            if let Some(busy) = outcome.named {
                reasons.push(words.named_is_busy(busy));
            }
            let preferred = if config.prefer_category_skill { rules::categories(case) } else { Vec::new() };
            let picked = pick::pick(&pick::candidates(desk, &queue.key, &outcome.skills, &preferred), draw);
            match picked {
                Some(agent) => reasons.push(words.picked(agent, draw.strategy)),
                None if draw.strategy == Strategy::QueueOnly => {}
                None => reasons.push(words.nobody_free()),
            }
            picked
        }
        (None, None) => None,
    };
    let priority = outcome.priority.filter(|&wanted| may_set(case.ticket.priority, wanted));
    let says_something =
        queue.is_some() || assignee.is_some() || priority.is_some() || !outcome.tags.is_empty() || !outcome.skills.is_empty();
    says_something.then(|| RouteDecision {
        queue: queue.map(|queue| queue.key.clone()),
        assignee: assignee.map(|agent| agent.id.clone()),
        skills: outcome.skills,
        priority,
        tags: outcome.tags,
        reason: words.join(&reasons),
    })
}

/// A rule raises a priority, or changes the normal one; it never lowers what somebody has raised.
const fn may_set(now: Priority, wanted: Priority) -> bool {
    let (from, to) = (height(now), height(wanted));
    to != from && (to > from || matches!(now, Priority::Normal))
}

const fn height(priority: Priority) -> u8 {
    match priority {
        Priority::Low => 0,
        Priority::Normal => 1,
        Priority::High => 2,
        Priority::Urgent => 3,
    }
}

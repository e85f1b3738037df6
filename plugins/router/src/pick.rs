//! Who of the free people gets the ticket.

use redress_sdk::prelude::*;

use crate::config::{Rating, Strategy};

/// What a pick depends on besides the people.
pub(crate) struct Draw<'a> {
    pub(crate) strategy: Strategy,
    pub(crate) rating: &'a Rating,
    /// Turn counter of the desk.
    pub(crate) turn: u32,
    /// Randomness of the call.
    pub(crate) rng: Rng,
}

/// The free people of a queue who have all skills, in order of their ids; of them only those with a preferred skill, when
/// there are any.
pub(crate) fn candidates<'a>(desk: &'a Desk, queue: &'a str, skills: &[String], preferred: &[&str]) -> Vec<&'a Agent> {
    let has = |agent: &Agent, skill: &str| agent.skills.iter().any(|own| own.eq_ignore_ascii_case(skill));
    let mut free: Vec<&Agent> = desk.free_agents(queue).filter(|agent| skills.iter().all(|skill| has(agent, skill))).collect();
    free.sort_by(|a, b| a.id.cmp(&b.id));
    let experts: Vec<&Agent> = free.iter().copied().filter(|agent| preferred.iter().any(|skill| has(agent, skill))).collect();
    if experts.is_empty() { free } else { experts }
}

/// One of the candidates; `None` without candidates or when the queue alone is wanted.
pub(crate) fn pick<'a>(candidates: &[&'a Agent], draw: &mut Draw) -> Option<&'a Agent> {
    match draw.strategy {
        Strategy::QueueOnly => None,
        Strategy::RoundRobin => in_turn(candidates, draw.turn),
        Strategy::LeastLoaded => {
            let least = candidates.iter().map(|agent| agent.open_tickets).min()?;
            let equals: Vec<&Agent> = candidates.iter().copied().filter(|agent| agent.open_tickets == least).collect();
            in_turn(&equals, draw.turn)
        }
        Strategy::WeightedByRating => by_lot(candidates, draw.rating, &mut draw.rng),
    }
}

fn in_turn<'a>(people: &[&'a Agent], turn: u32) -> Option<&'a Agent> {
    let count = u32::try_from(people.len()).ok().filter(|&count| count > 0)?;
    people.get(usize::try_from(turn % count).ok()?).copied()
}

/// Draws by weight.
fn by_lot<'a>(people: &[&'a Agent], rating: &Rating, rng: &mut Rng) -> Option<&'a Agent> {
    let weights: Vec<u32> = people.iter().map(|agent| agent.rating.unwrap_or(rating.unrated).saturating_sub(rating.floor).max(1)).collect();
    rng.pick_weighted(&weights).and_then(|at| people.get(at)).copied()
}

//! Where the ticket goes.

use redress_sdk::prelude::*;
use redress_table::{Fired, Table};

use super::{priority, texts};
use crate::words::Words;

/// The rows together: the topmost queue and person that are named and exist, the highest priority, all skills and tags.
pub(crate) fn route(call: &Call<Table>, case: &CaseFile, desk: &Desk, fired: &[Fired<'_>]) -> Option<RouteDecision> {
    if fired.is_empty() {
        return None;
    }
    let words = Words::of(call);
    let mut decision =
        RouteDecision { skills: texts(fired, "skills"), tags: texts(fired, "tags"), reason: words.rows(fired), ..RouteDecision::default() };
    decision.queue = fired.iter().find_map(|hit| queue(call, desk, hit));
    // A raised priority is a person's or another rule's judgement; a table only raises it further.
    let wanted = fired.iter().filter_map(priority).max_by_key(|priority| rank(*priority));
    decision.priority =
        wanted.filter(|wanted| rank(*wanted) > rank(case.ticket.priority) || rank(case.ticket.priority) <= rank(Priority::Normal));
    if let Some(name) = fired.iter().find_map(|hit| hit.text("assignee")) {
        match desk.agents.iter().find(|agent| agent.id == name || agent.name == name) {
            Some(agent) if agent.has_room() => {
                decision.assignee = Some(agent.id.clone());
                decision.queue = decision.queue.or_else(|| agent.queues.first().cloned());
            }
            Some(agent) => {
                decision.queue = decision.queue.or_else(|| agent.queues.first().cloned());
                decision.reason.push_str(&words.absent(name));
            }
            None => call.warn("the table names a person who is not at the desk", &[("assignee", name)]),
        }
    }
    // Rows that name nothing that exists have nothing to say: the next rule is asked.
    let says = decision.queue.is_some() || decision.assignee.is_some() || decision.priority.is_some();
    (says || !decision.skills.is_empty() || !decision.tags.is_empty()).then_some(decision)
}

/// The key of the row's queue, named by its key or by its display name.
fn queue(call: &Call<Table>, desk: &Desk, hit: &Fired<'_>) -> Option<String> {
    let name = hit.text("queue")?;
    let found = desk.queues.iter().find(|queue| queue.key == name || queue.name == name);
    if found.is_none() {
        call.warn("the table names a queue that does not exist", &[("queue", name), ("row", &hit.row.id)]);
    }
    found.map(|queue| queue.key.clone())
}

fn rank(priority: Priority) -> u8 {
    match priority {
        Priority::Low => 0,
        Priority::Normal => 1,
        Priority::High => 2,
        Priority::Urgent => 3,
    }
}

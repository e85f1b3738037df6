//! From a ticket's timeline to the log of its clocks.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Change, Entry, Goal};
use crate::clock::Timestamp;
use crate::event::{Author, Correction};
use crate::status::CaseStatus;
use crate::ticket::Priority;

/// Timeline: the clocks of a ticket that is older than they are begin; data says how it stands: `case`, `priority`, `queue`,
/// `accepted`.
pub const BEGAN: &str = "sla.began";
/// Timeline: another policy holds; data: `policy`.
pub const SELECTED: &str = "sla.policy_selected";
/// Timeline: a step of an escalation was done; data: `target`, `round`, `step`, and what was done.
pub const FIRED: &str = "sla.fired";
/// Timeline: the sales platform demands something; data: `goal`, `due`.
pub const DEADLINE_SET: &str = "ticket.deadline_set";

/// What one entry of the timeline says to the clocks, in order. The log of a ticket is this, entry by entry.
///
/// Beside what its kind says, an entry may say in `moved` that the case, the queue (by key), the priority or the policy
/// changed, and which nodes of its workflow it left and entered.
pub fn read(at: Timestamp, kind: &str, data: &Value) -> Vec<Entry> {
    let mut changes = Vec::new();
    match kind {
        "ticket.created" => changes.push(Change::Created { case: CaseStatus::Submitted, priority: Priority::Normal, queue: None }),
        BEGAN => began(data, &mut changes),
        "ticket.accepted" => changes.push(Change::Accepted),
        // Whoever has it now was named by somebody; without a name it waits for anybody again.
        "ticket.transferred" if data["assignee"].is_null() => changes.push(Change::Released),
        "ticket.message_added" => match (get(data, "author"), get(data, "internal")) {
            (Some(Author::Customer), _) => changes.push(Change::CustomerReplied),
            (Some(Author::Agent), Some(false)) => changes.push(Change::AgentReplied),
            _ => {}
        },
        // The question and the opinion go to the customer.
        "ticket.information_requested" | "ticket.rejected" => changes.push(Change::AgentReplied),
        "ticket.sent_for_correction" if get(data, "to") == Some(Correction::Customer) => changes.push(Change::AgentReplied),
        "ticket.customer_answered" => changes.push(Change::CustomerReplied),
        DEADLINE_SET => {
            changes.extend(get::<Goal>(data, "goal").map(|goal| Change::PlatformDeadline { goal, due: get(data, "due") }));
        }
        SELECTED => changes.push(Change::PolicySelected { policy: get(data, "policy") }),
        FIRED => {
            if let (Some(target), Some(round), Some(step)) = (get(data, "target"), get(data, "round"), get(data, "step")) {
                changes.push(Change::Fired { target, round, step });
            }
        }
        _ => {}
    }
    let moved = &data["moved"];
    changes.extend(get(&moved["case"], "to").map(|to| Change::CaseChanged { to }));
    if let Some(queue) = moved.get("queue") {
        changes.push(Change::QueueChanged { to: get(queue, "to") });
    }
    changes.extend(get(&moved["priority"], "to").map(|to| Change::PriorityChanged { to }));
    let nodes = |which| get::<Vec<String>>(&moved["nodes"], which).unwrap_or_default();
    changes.extend(nodes("left").into_iter().map(|node| Change::NodeLeft { node }));
    changes.extend(nodes("entered").into_iter().map(|node| Change::NodeEntered { node }));
    if let Some(policy) = moved.get("policy") {
        changes.push(Change::PolicySelected { policy: get(policy, "to") });
    }
    changes.into_iter().map(|change| Entry { at, change }).collect()
}

fn began(data: &Value, changes: &mut Vec<Change>) {
    let (Some(case), Some(priority)) = (get(data, "case"), get(data, "priority")) else { return };
    changes.push(Change::Created { case, priority, queue: get(data, "queue") });
    if get(data, "accepted") == Some(true) {
        changes.push(Change::Accepted);
    }
}

/// A part of an entry's data; `None` when it is not there, null, or something else.
fn get<T: DeserializeOwned>(data: &Value, name: &str) -> Option<T> {
    T::deserialize(data.get(name)?).ok()
}

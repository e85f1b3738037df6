//! What is kept of a ticket's clocks.

use std::collections::BTreeMap;

use super::{Change, Entry, Policy, PolicyRef};
use crate::clock::Timestamp;
use crate::id::TicketId;

/// A ticket's log, and what follows from it as things stand. Everything in it can be made again from the ticket's timeline
/// ([`super::read`]) and the tenant's policies; it is kept so that nobody has to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Which ticket.
    pub ticket: TicketId,
    /// Version of the ticket that the record fits.
    pub version: i64,
    /// What the clocks know.
    pub log: Vec<Entry>,
    /// When the next step of an escalation is due; `None` when none is.
    pub wake_at: Option<Timestamp>,
    /// By when the next thing is owed that is still owed; may be past. `None` when nothing is, or the clock stands still.
    pub due_at: Option<Timestamp>,
}

/// The moment at which a log is read: "now", or its last entry when a node's clock was ahead or has been set back. What the
/// log says was done is never forgotten because of a clock.
pub fn reading_time(log: &[Entry], now: Timestamp) -> Timestamp {
    log.iter().map(|entry| entry.at).fold(now, Timestamp::max)
}

/// A stored log as [`super::measure`] reads it: names of policies become the policies. A name that `policies` does not have
/// is left out, so that the policy before goes on.
pub fn resolve(log: &[Entry], policies: &BTreeMap<PolicyRef, Policy>) -> Vec<Entry> {
    let none = || Policy { name: String::new(), targets: Vec::new() };
    let named = |name: &PolicyRef| policies.get(name).cloned();
    log.iter()
        .filter_map(|entry| match &entry.change {
            Change::PolicySelected { policy } => {
                let policy = policy.as_ref().map_or_else(|| Some(none()), named)?;
                Some(Entry { at: entry.at, change: Change::PolicyChanged { policy } })
            }
            _ => Some(entry.clone()),
        })
        .collect()
}

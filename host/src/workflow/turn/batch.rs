//! Writes many turns in which little happened in one transaction, with a handful of statements.

use std::collections::{BTreeMap, HashSet};

use redress_domain::id::TicketId;
use redress_domain::ticket::Priority;
use redress_domain::timeline::Head;
use redress_store::{TenantTx, fact, outbox, service_level, task, ticket, timeline};

use super::Turn;
use crate::workflow::Error;

impl Turn {
    /// True when nothing happened to the ticket that anybody could see.
    pub fn is_silent(&self) -> bool {
        let said = self.entries.is_empty() && self.outbox.is_empty() && self.decisions.is_empty();
        said && self.tasks.is_empty() && self.kept.is_empty() && self.timers.is_empty()
    }

    /// True when nothing happened but entries, messages, tasks and a higher priority, so that [`write_many`] may write it.
    pub fn is_slight(&self) -> bool {
        self.facts.stored.is_some()
            && self.records.is_empty()
            && self.packed.is_empty()
            && self.timers.is_empty()
            && self.stopped.is_empty()
            && self.settled.is_empty()
            && self.issued.is_empty()
            && self.changed.is_empty()
            && !self.walk.moved
            && !self.replacements.moved()
            && self.newly_assigned().is_none()
    }
}

/// Writes slight turns, each under its ticket's version. Answers whose were written: the other tickets were changed by somebody
/// else meanwhile, and nothing of their turns is written.
///
/// # Errors
/// What the database says; the transaction must be rolled back then.
pub async fn write_many(turns: Vec<Turn>, tx: &mut TenantTx) -> Result<HashSet<TicketId>, Error> {
    let Some(now) = turns.first().map(Turn::now) else { return Ok(HashSet::new()) };
    let mut groups: BTreeMap<Option<Priority>, Vec<(TicketId, i64)>> = BTreeMap::new();
    for turn in &turns {
        let (ticket, Some(stored)) = (turn.ticket(), turn.facts.stored) else { continue };
        let priority = Some(ticket.priority).filter(|priority| *priority != turn.before.priority());
        groups.entry(priority).or_default().push((ticket.id, stored));
    }
    let mut written = HashSet::new();
    for (priority, tickets) in &groups {
        written.extend(ticket::advance_many(tx, tickets, *priority, now).await?);
    }
    let ids: Vec<TicketId> = written.iter().copied().collect();
    let mut heads = timeline::heads(tx, &ids).await?;
    let (mut all_entries, mut records, mut messages, mut tasks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for turn in turns.into_iter().filter(|turn| written.contains(&turn.ticket().id)) {
        let id = turn.ticket().id;
        let mut head = heads.remove(&id).unwrap_or_else(Head::empty);
        all_entries.extend(turn.entries.into_iter().map(|entry| (id, head.append(id, entry))));
        records.extend(turn.record);
        messages.extend(turn.outbox);
        tasks.extend(turn.tasks);
    }
    timeline::append_many(tx, &all_entries).await?;
    fact::postpone(tx, &ids).await?;
    service_level::put_many(tx, &records).await?;
    outbox::insert_many(tx, &messages).await?;
    task::insert_many(tx, &tasks).await?;
    Ok(written)
}

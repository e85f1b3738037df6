//! The append-only, hash-chained timeline of a ticket. There is no function that changes or removes an entry, and triggers in
//! the database refuse it too.

use std::collections::HashMap;

use redress_domain::id::{TicketId, UserId};
use redress_domain::timeline::{Actor, Entry, Head, NewEntry};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{digest, json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct EntryRow {
    seq: i64,
    at: Stamp,
    actor: String,
    kind: String,
    data: String,
    hash: Vec<u8>,
}

impl EntryRow {
    fn into_entry(self, ticket: TicketId) -> Result<Entry> {
        Ok(Entry {
            seq: self.seq,
            at: self.at.0,
            actor: actor(&self.actor).ok_or_else(|| Error::corrupt("timeline", "actor", ticket))?,
            kind: self.kind,
            data: json(&self.data, "timeline", "data", ticket)?,
            hash: digest(&self.hash, "timeline", "hash", ticket)?,
        })
    }
}

/// An actor back from its name.
pub(crate) fn actor(text: &str) -> Option<Actor> {
    match text {
        "customer" => Some(Actor::Customer),
        "system" => Some(Actor::System),
        name => match name.strip_prefix("rule:") {
            Some(plugin) => Some(Actor::Rule(plugin.to_owned())),
            None => name.parse::<UserId>().ok().map(Actor::User),
        },
    }
}

/// Place and hash of the last entry; the head of an empty chain when there is none.
pub async fn head(tx: &mut TenantTx, ticket: TicketId) -> Result<Head> {
    let sql = "SELECT seq, hash FROM timeline WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY seq DESC LIMIT 1";
    match fetch_optional!(tx, (i64, Vec<u8>), sql, tx.tenant, ticket.as_uuid())? {
        Some((seq, hash)) => Ok(Head { seq, hash: digest(&hash, "timeline", "hash", ticket)? }),
        None => Ok(Head::empty()),
    }
}

/// [`head`] of many tickets; those without entries are left out.
pub async fn heads(tx: &mut TenantTx, tickets: &[TicketId]) -> Result<HashMap<TicketId, Head>> {
    if tickets.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant;
    let start = "SELECT ticket_id, seq, hash FROM timeline AS t WHERE tenant_id = ";
    let rows = fetch_built!(tx, (Uuid, i64, Vec<u8>), start, |query| {
        query.push_bind(tenant).push(" AND ticket_id IN (");
        let mut ids = query.separated(", ");
        for ticket in tickets {
            ids.push_bind(ticket.as_uuid());
        }
        query.push(") AND seq = (SELECT MAX(seq) FROM timeline AS l WHERE l.tenant_id = t.tenant_id AND l.ticket_id = t.ticket_id)");
    })?;
    rows.into_iter()
        .map(|(ticket, seq, hash)| {
            let ticket = TicketId::from_uuid(ticket);
            Ok((ticket, Head { seq, hash: digest(&hash, "timeline", "hash", ticket)? }))
        })
        .collect()
}

/// [`append`] for the entries of many tickets.
pub async fn append_many(tx: &mut TenantTx, entries: &[(TicketId, Entry)]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "timeline (tenant_id, ticket_id, seq, at, actor, kind, data, hash)", entries, |values, (ticket, entry)| {
        values.bind(tenant).bind(ticket.as_uuid()).bind(entry.seq).bind(Stamp(entry.at)).bind(entry.actor.to_string());
        values.bind(&entry.kind).bind(to_json(&entry.data)).bind(&entry.hash.as_bytes()[..]);
    });
    Ok(())
}

/// Adds entries that [`Head::append`] has given their places. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `timeline_place` when somebody else took a place first: read the head again.
pub async fn append(tx: &mut TenantTx, ticket: TicketId, entries: &[Entry]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "timeline (tenant_id, ticket_id, seq, at, actor, kind, data, hash)", entries, |values, entry| {
        values.bind(tenant).bind(ticket.as_uuid()).bind(entry.seq).bind(Stamp(entry.at)).bind(entry.actor.to_string());
        values.bind(&entry.kind).bind(to_json(&entry.data)).bind(&entry.hash.as_bytes()[..]);
    });
    Ok(())
}

/// Reads the head, appends new entries behind it and answers them with their places and hashes.
pub async fn record(tx: &mut TenantTx, ticket: TicketId, entries: Vec<NewEntry>) -> Result<Vec<Entry>> {
    let mut head = head(tx, ticket).await?;
    let entries: Vec<Entry> = entries.into_iter().map(|entry| head.append(ticket, entry)).collect();
    append(tx, ticket, &entries).await?;
    Ok(entries)
}

/// Entries behind place `after_seq` (0 for the beginning), oldest first, at most `limit`.
pub async fn list(tx: &mut TenantTx, ticket: TicketId, after_seq: i64, limit: u32) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, kind, data, hash FROM timeline \
               WHERE tenant_id = $1 AND ticket_id = $2 AND seq > $3 ORDER BY seq LIMIT $4";
    let rows = fetch_all!(tx, EntryRow, sql, tx.tenant, ticket.as_uuid(), after_seq, i64::from(limit))?;
    rows.into_iter().map(|row| row.into_entry(ticket)).collect()
}

/// The newest entries, oldest first, at most `limit`.
pub async fn latest(tx: &mut TenantTx, ticket: TicketId, limit: u32) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, kind, data, hash FROM timeline \
               WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY seq DESC LIMIT $3";
    let rows = fetch_all!(tx, EntryRow, sql, tx.tenant, ticket.as_uuid(), i64::from(limit))?;
    rows.into_iter().rev().map(|row| row.into_entry(ticket)).collect()
}

//! The clocks of tickets: what they know, and when they next need somebody.

use std::collections::HashMap;

use redress_domain::Timestamp;
use redress_domain::id::{TenantId, TicketId};
use redress_domain::sla::Record;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, json, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct RecordRow {
    ticket_id: Uuid,
    version: i64,
    log: String,
    wake_at: Option<Stamp>,
    due_at: Option<Stamp>,
}

impl RecordRow {
    fn into_record(self) -> Result<Record> {
        let ticket = TicketId::from_uuid(self.ticket_id);
        Ok(Record {
            ticket,
            version: self.version,
            log: json(&self.log, "service_level", "log", ticket)?,
            wake_at: self.wake_at.map(|at| at.0),
            due_at: self.due_at.map(|at| at.0),
        })
    }
}

/// Keeps what the clocks of tickets know, whatever was kept before, and ends claims on them. The same transaction must have
/// compared and set the tickets' versions. Gathered.
pub async fn put_many(tx: &mut TenantTx, records: &[Record]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "service_level (tenant_id, ticket_id, version, log, wake_at, due_at)",
        records,
        |values, r| {
            values.bind(tenant).bind(r.ticket.as_uuid()).bind(r.version).bind(to_json(&r.log));
            values.bind(r.wake_at.map(Stamp)).bind(r.due_at.map(Stamp));
        },
        " ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET version = excluded.version, log = excluded.log, \
         wake_at = excluded.wake_at, due_at = excluded.due_at, leased_until = NULL"
    );
    Ok(())
}

/// Sets when a ticket's clocks next need somebody, and ends a claim on them, unless the ticket has changed meanwhile: then
/// whoever changed it has set that. False in that case.
pub async fn reset(tx: &mut TenantTx, record: &Record) -> Result<bool> {
    let sql = "UPDATE service_level SET wake_at = $4, due_at = $5, leased_until = NULL \
               WHERE tenant_id = $1 AND ticket_id = $2 AND version = $3";
    let (wake, due) = (record.wake_at.map(Stamp), record.due_at.map(Stamp));
    Ok(execute!(tx, sql, tx.tenant, record.ticket.as_uuid(), record.version, wake, due)? > 0)
}

/// What is kept of a ticket's clocks; nothing for one that is older than they are and was closed by then.
pub async fn find(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<Record>> {
    let sql = "SELECT ticket_id, version, log, wake_at, due_at FROM service_level WHERE tenant_id = $1 AND ticket_id = $2";
    fetch_optional!(tx, RecordRow, sql, tx.tenant, ticket.as_uuid())?.map(RecordRow::into_record).transpose()
}

/// [`find`] for many; those that have none are left out.
pub async fn find_many(tx: &mut TenantTx, tickets: &[TicketId]) -> Result<Vec<Record>> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let start = "SELECT ticket_id, version, log, wake_at, due_at FROM service_level WHERE tenant_id = ";
    let rows = fetch_built!(tx, RecordRow, start, |query| {
        query.push_bind(tenant).push(" AND ticket_id IN (");
        let mut ids = query.separated(", ");
        for ticket in tickets {
            ids.push_bind(ticket.as_uuid());
        }
        query.push(")");
    })?;
    rows.into_iter().map(RecordRow::into_record).collect()
}

/// By when something is owed of each of these tickets; those of which nothing is are left out.
pub async fn due_many(tx: &mut TenantTx, tickets: &[TicketId]) -> Result<HashMap<TicketId, Timestamp>> {
    if tickets.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid, Stamp), "SELECT ticket_id, due_at FROM service_level WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND due_at IS NOT NULL AND ticket_id IN (");
        let mut ids = query.separated(", ");
        for ticket in tickets {
            ids.push_bind(ticket.as_uuid());
        }
        query.push(")");
    })?;
    Ok(rows.into_iter().map(|(ticket, due)| (TicketId::from_uuid(ticket), due.0)).collect())
}

/// How many open tickets of each queue, by key, owe something that is late.
pub async fn overdue_by_queue(tx: &mut TenantTx, now: Timestamp) -> Result<Vec<(Option<String>, u64)>> {
    let sql = "SELECT q.key, COUNT(*) FROM service_level AS s JOIN ticket AS t ON t.tenant_id = s.tenant_id AND t.id = s.ticket_id \
               LEFT JOIN queue AS q ON q.tenant_id = t.tenant_id AND q.id = t.queue_id \
               WHERE s.tenant_id = $1 AND s.due_at <= $2 AND t.is_open GROUP BY q.key ORDER BY q.key";
    let rows = fetch_all!(tx, (Option<String>, i64), sql, tx.tenant, Stamp(now))?;
    rows.into_iter().map(|(queue, overdue)| Ok((queue, count(overdue, "service_level", "due_at", tx.tenant)?))).collect()
}

/// Claims tickets whose clocks need somebody, over all tenants, soonest first. A claim lasts until `leased_until`; those of a
/// worker that died come back after that. A claim that would last more than twice as long as one made now was made by a
/// clock that was far ahead: it does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, TicketId)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE service_level SET leased_until = $2 WHERE (tenant_id, ticket_id) IN (SELECT tenant_id, ticket_id FROM service_level \
         WHERE wake_at <= $1 AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) ORDER BY wake_at LIMIT $3{}) \
         RETURNING tenant_id, ticket_id",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        (Uuid, Uuid),
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    Ok(rows.into_iter().map(|(tenant, ticket)| (TenantId::from_uuid(tenant), TicketId::from_uuid(ticket))).collect())
}

/// Has every open ticket of the tenant looked at anew, because a policy or its hours changed. Answers how many.
pub async fn wake_all(tx: &mut TenantTx, now: Timestamp) -> Result<u64> {
    let sql = "UPDATE service_level SET wake_at = $2 WHERE tenant_id = $1 AND (wake_at IS NULL OR wake_at > $2) \
               AND ticket_id IN (SELECT id FROM ticket WHERE tenant_id = $1 AND is_open)";
    execute!(tx, sql, tx.tenant, Stamp(now))
}

//! Things that happen at a time. A timer fires at most once: whoever acts on it removes it in the same transaction.

use redress_domain::Timestamp;
use redress_domain::id::{TenantId, TicketId, TimerId};
use redress_domain::timer::Timer;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::count;
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert, on};

#[derive(sqlx::FromRow)]
struct TimerRow {
    tenant_id: Uuid,
    id: Uuid,
    ticket_id: Uuid,
    kind: String,
    due_at: Stamp,
}

impl From<TimerRow> for (TenantId, Timer) {
    fn from(row: TimerRow) -> Self {
        let timer =
            Timer { id: TimerId::from_uuid(row.id), ticket: TicketId::from_uuid(row.ticket_id), kind: row.kind, due_at: row.due_at.0 };
        (TenantId::from_uuid(row.tenant_id), timer)
    }
}

/// Sets timers. Gathered.
pub async fn insert_many(tx: &mut TenantTx, timers: &[Timer]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "timer (tenant_id, id, ticket_id, kind, due_at)", timers, |values, timer| {
        values.bind(tenant).bind(timer.id.as_uuid()).bind(timer.ticket.as_uuid()).bind(&timer.kind).bind(Stamp(timer.due_at));
    });
    Ok(())
}

/// All timers of a ticket, next first.
pub async fn list_by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<Timer>> {
    let sql = "SELECT tenant_id, id, ticket_id, kind, due_at FROM timer WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY due_at, id";
    let rows = fetch_all!(tx, TimerRow, sql, tx.tenant, ticket.as_uuid())?;
    Ok(rows.into_iter().map(|row| <(TenantId, Timer)>::from(row).1).collect())
}

/// Takes back a ticket's timers of these kinds and answers how many there were. No kinds: none.
pub async fn cancel_for_ticket(tx: &mut TenantTx, ticket: TicketId, kinds: &[&str]) -> Result<u64> {
    if kinds.is_empty() {
        return Ok(0);
    }
    tx.flush().await?;
    tx.begin().await?;
    let tenant = tx.tenant;
    let cancelled = on!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM timer WHERE tenant_id = ");
        query.push_bind(tenant).push(" AND ticket_id = ").push_bind(ticket.as_uuid()).push(" AND kind IN (");
        let mut list = query.separated(", ");
        for kind in kinds {
            list.push_bind(*kind);
        }
        query.push(")");
        query.build().execute(conn).await.map(|done| done.rows_affected())
    })?;
    Ok(cancelled)
}

/// Claims timers that are due, over all tenants, soonest first. A claim lasts until `leased_until`; the timers of a worker that
/// died come back after that, as do those that a clock far ahead has claimed.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, Timer)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE timer SET leased_until = $2 WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM timer \
         WHERE due_at <= $1 AND given_up_at IS NULL AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) ORDER BY due_at LIMIT $3{}) \
         RETURNING tenant_id, id, ticket_id, kind, due_at",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        TimerRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    let mut timers: Vec<(TenantId, Timer)> = rows.into_iter().map(Into::into).collect();
    timers.sort_by_key(|(_, timer)| (timer.due_at, timer.id));
    Ok(timers)
}

/// Removes a timer because its effect is part of this transaction. False when it is gone already: then do nothing, because
/// somebody else acted on it or cancelled it.
pub async fn done(tx: &mut TenantTx, id: TimerId) -> Result<bool> {
    Ok(execute!(tx, "DELETE FROM timer WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? > 0)
}

/// Notes that a timer was tried in vain, and answers how often by now; nothing when it is gone.
pub async fn failed(tx: &mut TenantTx, id: TimerId) -> Result<Option<u32>> {
    let sql = "UPDATE timer SET failures = failures + 1 WHERE tenant_id = $1 AND id = $2 RETURNING failures";
    let row = fetch_optional!(tx, (i64,), sql, tx.tenant, id.as_uuid())?;
    row.map(|(failures,)| count(failures, "timer", "failures", id)).transpose()
}

/// Nobody tries a timer any more until it is [`revive`]d. It stays, with all that it was for.
pub async fn give_up(tx: &mut TenantTx, id: TimerId, at: Timestamp) -> Result<()> {
    let sql = "UPDATE timer SET given_up_at = $3 WHERE tenant_id = $1 AND id = $2";
    execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(at)).map(drop)
}

/// Has the timers of a ticket tried again that were given up, and answers how many.
pub async fn revive(tx: &mut TenantTx, ticket: TicketId) -> Result<u64> {
    let sql = "UPDATE timer SET given_up_at = NULL, failures = 0, leased_until = NULL \
               WHERE tenant_id = $1 AND ticket_id = $2 AND given_up_at IS NOT NULL";
    execute!(tx, sql, tx.tenant, ticket.as_uuid())
}

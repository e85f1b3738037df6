//! When timetables tick next. A tick is claimed under a lease and worked off page by page; whoever takes over after a crash goes
//! on behind the last ticket that was asked about.

use redress_domain::Timestamp;
use redress_domain::id::{BindingId, TenantId, TicketId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::count;
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};

/// A timetable's next tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextTick {
    /// The binding.
    pub binding: BindingId,
    /// When.
    pub due_at: Timestamp,
    /// The tick before.
    pub previous_at: Option<Timestamp>,
    /// The last ticket that was asked about in this tick.
    pub after: Option<TicketId>,
    /// Ticks in a row that ended with a failure.
    pub failures: u32,
}

#[derive(sqlx::FromRow)]
struct TickRow {
    tenant_id: Uuid,
    binding_id: Uuid,
    due_at: Stamp,
    previous_at: Option<Stamp>,
    after_ticket: Option<Uuid>,
    failures: i64,
}

impl TickRow {
    fn into_tick(self) -> Result<NextTick> {
        let binding = BindingId::from_uuid(self.binding_id);
        Ok(NextTick {
            binding,
            due_at: self.due_at.0,
            previous_at: self.previous_at.map(|at| at.0),
            after: self.after_ticket.map(TicketId::from_uuid),
            failures: count(self.failures, "tick", "failures", binding)?,
        })
    }
}

/// Sets a binding's next tick, whatever it was before.
pub async fn put(tx: &mut TenantTx, next: &NextTick) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "tick (tenant_id, binding_id, due_at, previous_at, after_ticket, failures)",
        [next],
        |values, n| {
            values.bind(tenant).bind(n.binding.as_uuid()).bind(Stamp(n.due_at)).bind(n.previous_at.map(Stamp));
            values.bind(n.after.map(|id| id.as_uuid())).bind(i64::from(n.failures));
        },
        " ON CONFLICT (tenant_id, binding_id) DO UPDATE SET due_at = excluded.due_at, previous_at = excluded.previous_at, \
         after_ticket = excluded.after_ticket, failures = excluded.failures, leased_until = NULL"
    );
    tx.flush().await
}

/// A binding's next tick.
pub async fn find(tx: &mut TenantTx, binding: BindingId) -> Result<Option<NextTick>> {
    let sql = "SELECT * FROM tick WHERE tenant_id = $1 AND binding_id = $2";
    fetch_optional!(tx, TickRow, sql, tx.tenant, binding.as_uuid())?.map(TickRow::into_tick).transpose()
}

/// Stops a binding's ticks; nothing happens when there are none.
pub async fn remove(tx: &mut TenantTx, binding: BindingId) -> Result<()> {
    execute!(tx, "DELETE FROM tick WHERE tenant_id = $1 AND binding_id = $2", tx.tenant, binding.as_uuid()).map(drop)
}

/// Claims ticks that are due, over all tenants, soonest first. A claim of a clock that was far ahead does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, NextTick)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE tick SET leased_until = $2 WHERE (tenant_id, binding_id) IN (SELECT tenant_id, binding_id FROM tick \
         WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) ORDER BY due_at LIMIT $3{}) RETURNING *",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        TickRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    rows.into_iter().map(|row| Ok((TenantId::from_uuid(row.tenant_id), row.into_tick()?))).collect()
}

/// Notes how far a tick is and keeps its lease. False when it is gone or another one: the binding was changed meanwhile.
pub async fn progress(tx: &mut TenantTx, tick: &NextTick, after: TicketId, leased_until: Timestamp) -> Result<bool> {
    let sql = "UPDATE tick SET after_ticket = $4, leased_until = $5 WHERE tenant_id = $1 AND binding_id = $2 AND due_at = $3";
    let (due, until) = (Stamp(tick.due_at), Stamp(leased_until));
    Ok(execute!(tx, sql, tx.tenant, tick.binding.as_uuid(), due, after.as_uuid(), until)? > 0)
}

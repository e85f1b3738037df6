//! Reservations of stock on their way over a tenant's inventory connector.

use redress_domain::Timestamp;
use redress_domain::fulfilment::ReservationWork;
use redress_domain::id::{ReplacementId, TenantId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{json, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct WorkRow {
    tenant_id: Uuid,
    replacement_id: Uuid,
    content: String,
}

impl WorkRow {
    fn into_work(self) -> Result<(TenantId, ReservationWork)> {
        let id = ReplacementId::from_uuid(self.replacement_id);
        Ok((TenantId::from_uuid(self.tenant_id), json(&self.content, "reservation_work", "content", id)?))
    }
}

/// Wants something: adds it, or makes what is on its way already due at once, so that the worker sees what is wanted now.
/// Gathered.
pub async fn want(tx: &mut TenantTx, work: &ReservationWork) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "reservation_work (tenant_id, replacement_id, ticket_id, due_at, content)",
        [work],
        |values, w| {
            values.bind(tenant).bind(w.replacement.as_uuid()).bind(w.ticket.as_uuid()).bind(Stamp(w.due_at)).bind(to_json(w));
        },
        " ON CONFLICT (tenant_id, replacement_id) DO UPDATE SET due_at = excluded.due_at, claimed_until = NULL"
    );
    Ok(())
}

/// Claims reservations that are due, over all tenants. The claim is a lease: one that is not written again is due again at
/// `leased_until`. A claim of a clock that was far ahead does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, ReservationWork)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE reservation_work SET due_at = $2, claimed_until = $2 WHERE (tenant_id, replacement_id) IN (SELECT w.tenant_id, w.replacement_id \
         FROM reservation_work w WHERE (w.due_at <= $1 OR w.claimed_until > $4) ORDER BY w.due_at LIMIT $3{}) RETURNING tenant_id, replacement_id, content",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        WorkRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    rows.into_iter().map(WorkRow::into_work).collect()
}

/// Replaces what is known of a reservation that was claimed until `seen`, and ends the claim. False when somebody else has claimed it since, or
/// wants something else: what they write counts.
pub async fn write(tx: &mut TenantTx, work: &ReservationWork, seen: Timestamp) -> Result<bool> {
    let sql = "UPDATE reservation_work SET due_at = $3, content = $4, claimed_until = NULL \
               WHERE tenant_id = $1 AND replacement_id = $2 AND due_at = $5";
    let (id, due, content) = (work.replacement.as_uuid(), Stamp(work.due_at), to_json(work));
    Ok(execute!(tx, sql, tx.tenant, id, due, content, Stamp(seen))? > 0)
}

/// The same for one that stays claimed until it is due again.
pub async fn hold(tx: &mut TenantTx, work: &ReservationWork, seen: Timestamp) -> Result<bool> {
    let sql = "UPDATE reservation_work SET due_at = $3, content = $4, claimed_until = $3 \
               WHERE tenant_id = $1 AND replacement_id = $2 AND due_at = $5";
    let (id, due, content) = (work.replacement.as_uuid(), Stamp(work.due_at), to_json(work));
    Ok(execute!(tx, sql, tx.tenant, id, due, content, Stamp(seen))? > 0)
}

/// Nothing more is wanted of a reservation that was claimed until `seen`. False as for [`write`].
pub async fn done(tx: &mut TenantTx, id: ReplacementId, seen: Timestamp) -> Result<bool> {
    let sql = "DELETE FROM reservation_work WHERE tenant_id = $1 AND replacement_id = $2 AND due_at = $3";
    Ok(execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(seen))? > 0)
}

/// What is known of a reservation that is on its way.
pub async fn find(tx: &mut TenantTx, id: ReplacementId) -> Result<Option<ReservationWork>> {
    let sql = "SELECT tenant_id, replacement_id, content FROM reservation_work WHERE tenant_id = $1 AND replacement_id = $2";
    let row = fetch_optional!(tx, WorkRow, sql, tx.tenant, id.as_uuid())?;
    row.map(WorkRow::into_work).transpose().map(|found| found.map(|found| found.1))
}

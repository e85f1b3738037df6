//! Work that comes back by a timetable. An occurrence is claimed under a lease, and done when the next one is set: whoever takes
//! over after a crash does the same occurrence.

use redress_domain::Timestamp;
use redress_domain::id::{RecurringId, TenantId};
use redress_domain::recurring::Recurring;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{count, json, parse, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct RecurringRow {
    tenant_id: Uuid,
    id: Uuid,
    version: i64,
    kind: String,
    name: String,
    cron: String,
    zone: String,
    spec: String,
    enabled: bool,
    due_at: Option<Stamp>,
    previous_at: Option<Stamp>,
    failures: i64,
    last_error: Option<String>,
}

impl RecurringRow {
    fn into_recurring(self) -> Result<Recurring> {
        let id = RecurringId::from_uuid(self.id);
        Ok(Recurring {
            id,
            version: self.version,
            kind: self.kind,
            name: self.name,
            cron: parse(&self.cron, "recurring", "cron", id)?,
            zone: parse(&self.zone, "recurring", "zone", id)?,
            spec: json(&self.spec, "recurring", "spec", id)?,
            enabled: self.enabled,
            due_at: self.due_at.map(|at| at.0),
            previous_at: self.previous_at.map(|at| at.0),
            failures: count(self.failures, "recurring", "failures", id)?,
            last_error: self.last_error,
        })
    }
}

/// Adds work that comes back.
///
/// # Errors
/// [`Error::NotUnique`] `recurring_name`.
pub async fn insert(tx: &mut TenantTx, recurring: &Recurring) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "recurring (tenant_id, id, version, kind, name, cron, zone, spec, enabled, due_at, previous_at, failures, last_error)",
        [recurring],
        |values, r| {
            values.bind(tenant).bind(r.id.as_uuid()).bind(r.version).bind(&r.kind).bind(&r.name).bind(r.cron.to_string());
            values.bind(r.zone.to_string()).bind(to_json(&r.spec)).bind(r.enabled).bind(r.due_at.map(Stamp));
            values.bind(r.previous_at.map(Stamp)).bind(i64::from(r.failures)).bind(&r.last_error);
        }
    );
    tx.flush().await
}

/// Replaces work that is at version `expected`, and ends a claim on it: an occurrence that is under way then finishes, and sets
/// nothing.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist; [`Error::NotUnique`] `recurring_name`.
pub async fn update(tx: &mut TenantTx, recurring: &Recurring, expected: i64) -> Result<()> {
    let touched = execute!(
        tx,
        "UPDATE recurring SET version = $4, name = $5, cron = $6, zone = $7, spec = $8, enabled = $9, due_at = $10, failures = $11, \
         last_error = $12, leased_until = NULL WHERE tenant_id = $1 AND id = $2 AND version = $3",
        tx.tenant,
        recurring.id.as_uuid(),
        expected,
        recurring.version,
        &recurring.name,
        recurring.cron.to_string(),
        recurring.zone.to_string(),
        to_json(&recurring.spec),
        recurring.enabled,
        recurring.due_at.map(Stamp),
        i64::from(recurring.failures),
        &recurring.last_error,
    )?;
    match touched {
        0 => Err(Error::Stale { what: "recurring job", id: recurring.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// Removes work.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: RecurringId) -> Result<()> {
    match execute!(tx, "DELETE FROM recurring WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "recurring job", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// The work with this id.
pub async fn find(tx: &mut TenantTx, id: RecurringId) -> Result<Option<Recurring>> {
    let sql = "SELECT * FROM recurring WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, RecurringRow, sql, tx.tenant, id.as_uuid())?.map(RecurringRow::into_recurring).transpose()
}

/// All work of a kind by name.
pub async fn list(tx: &mut TenantTx, kind: &str) -> Result<Vec<Recurring>> {
    let sql = "SELECT * FROM recurring WHERE tenant_id = $1 AND kind = $2 ORDER BY name";
    fetch_all!(tx, RecurringRow, sql, tx.tenant, kind)?.into_iter().map(RecurringRow::into_recurring).collect()
}

/// Claims due occurrences over all tenants, soonest first. A claim lasts until `leased_until`; that of a worker that died comes
/// back after that. One that would last more than twice as long as a claim made now was made by a clock that was far
/// ahead: it does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, Recurring)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE recurring SET leased_until = $2 WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM recurring \
         WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) ORDER BY due_at LIMIT $3{}) RETURNING *",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        RecurringRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    rows.into_iter().map(|row| Ok((TenantId::from_uuid(row.tenant_id), row.into_recurring()?))).collect()
}

/// Sets the occurrence after the claimed one, which becomes the previous. Call it in the transaction that does the work. False
/// when somebody else has done the occurrence, or changed the work: the transaction must be rolled back then.
pub async fn advance(tx: &mut TenantTx, done: &Recurring, next: Option<Timestamp>, error: Option<&str>) -> Result<bool> {
    let sql = "UPDATE recurring SET previous_at = due_at, due_at = $5, failures = $6, last_error = $7, leased_until = NULL \
               WHERE tenant_id = $1 AND id = $2 AND version = $3 AND due_at = $4";
    let failures = if error.is_some() { i64::from(done.failures) + 1 } else { 0 };
    let (id, due) = (done.id.as_uuid(), done.due_at.map(Stamp));
    Ok(execute!(tx, sql, tx.tenant, id, done.version, due, next.map(Stamp), failures, error)? > 0)
}

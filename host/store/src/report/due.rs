//! Reports that go out by themselves, claimed under a lease.

use redress_domain::Timestamp;
use redress_domain::id::TenantId;
use sqlx::AssertSqlSafe;

use super::definition::{Report, ReportRow};
use crate::error::Result;
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all};

/// A claimed report.
pub type Due = (TenantId, Report);

/// Claims reports that are due, over all tenants, soonest first. A claim of a clock that was far ahead does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<Due>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE report SET leased_until = $2 WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM report WHERE next_at IS NOT NULL \
         AND next_at <= $1 AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) ORDER BY next_at LIMIT $3{}) RETURNING *",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        ReportRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    rows.into_iter().map(|row| Ok((TenantId::from_uuid(row.tenant_id), row.into_report()?))).collect()
}

/// Sets when a report goes out next, after it went out at the moment it was due. False when it was changed meanwhile, or another node was faster:
/// then nothing must leave.
pub async fn sent(tx: &mut TenantTx, report: &Report, next: Option<Timestamp>) -> Result<bool> {
    let sql = "UPDATE report SET next_at = $5, leased_until = NULL WHERE tenant_id = $1 AND id = $2 AND version = $3 AND next_at = $4";
    let due = report.next_at.map(Stamp);
    Ok(execute!(tx, sql, tx.tenant, report.id.as_uuid(), report.version, due, next.map(Stamp))? > 0)
}

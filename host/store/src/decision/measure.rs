//! What a binding did lately, for its guardrails.

use redress_domain::binding::Measured;
use redress_domain::id::BindingId;
use redress_domain::{Currency, Timestamp};
use sqlx::AssertSqlSafe;

use super::scan::lower_bound;
use crate::error::Result;
use crate::sql::column::count;
use crate::sql::{TenantTx, fetch_one, fetch_optional};

/// Decisions that counted, of one binding since a moment.
const LATELY: &str = "tenant_id = $1 AND binding_id = $2 AND id >= $3 AND role IN ('active', 'canary')";

/// The same with what an earlier version answered in its place: that money went out under this binding too.
const PAID: &str = "tenant_id = $1 AND binding_id = $2 AND id >= $3 AND role IN ('active', 'canary', 'fallback') \
                    AND outcome = 'ok' AND label = 'approve' AND currency = $4";

/// What a binding did since a moment. A ticket that was decided twice counts its larger amount, and amounts count in one
/// currency only.
pub async fn measure(tx: &mut TenantTx, binding: BindingId, since: Timestamp, currency: Currency) -> Result<Measured> {
    let since = lower_bound(since);
    let sql = format!(
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN outcome <> 'ok' THEN 1 ELSE 0 END), 0) AS BIGINT), \
         CAST(COALESCE(SUM(CASE WHEN outcome = 'ok' AND amount_minor IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT), \
         CAST(COALESCE(SUM(CASE WHEN outcome = 'ok' AND label = 'approve' THEN 1 ELSE 0 END), 0) AS BIGINT) FROM decision WHERE {LATELY}"
    );
    let (calls, faults, verdicts, approvals) =
        fetch_one!(tx, (i64, i64, i64, i64), AssertSqlSafe(sql), tx.tenant, binding.as_uuid(), since)?;
    let sql = format!(
        "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM (SELECT MAX(amount_minor) AS amount FROM decision \
         WHERE {PAID} GROUP BY ticket_id) AS approved"
    );
    let (approved_minor,) = fetch_one!(tx, (i64,), AssertSqlSafe(sql), tx.tenant, binding.as_uuid(), since, currency.as_str())?;
    let sql = format!(
        "SELECT CAST(SUM(d.amount) AS BIGINT) FROM (SELECT ticket_id, MAX(amount_minor) AS amount FROM decision \
         WHERE {PAID} GROUP BY ticket_id) AS d \
         JOIN ticket t ON t.tenant_id = $1 AND t.id = d.ticket_id WHERE t.customer_id IS NOT NULL \
         GROUP BY t.customer_id ORDER BY 1 DESC LIMIT 1"
    );
    let most = fetch_optional!(tx, (i64,), AssertSqlSafe(sql), tx.tenant, binding.as_uuid(), since, currency.as_str())?;
    let fuel = percentile(tx, "fuel", binding, since, calls).await?;
    let duration = percentile(tx, "duration_us", binding, since, calls).await?;
    let number = |value| count(value, "decision", "measured", binding);
    Ok(Measured {
        calls: number(calls)?,
        faults: number(faults)?,
        verdicts: number(verdicts)?,
        approvals: number(approvals)?,
        approved_minor,
        customer_minor: most.map_or(0, |(minor,)| minor),
        fuel_p99: number(fuel)?,
        latency_p99_us: number(duration)?,
    })
}

/// How often a binding's rule was asked since a moment, and how often it answered.
pub async fn answered(tx: &mut TenantTx, binding: BindingId, since: Timestamp) -> Result<(u64, u64)> {
    let sql = format!(
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN outcome = 'ok' THEN 1 ELSE 0 END), 0) AS BIGINT) FROM decision WHERE {LATELY}"
    );
    let (calls, answers) = fetch_one!(tx, (i64, i64), AssertSqlSafe(sql), tx.tenant, binding.as_uuid(), lower_bound(since))?;
    let number = |value| count(value, "decision", "answered", binding);
    Ok((number(calls)?, number(answers)?))
}

/// The value that 99 of 100 calls do not exceed.
async fn percentile(tx: &mut TenantTx, column: &'static str, binding: BindingId, since: uuid::Uuid, calls: i64) -> Result<i64> {
    let sql = format!("SELECT {column} FROM decision WHERE {LATELY} ORDER BY {column} DESC LIMIT 1 OFFSET $4");
    let row = fetch_optional!(tx, (i64,), AssertSqlSafe(sql), tx.tenant, binding.as_uuid(), since, calls / 100)?;
    Ok(row.map_or(0, |(value,)| value))
}

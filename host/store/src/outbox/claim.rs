//! The life of a message: claimed, then delivered, put off, or given up.

use redress_domain::Timestamp;
use redress_domain::id::{OutboxId, TenantId};
use redress_domain::outbox::OutboxMessage;
use sqlx::AssertSqlSafe;

use super::row::MessageRow;
use crate::error::{Error, Result};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all};

/// Claims messages that are due, over all tenants, soonest first. The claim is a lease: a message that is neither delivered, put
/// off nor given up is due again at `leased_until`. A claim of a clock that was far ahead does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, OutboxMessage)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE outbox SET leased_until = $2 WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM outbox \
         WHERE state = 'pending' AND next_attempt_at <= $1 AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) \
         ORDER BY next_attempt_at LIMIT $3{}) RETURNING *",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        MessageRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    let mut messages = rows.into_iter().map(|row| Ok((row.tenant(), row.into_message()?))).collect::<Result<Vec<_>>>()?;
    messages.sort_by_key(|(_, message)| message.id);
    Ok(messages)
}

/// The message arrived, at its attempt number `attempts`.
///
/// # Errors
/// [`Error::NotFound`] when there is no such message that waits.
pub async fn delivered(tx: &mut TenantTx, id: OutboxId, attempts: u32, at: Timestamp) -> Result<()> {
    let sql = "UPDATE outbox SET state = 'delivered', attempts = $3, delivered_at = $4, last_error = NULL \
               WHERE tenant_id = $1 AND id = $2 AND state = 'pending'";
    found(execute!(tx, sql, tx.tenant, id.as_uuid(), i64::from(attempts), Stamp(at))?, id)
}

/// The attempt number `attempts` failed; try again at `next_at`.
///
/// # Errors
/// [`Error::NotFound`] when there is no such message that waits.
pub async fn retry(tx: &mut TenantTx, id: OutboxId, attempts: u32, next_at: Timestamp, error: &str) -> Result<()> {
    let sql = "UPDATE outbox SET attempts = $3, next_attempt_at = $4, leased_until = NULL, last_error = $5 \
               WHERE tenant_id = $1 AND id = $2 AND state = 'pending'";
    found(execute!(tx, sql, tx.tenant, id.as_uuid(), i64::from(attempts), Stamp(next_at), error)?, id)
}

/// The attempt number `attempts` failed and was the last; a person may [`resend`].
///
/// # Errors
/// [`Error::NotFound`] when there is no such message that waits.
pub async fn dead(tx: &mut TenantTx, id: OutboxId, attempts: u32, error: &str) -> Result<()> {
    let sql = "UPDATE outbox SET state = 'dead', attempts = $3, last_error = $4 \
               WHERE tenant_id = $1 AND id = $2 AND state = 'pending'";
    found(execute!(tx, sql, tx.tenant, id.as_uuid(), i64::from(attempts), error)?, id)
}

/// Makes a message due now with all its attempts before it, whether it was given up or arrived already.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn resend(tx: &mut TenantTx, id: OutboxId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = $3, leased_until = NULL, delivered_at = NULL \
               WHERE tenant_id = $1 AND id = $2";
    found(execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(now))?, id)
}

fn found(touched: u64, id: OutboxId) -> Result<()> {
    if touched == 0 { Err(Error::NotFound { what: "outbox message", id: id.to_string() }) } else { Ok(()) }
}

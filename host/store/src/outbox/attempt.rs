//! The delivery log.

use redress_domain::Timestamp;
use redress_domain::id::OutboxId;

use crate::error::Result;
use crate::sql::column::count;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, insert};

/// One try to deliver a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Its number, from 1; begins again after a re-send.
    pub attempt: u32,
    /// When it began.
    pub at: Timestamp,
    /// HTTP status of the answer, or the mail server's reply code, when there was one.
    pub status: Option<u16>,
    /// What went wrong; `None` when the message arrived.
    pub error: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: u32,
}

#[derive(sqlx::FromRow)]
struct AttemptRow {
    attempt: i64,
    at: Stamp,
    status: Option<i64>,
    error: Option<String>,
    duration_ms: i64,
}

/// Notes a try. Gathered.
pub async fn record_attempt(tx: &mut TenantTx, id: OutboxId, attempt: &Attempt) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "outbox_attempt (tenant_id, outbox_id, attempt, at, status, error, duration_ms)",
        [attempt],
        |values, a| {
            values.bind(tenant).bind(id.as_uuid()).bind(i64::from(a.attempt)).bind(Stamp(a.at)).bind(a.status.map(i64::from));
            values.bind(&a.error).bind(i64::from(a.duration_ms));
        },
        " ON CONFLICT (tenant_id, outbox_id, attempt, at) DO NOTHING"
    );
    Ok(())
}

/// All tries of a message, oldest first.
pub async fn list_attempts(tx: &mut TenantTx, id: OutboxId) -> Result<Vec<Attempt>> {
    let sql = "SELECT attempt, at, status, error, duration_ms FROM outbox_attempt \
               WHERE tenant_id = $1 AND outbox_id = $2 ORDER BY at, attempt";
    fetch_all!(tx, AttemptRow, sql, tx.tenant, id.as_uuid())?
        .into_iter()
        .map(|row| {
            Ok(Attempt {
                attempt: count(row.attempt, "outbox_attempt", "attempt", id)?,
                at: row.at.0,
                status: row.status.map(|status| count(status, "outbox_attempt", "status", id)).transpose()?,
                error: row.error,
                duration_ms: count(row.duration_ms, "outbox_attempt", "duration_ms", id)?,
            })
        })
        .collect()
}

//! Answers already given, by the caller's key, so that a repeated request gets the same one.

use redress_domain::{Digest, Timestamp};

use crate::error::{Error, Result};
use crate::sql::column::{count, digest};
use crate::sql::pack::{pack, unpack};
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, TenantTx, execute, fetch_optional, insert};

/// An answer already given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Digest of the request; another request with the same key is a mistake.
    pub request_digest: Digest,
    /// HTTP status of the answer.
    pub status: u16,
    /// Body of the answer.
    pub body: Vec<u8>,
    /// When it was given.
    pub created_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct StoredRow {
    request_digest: Vec<u8>,
    status: i64,
    packed_body: Vec<u8>,
    created_at: Stamp,
}

/// The answer given under this key.
pub async fn find(tx: &mut TenantTx, key: &str) -> Result<Option<Stored>> {
    let sql = "SELECT request_digest, status, packed_body, created_at FROM idempotency WHERE tenant_id = $1 AND key = $2";
    let Some(row) = fetch_optional!(tx, StoredRow, sql, tx.tenant, key)? else {
        return Ok(None);
    };
    Ok(Some(Stored {
        request_digest: digest(&row.request_digest, "idempotency", "request_digest", key)?,
        status: count(row.status, "idempotency", "status", key)?,
        body: unpack(&row.packed_body).ok_or_else(|| Error::corrupt("idempotency", "packed_body", key))?,
        created_at: row.created_at.0,
    }))
}

/// An answer ready to be kept. Made before the transaction begins, so that no writer waits for a compressor.
#[derive(Debug, Clone)]
pub struct Record {
    key: String,
    answer: Stored,
    packed: Vec<u8>,
}

impl Record {
    /// Compresses the answer to the request with this key.
    pub fn of(key: String, answer: Stored) -> Self {
        Self { packed: pack(&answer.body), key, answer }
    }
}

/// Keeps an answer. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `idempotency_key` when another request with this key was faster: read its answer.
pub async fn insert(tx: &mut TenantTx, record: &Record) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "idempotency (tenant_id, key, request_digest, status, packed_body, created_at)", [record], |values, r| {
        values.bind(tenant).bind(&r.key).bind(&r.answer.request_digest.as_bytes()[..]).bind(i64::from(r.answer.status));
        values.bind(&r.packed[..]).bind(Stamp(r.answer.created_at));
    });
    Ok(())
}

/// Forgets answers older than `before`, over all tenants, and says how many there were.
pub async fn purge(tx: &mut SystemTx, before: Timestamp) -> Result<u64> {
    let tx = &mut tx.0;
    execute!(tx, "DELETE FROM idempotency WHERE created_at < $1", Stamp(before))
}

//! A shop's own procedures for anomalies.

use redress_domain::sop::Sop;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct SopRow {
    key: String,
    version: i64,
    procedure: String,
    updated_at: Stamp,
}

impl SopRow {
    fn into_sop(self) -> Result<Sop> {
        let procedure = json(&self.procedure, "sop", "procedure", &self.key)?;
        Ok(Sop { key: self.key, version: self.version, procedure, updated_at: Some(self.updated_at.0) })
    }
}

/// Adds a procedure.
///
/// # Errors
/// [`Error::NotUnique`] `sop_key`.
pub async fn insert(tx: &mut TenantTx, new: &Sop) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "sop (tenant_id, key, version, procedure, updated_at)", [new], |values, s| {
        values.bind(tenant).bind(&s.key).bind(s.version).bind(to_json(&s.procedure)).bind(s.updated_at.map(Stamp));
    });
    tx.flush().await
}

/// Replaces a procedure that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, new: &Sop, expected: i64) -> Result<()> {
    let sql = "UPDATE sop SET version = $4, procedure = $5, updated_at = $6 WHERE tenant_id = $1 AND key = $2 AND version = $3";
    let (procedure, at) = (to_json(&new.procedure), new.updated_at.map(Stamp));
    match execute!(tx, sql, tx.tenant, &new.key, expected, new.version, &procedure, at)? {
        0 => Err(Error::Stale { what: "SOP", id: new.key.clone(), expected }),
        _ => Ok(()),
    }
}

/// The procedure with this key.
pub async fn find_by_key(tx: &mut TenantTx, key: &str) -> Result<Option<Sop>> {
    let sql = "SELECT key, version, procedure, updated_at FROM sop WHERE tenant_id = $1 AND key = $2";
    fetch_optional!(tx, SopRow, sql, tx.tenant, key)?.map(SopRow::into_sop).transpose()
}

/// All procedures by key.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Sop>> {
    let sql = "SELECT key, version, procedure, updated_at FROM sop WHERE tenant_id = $1 ORDER BY key";
    fetch_all!(tx, SopRow, sql, tx.tenant)?.into_iter().map(SopRow::into_sop).collect()
}

/// Deletes a procedure.
///
/// # Errors
/// [`Error::Stale`] when somebody else changed it first, or it went.
pub async fn delete(tx: &mut TenantTx, key: &str, expected: i64) -> Result<()> {
    match execute!(tx, "DELETE FROM sop WHERE tenant_id = $1 AND key = $2 AND version = $3", tx.tenant, key, expected)? {
        0 => Err(Error::Stale { what: "SOP", id: key.to_owned(), expected }),
        _ => Ok(()),
    }
}

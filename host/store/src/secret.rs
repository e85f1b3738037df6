//! Secrets of tenants, sealed by the server: this room never sees one open.

use redress_domain::Timestamp;

use crate::error::{Error, Result};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

/// Adds a secret or replaces the one of the same name.
pub async fn put(tx: &mut TenantTx, name: &str, sealed: &[u8], at: Timestamp) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "secret (tenant_id, name, sealed, updated_at)",
        [name],
        |values, name| {
            values.bind(tenant).bind(name).bind(sealed).bind(Stamp(at));
        },
        " ON CONFLICT (tenant_id, name) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at"
    );
    tx.flush().await
}

/// The sealed secret of this name.
pub async fn find(tx: &mut TenantTx, name: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT sealed FROM secret WHERE tenant_id = $1 AND name = $2";
    Ok(fetch_optional!(tx, (Vec<u8>,), sql, tx.tenant, name)?.map(|row| row.0))
}

/// Names of all secrets, and when each was set.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<(String, Timestamp)>> {
    let sql = "SELECT name, updated_at FROM secret WHERE tenant_id = $1 ORDER BY name";
    Ok(fetch_all!(tx, (String, Stamp), sql, tx.tenant)?.into_iter().map(|(name, at)| (name, at.0)).collect())
}

/// Removes a secret.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, name: &str) -> Result<()> {
    match execute!(tx, "DELETE FROM secret WHERE tenant_id = $1 AND name = $2", tx.tenant, name)? {
        0 => Err(Error::NotFound { what: "secret", id: name.to_owned() }),
        _ => Ok(()),
    }
}

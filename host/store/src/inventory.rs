//! Where tenants' stock is asked for.

use redress_domain::fulfilment::InventoryConnector;

use crate::error::{Error, Result};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_optional};

#[derive(sqlx::FromRow)]
struct ConnectorRow {
    version: i64,
    base_url: String,
    secret: Option<String>,
    enabled: bool,
    created_at: Stamp,
    updated_at: Stamp,
}

/// Sets the tenant's connector; one that is there must be at version `expected`, and `None` means that none is.
///
/// # Errors
/// [`Error::Stale`] when it is at another version, is not there, or is there already.
pub async fn put(tx: &mut TenantTx, connector: &InventoryConnector, expected: Option<i64>) -> Result<()> {
    let c = connector;
    let (created, updated) = (Stamp(c.created_at), Stamp(c.updated_at));
    let touched = match expected {
        None => {
            let sql = "INSERT INTO inventory_connector (tenant_id, version, base_url, secret, enabled, created_at, updated_at) \
                       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant_id) DO NOTHING";
            execute!(tx, sql, tx.tenant, c.version, &c.base_url, &c.secret, c.enabled, created, updated)?
        }
        Some(expected) => {
            let sql = "UPDATE inventory_connector SET version = $3, base_url = $4, secret = $5, enabled = $6, updated_at = $7 \
                       WHERE tenant_id = $1 AND version = $2";
            execute!(tx, sql, tx.tenant, expected, c.version, &c.base_url, &c.secret, c.enabled, updated)?
        }
    };
    match touched {
        0 => Err(Error::Stale { what: "inventory connector", id: tx.tenant().to_string(), expected: expected.unwrap_or_default() }),
        _ => Ok(()),
    }
}

/// The tenant's connector.
pub async fn find(tx: &mut TenantTx) -> Result<Option<InventoryConnector>> {
    let row = fetch_optional!(tx, ConnectorRow, "SELECT * FROM inventory_connector WHERE tenant_id = $1", tx.tenant)?;
    Ok(row.map(|row| InventoryConnector {
        version: row.version,
        base_url: row.base_url,
        secret: row.secret,
        enabled: row.enabled,
        created_at: row.created_at.0,
        updated_at: row.updated_at.0,
    }))
}

/// Removes it. Reservations that are on their way wait for another one.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx) -> Result<()> {
    match execute!(tx, "DELETE FROM inventory_connector WHERE tenant_id = $1", tx.tenant)? {
        0 => Err(Error::NotFound { what: "inventory connector", id: tx.tenant().to_string() }),
        _ => Ok(()),
    }
}

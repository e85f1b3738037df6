//! Gateways, and the way of each instruction over one.

pub mod notice;
mod work;

pub use work::{begin, claim_due, done, hold, look_at, work_of, write};

use redress_domain::gateway::Gateway;
use redress_domain::id::{GatewayId, PluginId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct GatewayRow {
    id: Uuid,
    version: i64,
    tender: String,
    plugin_id: Uuid,
    config: String,
    hosts: String,
    secrets: String,
    enabled: bool,
    created_at: Stamp,
    updated_at: Stamp,
}

impl GatewayRow {
    fn into_gateway(self) -> Result<Gateway> {
        let id = GatewayId::from_uuid(self.id);
        Ok(Gateway {
            id,
            version: self.version,
            tender: self.tender,
            plugin: PluginId::from_uuid(self.plugin_id),
            config: json(&self.config, "gateway", "config", id)?,
            hosts: json(&self.hosts, "gateway", "hosts", id)?,
            secrets: json(&self.secrets, "gateway", "secrets", id)?,
            enabled: self.enabled,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

/// Adds a gateway.
///
/// # Errors
/// [`Error::NotUnique`] `gateway_tender` when the tender has one already.
pub async fn insert(tx: &mut TenantTx, gateway: &Gateway) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "gateway (tenant_id, id, version, tender, plugin_id, config, hosts, secrets, enabled, created_at, updated_at)",
        [gateway],
        |values, g| {
            values.bind(tenant).bind(g.id.as_uuid()).bind(g.version).bind(&g.tender).bind(g.plugin.as_uuid()).bind(to_json(&g.config));
            values.bind(to_json(&g.hosts)).bind(to_json(&g.secrets)).bind(g.enabled).bind(Stamp(g.created_at)).bind(Stamp(g.updated_at));
        }
    );
    tx.flush().await
}

/// Replaces a gateway that is at version `expected`; its tender stays.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, gateway: &Gateway, expected: i64) -> Result<()> {
    let sql = "UPDATE gateway SET version = $4, plugin_id = $5, config = $6, hosts = $7, secrets = $8, enabled = $9, updated_at = $10 \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let g = gateway;
    let (id, plugin, config) = (g.id.as_uuid(), g.plugin.as_uuid(), to_json(&g.config));
    let (hosts, secrets) = (to_json(&g.hosts), to_json(&g.secrets));
    match execute!(tx, sql, tx.tenant, id, expected, g.version, plugin, config, hosts, secrets, g.enabled, Stamp(g.updated_at))? {
        0 => Err(Error::Stale { what: "gateway", id: g.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// Removes a gateway. Instructions of its tender wait for another one, or for finance.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: GatewayId) -> Result<()> {
    match execute!(tx, "DELETE FROM gateway WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "gateway", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// The gateway with this id.
pub async fn find(tx: &mut TenantTx, id: GatewayId) -> Result<Option<Gateway>> {
    let sql = "SELECT * FROM gateway WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, GatewayRow, sql, tx.tenant, id.as_uuid())?.map(GatewayRow::into_gateway).transpose()
}

/// The gateway of a tender.
pub async fn find_by_tender(tx: &mut TenantTx, tender: &str) -> Result<Option<Gateway>> {
    let sql = "SELECT * FROM gateway WHERE tenant_id = $1 AND tender = $2";
    fetch_optional!(tx, GatewayRow, sql, tx.tenant, tender)?.map(GatewayRow::into_gateway).transpose()
}

/// All gateways by tender.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Gateway>> {
    let sql = "SELECT * FROM gateway WHERE tenant_id = $1 ORDER BY tender";
    fetch_all!(tx, GatewayRow, sql, tx.tenant)?.into_iter().map(GatewayRow::into_gateway).collect()
}

//! Uploaded plugins and their bytes.

use redress_domain::id::{PluginId, SigningKeyId, UserId};
use redress_domain::plugin::{Capability, Plugin};
use redress_domain::{Digest, Timestamp};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{count, digest, json, signed, to_json};
use crate::sql::pack::{Packed, unpack};
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_one, fetch_optional, insert};

#[derive(sqlx::FromRow)]
pub(crate) struct PluginRow {
    id: Uuid,
    digest: Vec<u8>,
    name: String,
    version: String,
    description: String,
    sdk: String,
    hooks: String,
    config_schema: String,
    size: i64,
    uploaded_by: Option<Uuid>,
    uploaded_at: Stamp,
    signed_by: Option<Uuid>,
    asks: Option<String>,
}

impl PluginRow {
    pub(crate) fn into_plugin(self) -> Result<Plugin> {
        let id = PluginId::from_uuid(self.id);
        Ok(Plugin {
            id,
            digest: digest(&self.digest, "plugin", "digest", id)?,
            name: self.name,
            version: self.version,
            description: self.description,
            sdk: self.sdk,
            hooks: json(&self.hooks, "plugin", "hooks", id)?,
            config_schema: json(&self.config_schema, "plugin", "config_schema", id)?,
            size: count(self.size, "plugin", "size", id)?,
            uploaded_by: self.uploaded_by.map(UserId::from_uuid),
            uploaded_at: self.uploaded_at.0,
            signed_by: self.signed_by.map(SigningKeyId::from_uuid),
            // Of plugins from before it was written down anything is possible.
            asks: self.asks.map_or_else(|| Ok(Capability::ALL.to_vec()), |text| json(&text, "plugin", "asks", id))?,
        })
    }
}

/// Adds a plugin version. Its bytes are put with [`bytes_put`].
///
/// # Errors
/// [`Error::NotUnique`] `plugin_version` when the tenant has this name and version already.
pub async fn insert(tx: &mut TenantTx, plugin: &Plugin) -> Result<()> {
    let tenant = tx.tenant;
    let size = signed(plugin.size, "plugin size")?;
    insert!(
        tx,
        "plugin (tenant_id, id, digest, name, version, description, sdk, hooks, config_schema, size, uploaded_by, uploaded_at, hidden, \
         signed_by, asks)",
        [plugin],
        |values, p| {
            values.bind(tenant).bind(p.id.as_uuid()).bind(&p.digest.as_bytes()[..]).bind(&p.name).bind(&p.version);
            values.bind(&p.description).bind(&p.sdk).bind(to_json(&p.hooks)).bind(to_json(&p.config_schema)).bind(size);
            values.bind(p.uploaded_by.map(|id| id.as_uuid())).bind(Stamp(p.uploaded_at)).bind(false);
            values.bind(p.signed_by.map(|id| id.as_uuid())).bind(to_json(&p.asks));
        }
    );
    tx.flush().await
}

/// The plugin with this id, deleted ones too: decisions still refer to them.
pub async fn find(tx: &mut TenantTx, id: PluginId) -> Result<Option<Plugin>> {
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, PluginRow, sql, tx.tenant, id.as_uuid())?.map(PluginRow::into_plugin).transpose()
}

/// The plugin with this id, unless it was deleted.
pub async fn find_usable(tx: &mut TenantTx, id: PluginId) -> Result<Option<Plugin>> {
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND id = $2 AND NOT hidden";
    fetch_optional!(tx, PluginRow, sql, tx.tenant, id.as_uuid())?.map(PluginRow::into_plugin).transpose()
}

/// The plugin that was uploaded with these bytes and not deleted.
pub async fn find_by_digest(tx: &mut TenantTx, digest: Digest) -> Result<Option<Plugin>> {
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND digest = $2 AND NOT hidden ORDER BY id LIMIT 1";
    fetch_optional!(tx, PluginRow, sql, tx.tenant, &digest.as_bytes()[..])?.map(PluginRow::into_plugin).transpose()
}

/// The plugin with this name and version, unless it was deleted.
pub async fn find_by_name_version(tx: &mut TenantTx, name: &str, version: &str) -> Result<Option<Plugin>> {
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND name = $2 AND version = $3 AND NOT hidden";
    fetch_optional!(tx, PluginRow, sql, tx.tenant, name, version)?.map(PluginRow::into_plugin).transpose()
}

/// All plugins that were not deleted, newest first.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Plugin>> {
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND NOT hidden ORDER BY id DESC";
    fetch_all!(tx, PluginRow, sql, tx.tenant)?.into_iter().map(PluginRow::into_plugin).collect()
}

/// How many versions were not deleted, and how many were uploaded since a moment.
pub async fn counts(tx: &mut TenantTx, since: Timestamp) -> Result<(u64, u64)> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN hidden THEN 0 ELSE 1 END), 0) AS BIGINT), \
               CAST(COALESCE(SUM(CASE WHEN uploaded_at >= $2 THEN 1 ELSE 0 END), 0) AS BIGINT) FROM plugin WHERE tenant_id = $1";
    let (kept, lately) = fetch_one!(tx, (i64, i64), sql, tx.tenant, Stamp(since))?;
    Ok((count(kept, "plugin", "count", "all")?, count(lately, "plugin", "count", "lately")?))
}

/// All versions of a plugin ever uploaded, oldest first, deleted ones too.
pub async fn versions(tx: &mut TenantTx, name: &str) -> Result<Vec<Plugin>> {
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND name = $2 ORDER BY id";
    fetch_all!(tx, PluginRow, sql, tx.tenant, name)?.into_iter().map(PluginRow::into_plugin).collect()
}

/// Takes a plugin out of every list. Row and bytes stay, because decisions refer to them and replay needs them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::InUse`] while a binding or a gateway uses it.
pub async fn delete(tx: &mut TenantTx, id: PluginId) -> Result<()> {
    let sql = "SELECT (SELECT COUNT(*) FROM binding WHERE tenant_id = $1 AND plugin_id = $2) \
               + (SELECT COUNT(*) FROM gateway WHERE tenant_id = $1 AND plugin_id = $2)";
    let (bindings,) = fetch_one!(tx, (i64,), sql, tx.tenant, id.as_uuid())?;
    if bindings > 0 {
        return Err(Error::InUse { what: "plugin", id: id.to_string() });
    }
    let sql = "UPDATE plugin SET hidden = $3 WHERE tenant_id = $1 AND id = $2 AND NOT hidden";
    match execute!(tx, sql, tx.tenant, id.as_uuid(), true)? {
        0 => Err(Error::NotFound { what: "plugin", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// Keeps a component's bytes under their digest, for all tenants; what is there already stays.
pub async fn bytes_put(tx: &mut TenantTx, component: &Packed) -> Result<()> {
    insert!(
        tx,
        "plugin_bytes (digest, packed)",
        [component],
        |values, c| {
            values.bind(&c.digest().as_bytes()[..]).bind(c.bytes());
        },
        " ON CONFLICT (digest) DO NOTHING"
    );
    tx.flush().await
}

/// A component's bytes. Whoever asks must have come by the digest through a tenant's plugin.
pub async fn bytes_get(tx: &mut SystemTx, name: Digest) -> Result<Option<Vec<u8>>> {
    let tx = &mut tx.0;
    let row = fetch_optional!(tx, (Vec<u8>,), "SELECT packed FROM plugin_bytes WHERE digest = $1", &name.as_bytes()[..])?;
    row.map(|(packed,)| unpack(&packed).ok_or_else(|| Error::corrupt("plugin_bytes", "packed", name))).transpose()
}

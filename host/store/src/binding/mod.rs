//! Plugins at work, and every state they were in.

mod revision;

pub use revision::{mark_bad, record, revisions};

use redress_domain::binding::Binding;
use redress_domain::id::{BindingId, PluginId};
use redress_domain::plugin::Plugin;
use redress_domain::rule::Hook;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::plugin;
use crate::sql::column::{count, json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct BindingRow {
    id: Uuid,
    key: String,
    version: i64,
    hook: String,
    plugin_id: Uuid,
    config: String,
    position: i64,
    mode: String,
    percent: i64,
    replaces: Option<Uuid>,
    guardrails: String,
    timetable: Option<String>,
    grants: Option<String>,
    fallback: Option<i64>,
    enabled: bool,
    updated_at: Stamp,
}

impl BindingRow {
    fn into_binding(self) -> Result<Binding> {
        let id = BindingId::from_uuid(self.id);
        Ok(Binding {
            id,
            key: self.key,
            version: self.version,
            hook: parse(&self.hook, "binding", "hook", id)?,
            plugin: PluginId::from_uuid(self.plugin_id),
            config: json(&self.config, "binding", "config", id)?,
            order: count(self.position, "binding", "position", id)?,
            mode: parse(&self.mode, "binding", "mode", id)?,
            percent: count(self.percent, "binding", "percent", id)?,
            replaces: self.replaces.map(BindingId::from_uuid),
            guardrails: json(&self.guardrails, "binding", "guardrails", id)?,
            timetable: self.timetable.map(|text| json(&text, "binding", "timetable", id)).transpose()?,
            grants: self.grants.map(|text| json(&text, "binding", "grants", id)).transpose()?,
            fallback: self.fallback,
            enabled: self.enabled,
            updated_at: self.updated_at.0,
        })
    }
}

/// Adds a binding of an existing plugin.
///
/// # Errors
/// [`Error::NotUnique`] `binding_key` when the tenant has this key already.
pub async fn insert(tx: &mut TenantTx, binding: &Binding) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "binding (tenant_id, id, key, version, hook, plugin_id, config, position, mode, percent, replaces, guardrails, timetable, \
         grants, fallback, enabled, updated_at)",
        [binding],
        |values, b| {
            values.bind(tenant).bind(b.id.as_uuid()).bind(&b.key).bind(b.version).bind(b.hook.as_str()).bind(b.plugin.as_uuid());
            values.bind(to_json(&b.config)).bind(i64::from(b.order)).bind(b.mode.as_str()).bind(i64::from(b.percent));
            values.bind(b.replaces.map(|id| id.as_uuid())).bind(to_json(&b.guardrails)).bind(b.timetable.as_ref().map(to_json));
            values.bind(b.grants.as_ref().map(to_json)).bind(b.fallback).bind(b.enabled).bind(Stamp(b.updated_at));
        }
    );
    tx.flush().await
}

/// Replaces a binding that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, binding: &Binding, expected: i64) -> Result<()> {
    let touched = execute!(
        tx,
        "UPDATE binding SET version = $4, hook = $5, plugin_id = $6, config = $7, position = $8, mode = $9, enabled = $10, \
         updated_at = $11, key = $12, percent = $13, replaces = $14, guardrails = $15, timetable = $16, grants = $17, fallback = $18 WHERE tenant_id = $1 AND id = $2 AND version = $3",
        tx.tenant,
        binding.id.as_uuid(),
        expected,
        binding.version,
        binding.hook.as_str(),
        binding.plugin.as_uuid(),
        to_json(&binding.config),
        i64::from(binding.order),
        binding.mode.as_str(),
        binding.enabled,
        Stamp(binding.updated_at),
        &binding.key,
        i64::from(binding.percent),
        binding.replaces.map(|id| id.as_uuid()),
        to_json(&binding.guardrails),
        binding.timetable.as_ref().map(to_json),
        binding.grants.as_ref().map(to_json),
        binding.fallback,
    )?;
    if touched == 0 {
        return Err(Error::Stale { what: "binding", id: binding.id.to_string(), expected });
    }
    Ok(())
}

/// Removes a binding. Its decisions stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: BindingId) -> Result<()> {
    match execute!(tx, "DELETE FROM binding WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "binding", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// The binding with this id.
pub async fn find(tx: &mut TenantTx, id: BindingId) -> Result<Option<Binding>> {
    let sql = "SELECT * FROM binding WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, BindingRow, sql, tx.tenant, id.as_uuid())?.map(BindingRow::into_binding).transpose()
}

/// The binding with this key.
pub async fn find_by_key(tx: &mut TenantTx, key: &str) -> Result<Option<Binding>> {
    let sql = "SELECT * FROM binding WHERE tenant_id = $1 AND key = $2";
    fetch_optional!(tx, BindingRow, sql, tx.tenant, key)?.map(BindingRow::into_binding).transpose()
}

/// Bindings of one hook or of all, switched-off ones too, by hook and place.
pub async fn list(tx: &mut TenantTx, hook: Option<Hook>) -> Result<Vec<Binding>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, BindingRow, "SELECT * FROM binding WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(hook) = hook {
            query.push(" AND hook = ").push_bind(hook.as_str());
        }
        query.push(" ORDER BY hook, position, id");
    })?;
    rows.into_iter().map(BindingRow::into_binding).collect()
}

/// A binding that is switched on.
#[derive(Debug, Clone, PartialEq)]
pub struct AtWork {
    /// The binding.
    pub binding: Binding,
    /// Its plugin.
    pub plugin: Plugin,
    /// The earlier state that answers when the present one fails, with its plugin.
    pub fallback: Option<(Binding, Plugin)>,
}

/// Bindings that are switched on, with their plugins, by hook and place: all that the main path needs.
pub async fn at_work(tx: &mut TenantTx) -> Result<Vec<AtWork>> {
    let sql = "SELECT * FROM binding WHERE tenant_id = $1 AND enabled ORDER BY hook, position, id";
    let bindings = fetch_all!(tx, BindingRow, sql, tx.tenant)?;
    let bindings = bindings.into_iter().map(BindingRow::into_binding).collect::<Result<Vec<_>>>()?;
    let earlier = revision::fallbacks(tx).await?;
    let sql = "SELECT * FROM plugin WHERE tenant_id = $1 AND id IN (SELECT plugin_id FROM binding WHERE tenant_id = $1 AND enabled)";
    let mut plugins =
        fetch_all!(tx, plugin::PluginRow, sql, tx.tenant)?.into_iter().map(plugin::PluginRow::into_plugin).collect::<Result<Vec<_>>>()?;
    for binding in &earlier {
        if plugins.iter().all(|plugin| plugin.id != binding.plugin) {
            plugins.extend(plugin::find(tx, binding.plugin).await?);
        }
    }
    let with_plugin = |binding: Binding| {
        let plugin = plugins.iter().find(|plugin| plugin.id == binding.plugin).cloned();
        let plugin = plugin.ok_or_else(|| Error::corrupt("binding", "plugin_id", binding.id))?;
        Ok::<_, Error>((binding, plugin))
    };
    bindings
        .into_iter()
        .map(|binding| {
            let fallback = earlier.iter().find(|earlier| earlier.id == binding.id).cloned().map(with_plugin).transpose()?;
            let (binding, plugin) = with_plugin(binding)?;
            Ok(AtWork { binding, plugin, fallback })
        })
        .collect()
}

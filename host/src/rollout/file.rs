//! Rules as a file: bindings and parameters under their own names, so that they can be kept in version control, compared, and
//! carried from one installation to another.

use std::collections::BTreeMap;

use redress_domain::binding::{Binding, BindingMode, Guardrails, Timetable, all};
use redress_domain::id::{BindingId, PluginId};
use redress_domain::parameter::Parameter;
use redress_domain::plugin::{Capability, Plugin};
use redress_domain::rule::Hook;
use redress_store::{TenantTx, binding, parameter, plugin};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::parameter::FileParameter;
use crate::problem::Problem;

/// The format that is written, and the only one that is read.
pub(super) const FORMAT: u32 = 1;

/// A file to apply.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesFile {
    /// Format of the file: 1.
    pub redress: u32,
    /// External parameters; left alone when left out.
    #[serde(default)]
    pub parameters: Vec<FileParameter>,
    /// Plugins at work; left alone when left out.
    #[serde(default)]
    pub bindings: Vec<FileBinding>,
}

/// What is at work, as a file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RulesExport {
    /// Format of the file: 1.
    pub redress: u32,
    /// External parameters by code.
    pub parameters: Vec<Parameter>,
    /// Plugins at work by key.
    pub bindings: Vec<FileBinding>,
}

/// A binding in a file. Other bindings are named by their key, plugins by name and version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileBinding {
    /// Name within the tenant.
    pub key: String,
    /// Hook.
    pub hook: Hook,
    /// `name@version` of an uploaded plugin.
    pub plugin: String,
    /// Configuration.
    #[serde(default = "empty")]
    #[schema(value_type = Object)]
    pub config: Value,
    /// Place among the bindings of the hook, low first.
    #[serde(default)]
    pub order: i32,
    /// What its answers do.
    #[serde(default = "active")]
    pub mode: BindingMode,
    /// Share of the tickets, 1–100.
    #[serde(default = "all")]
    pub percent: u8,
    /// Key of the active binding that a candidate is tried against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// What takes it back by itself.
    #[serde(default)]
    pub guardrails: Guardrails,
    /// When it is asked, for the hook `schedule`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timetable: Option<Timetable>,
    /// What it may look up and ask for; everything that its plugin asks when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grants: Option<Vec<Capability>>,
    /// False to keep it switched off.
    #[serde(default = "yes")]
    pub enabled: bool,
}

fn empty() -> Value {
    Value::Object(Map::new())
}

const fn active() -> BindingMode {
    BindingMode::Active
}

const fn yes() -> bool {
    true
}

/// Everything of a tenant that a file may hold.
pub(super) struct Present {
    pub(super) bindings: Vec<Binding>,
    pub(super) plugins: BTreeMap<PluginId, Plugin>,
    pub(super) parameters: Vec<Parameter>,
}

/// Reads what is at work.
pub(super) async fn present(tx: &mut TenantTx) -> Result<Present, Problem> {
    let bindings = binding::list(tx, None).await?;
    let mut plugins = BTreeMap::new();
    for bound in &bindings {
        if let std::collections::btree_map::Entry::Vacant(place) = plugins.entry(bound.plugin) {
            place.insert(plugin::find(tx, bound.plugin).await?.ok_or_else(|| Problem::not_found("plugin", bound.plugin))?);
        }
    }
    Ok(Present { bindings, plugins, parameters: parameter::list(tx).await? })
}

impl Present {
    /// A binding as a file has it.
    pub(super) fn written(&self, binding: &Binding) -> FileBinding {
        let plugin = self.plugins.get(&binding.plugin).map(|plugin| format!("{}@{}", plugin.name, plugin.version)).unwrap_or_default();
        FileBinding {
            key: binding.key.clone(),
            hook: binding.hook,
            plugin,
            config: binding.config.clone(),
            order: binding.order,
            mode: binding.mode,
            percent: binding.percent,
            replaces: binding.replaces.and_then(|id| self.key_of(id)),
            guardrails: binding.guardrails.clone(),
            timetable: binding.timetable.clone(),
            grants: binding.grants.clone(),
            enabled: binding.enabled,
        }
    }

    fn key_of(&self, id: BindingId) -> Option<String> {
        self.bindings.iter().find(|binding| binding.id == id).map(|binding| binding.key.clone())
    }
}

/// Everything at work as a file, in one order, so that two exports of the same rules are the same bytes.
///
/// # Errors
/// What the database says.
pub async fn export(tx: &mut TenantTx) -> Result<RulesExport, Problem> {
    let present = present(tx).await?;
    let mut bindings: Vec<FileBinding> = present.bindings.iter().map(|binding| present.written(binding)).collect();
    bindings.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(RulesExport { redress: FORMAT, bindings, parameters: present.parameters })
}

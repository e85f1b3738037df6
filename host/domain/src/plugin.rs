//! Uploaded plugins and their bindings to hooks.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{BindingId, PluginId, UserId};
use crate::rule::Hook;
use crate::status::names;

/// One uploaded version of a plugin. Its bytes are kept by digest for as long as a decision refers to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Plugin {
    /// Redress id.
    pub id: PluginId,
    /// SHA-256 of the component's bytes.
    pub digest: Digest,
    /// Name from `plugin.describe`.
    pub name: String,
    /// Version from `plugin.describe`.
    pub version: String,
    /// One line for the merchant.
    pub description: String,
    /// SDK that built it.
    pub sdk: String,
    /// Hooks it exports.
    pub hooks: Vec<Hook>,
    /// JSON Schema of its configuration.
    pub config_schema: serde_json::Value,
    /// Size of the component in bytes.
    pub size: u64,
    /// Who uploaded it.
    pub uploaded_by: Option<UserId>,
    /// When.
    pub uploaded_at: Timestamp,
}

names! {
    /// What a binding's answers do.
    BindingMode {
        /// They count.
        Active = "active",
    }
}

/// A plugin at work: for one hook of one tenant, with a configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Binding {
    /// Redress id.
    pub id: BindingId,
    /// Counts changes.
    pub version: i64,
    /// Hook.
    pub hook: Hook,
    /// Plugin version.
    pub plugin: PluginId,
    /// Configuration that satisfies the plugin's schema.
    pub config: serde_json::Value,
    /// Place among the bindings of the hook, low first.
    pub order: i32,
    /// What its answers do.
    pub mode: BindingMode,
    /// False while switched off.
    pub enabled: bool,
    /// When it last changed.
    pub updated_at: Timestamp,
}

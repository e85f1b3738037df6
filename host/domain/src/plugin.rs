//! Uploaded plugins.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::id::{PluginId, SigningKeyId, UserId};
use crate::rule::{Hook, IntentKind};
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
    /// The tenant's key that signed the bytes, when one did.
    #[serde(default)]
    pub signed_by: Option<SigningKeyId>,
    /// What it may ever ask: the look-ups that it imports, and every intent when it exports a hook that has intents. A binding
    /// grants all or some of it.
    #[serde(default)]
    pub asks: Vec<Capability>,
}

names! {
    /// Something that a plugin asks to be allowed and a binding grants. Logging needs no grant.
    Capability {
        /// Look up the customer's past.
        History = "history",
        /// Read external parameters.
        Parameters = "parameters",
        /// Fill in form fields.
        SetField = "intent:set_field",
        /// Change the priority.
        SetPriority = "intent:set_priority",
        /// Add tags.
        AddTag = "intent:add_tag",
        /// Take tags away.
        RemoveTag = "intent:remove_tag",
        /// Send messages.
        Notify = "intent:notify",
        /// Put tickets elsewhere.
        Transfer = "intent:transfer",
        /// Call for somebody higher up.
        Escalate = "intent:escalate",
        /// Give people tasks.
        AddTask = "intent:add_task",
    }
}

impl Capability {
    /// What an intent of this kind needs.
    pub const fn of(intent: IntentKind) -> Self {
        match intent {
            IntentKind::SetField => Self::SetField,
            IntentKind::SetPriority => Self::SetPriority,
            IntentKind::AddTag => Self::AddTag,
            IntentKind::RemoveTag => Self::RemoveTag,
            IntentKind::Notify => Self::Notify,
            IntentKind::Transfer => Self::Transfer,
            IntentKind::Escalate => Self::Escalate,
            IntentKind::AddTask => Self::AddTask,
        }
    }
}

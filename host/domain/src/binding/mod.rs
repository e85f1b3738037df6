//! Plugins at work: bound to a hook with a configuration, tried beside others, watched, and taken back when they misbehave.

mod bucket;
mod guard;
mod revision;
mod timetable;

use serde::{Deserialize, Serialize};

pub use bucket::in_canary;
pub use guard::{Breach, Guardrails, Measured, Share};
pub use revision::{Change, Revision, RevisionAction, changes};
pub use timetable::{TicketMatch, Timetable, TimetableError};

use crate::clock::Timestamp;
use crate::id::{BindingId, PluginId};
use crate::plugin::Capability;
use crate::rule::Hook;
use crate::status::names;

names! {
    /// What a binding's answers do.
    BindingMode {
        /// They count.
        Active = "active",
        /// They count for a share of the tickets, in the place of the binding it replaces.
        Canary = "canary",
        /// They are recorded and compared, and count for nothing.
        Shadow = "shadow",
    }
}

/// A plugin at work: for one hook of one tenant, with a configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Binding {
    /// Redress id.
    pub id: BindingId,
    /// Name within the tenant, by which files of configuration call it: lower-case letters, digits and hyphens.
    pub key: String,
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
    /// Share of the tickets it is asked about, 1–100; an active binding is asked about all.
    #[serde(default = "all")]
    pub percent: u8,
    /// The active binding that a canary or shadow is compared with.
    #[serde(default)]
    pub replaces: Option<BindingId>,
    /// What takes it back by itself.
    #[serde(default)]
    pub guardrails: Guardrails,
    /// When it is asked and about which tickets, for the hook `schedule`.
    #[serde(default)]
    pub timetable: Option<Timetable>,
    /// What it may look up and ask for, by name; `None` for everything that its plugin asks.
    #[serde(default)]
    pub grants: Option<Vec<Capability>>,
    /// Earlier version of this binding that answers when the present one fails; `None` before the first change of plugin or
    /// configuration.
    #[serde(default)]
    pub fallback: Option<i64>,
    /// False while switched off.
    pub enabled: bool,
    /// When it last changed.
    pub updated_at: Timestamp,
}

impl Binding {
    /// True when it may do this.
    pub fn grants(&self, capability: Capability) -> bool {
        self.grants.as_ref().is_none_or(|granted| granted.contains(&capability))
    }
}

/// The share of an active binding.
pub const fn all() -> u8 {
    100
}

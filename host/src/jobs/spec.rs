//! What jobs are asked to do, as it is stored with them.

use redress_domain::Timestamp;
use redress_domain::decision::Outcome;
use redress_domain::id::{BindingId, PluginId};
use redress_domain::plugin::Capability;
use redress_domain::rule::Hook;
use redress_store::decision::Range;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// Which past decisions: those of a hook that counted and meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Past {
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub to: Option<Timestamp>,
    /// Made by this binding.
    pub binding: Option<BindingId>,
    /// Answered by this plugin version.
    pub plugin: Option<PluginId>,
    /// Ended so.
    #[schema(value_type = Option<String>)]
    pub outcome: Option<Outcome>,
    /// What followed, for example `approve` or `needs_approval:supervisor`.
    pub label: Option<String>,
    /// At most so many, the oldest first.
    pub limit: Option<u64>,
}

impl Past {
    /// The same for the store.
    pub(super) fn range(&self, hook: Hook) -> Range {
        Range {
            hook,
            from: self.from,
            to: self.to,
            binding: self.binding,
            plugin: self.plugin,
            outcome: self.outcome,
            label: self.label.clone(),
        }
    }
}

/// A candidate and the past it is run over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BacktestSpec {
    /// The hook.
    pub hook: Hook,
    /// The candidate's plugin version.
    pub plugin: PluginId,
    /// The candidate's configuration.
    #[schema(value_type = Object)]
    pub config: Value,
    /// What the candidate may look up; everything that the plan allows when left out.
    #[serde(default)]
    pub grants: Option<Vec<Capability>>,
    /// Which past decisions.
    #[serde(default)]
    pub past: Past,
}

/// Past decisions to run again as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplaySpec {
    /// The hook.
    pub hook: Hook,
    /// Which past decisions.
    #[serde(default)]
    pub past: Past,
}

//! What a tenant's plan pays for: caps that the operator sets and nobody within the tenant can lift.

use serde::{Deserialize, Serialize};

use crate::plugin::Capability;

/// Caps of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// Fuel of one call; the engine's own limit when it is less.
    pub fuel: u64,
    /// Share of the server's sandboxes that the tenant may hold at once, 1–100.
    pub share_percent: u8,
    /// Plugin versions that the tenant may keep.
    pub plugins: u32,
    /// Bytes of one component.
    pub plugin_bytes: u64,
    /// New plugin versions within 24 hours.
    pub uploads_per_day: u32,
    /// What no binding of the tenant may grant.
    pub denied: Vec<Capability>,
}

impl Default for Plan {
    fn default() -> Self {
        Self { fuel: 100_000_000, share_percent: 50, plugins: 500, plugin_bytes: 24 << 20, uploads_per_day: 200, denied: Vec::new() }
    }
}

impl Plan {
    /// True when bindings may grant this.
    pub fn allows(&self, capability: Capability) -> bool {
        !self.denied.contains(&capability)
    }
}

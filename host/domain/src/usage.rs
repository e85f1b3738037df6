//! What rule calls used, added up by day.

use serde::{Deserialize, Serialize};

use crate::id::PluginId;
use crate::status::names;

names! {
    /// What calls were made for.
    Purpose as UsagePurpose {
        /// A decision that counted, or an earlier version that stood in.
        Decision = "decision",
        /// A shadow beside it.
        Shadow = "shadow",
        /// Somebody tried a rule.
        DryRun = "dry_run",
        /// A candidate over the past.
        Backtest = "backtest",
        /// The past again.
        Replay = "replay",
    }
}

/// What the calls of one plugin version for one purpose used in one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Usage {
    /// Days since 1970-01-01 in UTC.
    pub day: i64,
    /// Plugin version.
    pub plugin: PluginId,
    /// What for.
    pub purpose: Purpose,
    /// Calls.
    pub calls: u64,
    /// Those without a usable answer.
    pub faults: u64,
    /// Fuel of all of them.
    pub fuel: u64,
    /// Microseconds of all of them.
    pub duration_us: u64,
    /// Largest linear memory of one, in bytes.
    pub peak_memory: u64,
}

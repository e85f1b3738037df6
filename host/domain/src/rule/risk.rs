//! Does a case look like abuse.

use serde::{Deserialize, Serialize};

/// One reason for a fraud score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = RiskSignal))]
pub struct Signal {
    /// Stable code.
    pub code: String,
    /// Share of the score, 0–100.
    pub weight: u32,
    /// Why.
    pub detail: String,
}

/// A fraud score with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Assessment {
    /// 0–100.
    pub score: u32,
    /// Reasons.
    pub signals: Vec<Signal>,
    /// Tags to add.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// What all fraud rules said together: the highest score, all signals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Risk {
    /// 0–100.
    pub score: u32,
    /// All signals.
    pub signals: Vec<Signal>,
}

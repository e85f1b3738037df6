//! Golden decisions: past cases whose outcome a binding must keep, unless somebody signs for the change.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{BindingId, DecisionId};
use crate::timeline::Actor;

/// One past decision that a binding is held to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Golden {
    /// The binding.
    pub binding: BindingId,
    /// The decision.
    pub decision: DecisionId,
    /// Why it matters.
    pub note: String,
    /// Who chose it.
    pub added_by: Actor,
    /// When.
    pub added_at: Timestamp,
}

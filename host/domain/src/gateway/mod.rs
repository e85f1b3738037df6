//! Gateways: how money goes back without hands, and what is known of each instruction on its way (D4, design §5).

mod course;
mod notice;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use course::{Next, Patience, RefundWork};
pub use notice::{GatewayNotice, NoticeState, weigh};

use crate::clock::Timestamp;
use crate::id::{GatewayId, PluginId};

/// A plugin at work for one tender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gateway {
    /// Redress id.
    pub id: GatewayId,
    /// Counts changes.
    pub version: i64,
    /// How the orders' payments that go back over it are called, for example `stripe`; one gateway each.
    pub tender: String,
    /// The plugin, which exports `settlement`.
    pub plugin: PluginId,
    /// Its configuration.
    pub config: serde_json::Value,
    /// Hosts it may reach, for example `api.stripe.com`, with a port where it is not the scheme's own.
    pub hosts: Vec<String>,
    /// Names by which the plugin calls its secrets, and the tenant's secrets that they are.
    pub secrets: BTreeMap<String, String>,
    /// False while switched off: instructions wait, and finance may pay by hand.
    pub enabled: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// What finance pays by hand.
pub const MANUAL: &str = "manual";
/// What becomes a customer's credit with the shop.
pub const CREDIT: &str = "credit";

/// True for a tender that no gateway can have.
pub fn is_ours(tender: &str) -> bool {
    matches!(tender, MANUAL | CREDIT)
}

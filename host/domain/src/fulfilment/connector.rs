//! The inventory connector: the system of the merchant that knows what is on the shelves, spoken to over HTTP.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::status::names;

/// Where a tenant's stock is asked for. One for each tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InventoryConnector {
    /// Counts changes.
    pub version: i64,
    /// Address before `/reservations`, without a slash at its end.
    pub base_url: String,
    /// Name of the tenant's secret that is sent as a bearer token (RFC 6750); null when the system asks for none.
    pub secret: Option<String>,
    /// False while switched off: reservations wait.
    pub enabled: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

names! {
    /// Where a reservation stands in the other system.
    StockState {
        /// The goods are set aside.
        Reserved = "reserved",
        /// There are not enough, and nothing is set aside.
        OutOfStock = "out_of_stock",
        /// It was given up, and stays so whatever arrives late.
        Released = "released",
    }
}

/// What is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MissingStock {
    /// Stock keeping unit.
    pub sku: String,
    /// How many there are.
    #[serde(default)]
    pub available: u32,
}

/// What the other system answers about a reservation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockAnswer {
    /// The key of the reservation; an answer about another one says nothing.
    pub key: String,
    /// Where it stands.
    pub state: StockState,
    /// The other system's name of it.
    #[serde(default)]
    pub reference: Option<String>,
    /// What is not there.
    #[serde(default)]
    pub missing: Vec<MissingStock>,
}

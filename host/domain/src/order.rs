//! Customers and orders as the shop reported them.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{CustomerId, OrderId};
use crate::money::Money;

/// A person who bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Customer {
    /// Redress id.
    pub id: CustomerId,
    /// The shop's own id, unique within the tenant.
    pub external_id: String,
    /// Display name.
    pub name: Option<String>,
    /// Telephone number as given.
    pub phone: Option<String>,
    /// Mail address as given.
    pub email: Option<String>,
    /// The shop's level, for example `vip` (U8).
    pub member_level: Option<String>,
    /// Tags that people or rules have set, for example 潜在滥用权益 (D6).
    #[serde(default)]
    pub tags: Vec<String>,
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrderLine {
    /// The line's name within its order.
    pub external_id: String,
    /// Stock keeping unit.
    pub sku: String,
    /// What the shop called it.
    pub title: String,
    /// Product category.
    pub category: Option<String>,
    /// Bought quantity, at least 1.
    pub quantity: u32,
    /// Price of one.
    pub unit_price: Money,
}

/// An order as the shop reported it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    /// Redress id.
    pub id: OrderId,
    /// The shop's own order number, unique within the tenant.
    pub external_id: String,
    /// Who bought, when known.
    pub customer: Option<CustomerId>,
    /// When it was placed.
    pub placed_at: Option<Timestamp>,
    /// When the customer received it (签收).
    pub delivered_at: Option<Timestamp>,
    /// What was paid in total; its currency is the order's.
    pub paid: Money,
    /// What was bought.
    pub lines: Vec<OrderLine>,
    /// Anything else the shop sent.
    #[serde(default)]
    pub attributes: std::collections::BTreeMap<String, String>,
}

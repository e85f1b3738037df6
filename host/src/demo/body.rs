//! Request bodies of the API, as the demo shop sends them.

use std::collections::BTreeMap;

use redress_domain::ticket::TicketKind;
use redress_domain::{Currency, Money, Timestamp};
use serde::Serialize;

/// A customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CustomerBody {
    /// The shop's own id.
    pub external_id: String,
    /// Display name; absent in a reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone number of 11 digits (Z5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// `silver`, `gold`, `vip`, `svip`, or none (U8).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_level: Option<String>,
}

impl CustomerBody {
    /// The same customer, named only by the shop's id.
    #[must_use]
    pub fn reference(&self) -> Self {
        Self { external_id: self.external_id.clone(), name: None, phone: None, email: None, member_level: None }
    }
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrderLineBody {
    /// The line's name within its order.
    pub external_id: String,
    /// Stock keeping unit.
    pub sku: String,
    /// What the shop called it.
    pub title: String,
    /// Product category.
    pub category: String,
    /// Bought quantity.
    pub quantity: u32,
    /// Price of one.
    pub unit_price: Money,
}

/// An order, as `POST /api/v1/orders/bulk` takes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrderBody {
    /// The shop's own order number.
    pub external_id: String,
    /// Who bought, by the shop's id.
    pub customer: CustomerBody,
    /// Currency of all amounts.
    pub currency: Currency,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// When the customer received it (签收), when they have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<Timestamp>,
    /// What was paid: the lines less the discount.
    pub paid: Money,
    /// What was bought.
    pub lines: Vec<OrderLineBody>,
    /// Channel, city, discount, shipping status.
    pub attributes: BTreeMap<String, String>,
}

/// One line of a ticket.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineBody {
    /// The order's line.
    pub order_line: String,
    /// How many.
    pub quantity: u32,
    /// Reason code.
    pub reason: String,
    /// What is asked, where it is not the line's share of what was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested: Option<Money>,
}

/// A reference to an order that is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrderReference {
    /// The shop's own order number.
    pub external_id: String,
}

/// A ticket, as `POST /api/v1/tickets` takes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseBody {
    /// What the customer asks for.
    pub kind: TicketKind,
    /// Where it came from.
    pub channel: String,
    /// The channel's own number; also a good idempotency key.
    pub external_ref: String,
    /// One line of text.
    pub subject: String,
    /// The customer's words.
    pub description: String,
    /// Problem label.
    pub problem_type: String,
    /// Who bought.
    pub customer: CustomerBody,
    /// What was bought; absent in an inquiry without an order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderReference>,
    /// Goods in question.
    pub lines: Vec<LineBody>,
    /// Values of the form.
    pub fields: serde_json::Map<String, serde_json::Value>,
}

/// A ticket and when it comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct TimedCase {
    /// When the customer sends it; within the last half year.
    pub at: Timestamp,
    /// The request.
    pub body: CaseBody,
}

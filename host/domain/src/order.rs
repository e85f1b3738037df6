//! Customers and orders as the shop reported them.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{CustomerId, OrderId};
use crate::money::{Money, MoneyError};

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

/// One payment of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// How it was paid, for example `stripe`: the gateway of this tender pays it back.
    pub tender: String,
    /// The gateway's own id of the payment, unique within the order.
    pub reference: String,
    /// How much.
    pub amount: Money,
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
    /// How it was paid, in the order in which it goes back; empty when the shop does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Anything else the shop sent.
    #[serde(default)]
    pub attributes: std::collections::BTreeMap<String, String>,
}

impl Order {
    /// What the customer paid for `quantity` of a line: its price, less its share of a discount on the whole order. Rounded down,
    /// so that the shares of all lines never exceed what was paid.
    ///
    /// # Errors
    /// Mixed currencies, or sums out of range.
    pub fn paid_for(&self, bought: &OrderLine, quantity: u32) -> Result<Money, MoneyError> {
        let price = bought.unit_price.checked_mul(quantity)?;
        let mut listed = Money::zero(self.paid.currency());
        for line in &self.lines {
            listed = listed.checked_add(line.unit_price.checked_mul(line.quantity)?)?;
        }
        if listed.minor() <= self.paid.minor() {
            return Ok(price);
        }
        let scaled = i128::from(price.minor()) * i128::from(self.paid.minor()) / i128::from(listed.minor());
        Money::new(i64::try_from(scaled).map_err(|_| MoneyError::Range(scaled))?, price.currency())
    }
}

/// What is wrong with an order's payments, as a pointer into them and a sentence; `None` when they can go back.
pub fn payments_fault(payments: &[Payment], paid: Money) -> Option<(String, String)> {
    let mut sum = Money::zero(paid.currency());
    for (index, payment) in payments.iter().enumerate() {
        let fault = |field: &str, why: &str| Some((format!("/{index}/{field}"), why.to_owned()));
        let letters = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.');
        if !(1..=64).contains(&payment.tender.len()) || !payment.tender.bytes().all(letters) || payment.tender == crate::gateway::MANUAL {
            return fault("tender", "name the tender with 1 to 64 lower-case letters, digits, '_', '-' and '.'; 'manual' is finance's own");
        }
        let length = payment.reference.chars().count();
        if !(1..=200).contains(&length) || payment.reference.contains('\0') {
            return fault("reference", "the gateway's id of the payment has 1 to 200 characters");
        }
        if payments[..index].iter().any(|other| other.reference == payment.reference) {
            return fault("reference", "this payment is listed twice");
        }
        if payment.amount.minor() <= 0 || payment.amount.currency() != paid.currency() {
            return fault("amount", "a payment is above zero and in the currency of the order");
        }
        match sum.checked_add(payment.amount) {
            Ok(more) if more.minor() <= paid.minor() => sum = more,
            _ => return fault("amount", "the payments are more than what was paid"),
        }
    }
    None
}

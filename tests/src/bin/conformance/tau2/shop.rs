//! The made-up shop: its database as it is in the file, and as the API takes it.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The file.
#[derive(Debug, Deserialize)]
pub(crate) struct Db {
    pub(crate) products: BTreeMap<String, Product>,
    pub(crate) users: BTreeMap<String, User>,
    pub(crate) orders: BTreeMap<String, Order>,
}

/// One product with its options.
#[derive(Debug, Deserialize)]
pub(crate) struct Product {
    pub(crate) product_id: String,
    pub(crate) variants: BTreeMap<String, Variant>,
}

/// One option of a product.
#[derive(Debug, Deserialize)]
pub(crate) struct Variant {
    pub(crate) available: bool,
    price: Value,
}

/// One customer.
#[derive(Debug, Deserialize)]
pub(crate) struct User {
    #[serde(rename = "user_id")]
    pub(crate) id: String,
    pub(crate) email: String,
    name: BTreeMap<String, String>,
    pub(crate) payment_methods: BTreeMap<String, Method>,
}

/// One way to pay.
#[derive(Debug, Deserialize)]
pub(crate) struct Method {
    #[serde(default)]
    balance: Option<Value>,
}

/// One order.
#[derive(Debug, Deserialize)]
pub(crate) struct Order {
    #[serde(rename = "order_id")]
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) status: String,
    pub(crate) items: Vec<Item>,
    payment_history: Vec<Payment>,
}

/// One bought item.
#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) product_id: String,
    #[serde(rename = "item_id")]
    pub(crate) id: String,
    price: Value,
}

#[derive(Debug, Deserialize)]
struct Payment {
    amount: Value,
    payment_method_id: String,
}

impl Variant {
    /// Price in cents.
    pub(crate) fn cents(&self) -> i64 {
        cents(&self.price)
    }
}

impl Method {
    /// Balance in cents, of gift cards.
    pub(crate) fn balance(&self) -> Option<i64> {
        self.balance.as_ref().map(cents)
    }
}

impl Item {
    /// Price in cents.
    pub(crate) fn cents(&self) -> i64 {
        cents(&self.price)
    }
}

impl Order {
    /// What was paid, in cents.
    pub(crate) fn paid(&self) -> i64 {
        self.payment_history.first().map_or(0, |payment| cents(&payment.amount))
    }

    /// The method it was paid with.
    pub(crate) fn paid_with(&self) -> &str {
        self.payment_history.first().map_or("", |payment| payment.payment_method_id.as_str())
    }

    /// The order as the API takes it.
    pub(crate) fn body(&self, db: &Db) -> Result<Value> {
        let user = db.users.get(&self.user_id).with_context(|| format!("{} has no user", self.id))?;
        let methods: Map<String, Value> = user.payment_methods.iter().map(|(id, method)| (id.clone(), json!(method.balance()))).collect();
        let lines: Vec<Value> = self
            .items
            .iter()
            .enumerate()
            .map(|(place, item)| {
                json!({"external_id": (place + 1).to_string(), "sku": item.id, "title": item.name, "category": item.product_id,
                       "quantity": 1, "unit_price": usd(item.cents())})
            })
            .collect();
        let name = format!("{} {}", user.name["first_name"], user.name["last_name"]);
        Ok(json!({
            "external_id": self.id, "currency": "USD", "paid": usd(self.paid()), "lines": lines,
            "customer": {"external_id": user.id, "name": name, "email": user.email},
            "attributes": {"status": self.status, "user_id": self.user_id, "paid_with": self.paid_with(),
                           "payment_methods": Value::Object(methods).to_string()}
        }))
    }
}

impl Product {
    /// The catalogue entry as an external parameter: code and body.
    pub(crate) fn parameter(&self) -> (String, Value) {
        let variants: Vec<String> = self
            .variants
            .iter()
            .map(|(id, variant)| format!("{id} {} {}", variant.cents(), if variant.available { "yes" } else { "no" }))
            .collect();
        let code = format!("catalog_{}", self.product_id);
        (code.clone(), json!({"name": code, "type": "set", "value": variants}))
    }
}

/// Reads the file.
pub(crate) fn read(folder: &Path) -> Result<Db> {
    Ok(serde_json::from_slice(&std::fs::read(folder.join("db.json"))?)?)
}

/// Cents as money.
pub(crate) fn usd(minor: i64) -> Value {
    json!({"minor": minor, "currency": "USD"})
}

/// A decimal number of the file in cents; a float's long tail is rounded by its third decimal.
fn cents(number: &Value) -> i64 {
    let text = number.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits: Vec<i64> = format!("{part:0<3}").bytes().take(3).map(|byte| i64::from(byte.wrapping_sub(b'0'))).collect();
    whole.parse::<i64>().unwrap_or(0) * 100 + digits[0] * 10 + digits[1] + i64::from(digits[2] >= 5)
}

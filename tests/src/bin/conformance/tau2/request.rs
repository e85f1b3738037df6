//! The requests of the tasks, as tickets, and what the shop's own tools would do with them.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::shop::{Db, Order, usd};

/// One action that a right agent takes.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Action {
    /// For example `return_delivered_order_items`.
    pub(crate) name: String,
    /// Its arguments.
    pub(crate) arguments: Value,
}

/// What should come of a request: allowed with an amount (refund, or price difference of an exchange), or refused.
pub(crate) type Outcome = std::result::Result<i64, String>;

/// A request for one order: what is asked, by whom, and what should come of it.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// Words for the report.
    pub(crate) label: String,
    /// The ticket.
    pub(crate) body: Value,
    /// What the shop's own rules say.
    pub(crate) wanted: Outcome,
}

/// What an agent asks of the shop.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    /// Cancel with a reason.
    Cancel(String),
    /// Return items; the money goes to a payment method.
    Return(Vec<String>, String),
    /// Exchange items for others; a payment method settles the difference.
    Exchange(Vec<(String, String)>, String),
}

impl Ask {
    /// Reads an action; `None` for actions that are not after-sales requests.
    pub(crate) fn read(action: &Action) -> Result<Option<Self>> {
        let text =
            |name: &str| action.arguments[name].as_str().map(str::to_owned).with_context(|| format!("{} has no {name}", action.name));
        let list = |name: &str| -> Vec<String> {
            action.arguments[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Ok(match action.name.as_str() {
            "cancel_pending_order" => Some(Self::Cancel(text("reason")?)),
            "return_delivered_order_items" => Some(Self::Return(list("item_ids"), text("payment_method_id")?)),
            "exchange_delivered_order_items" => {
                Some(Self::Exchange(list("item_ids").into_iter().zip(list("new_item_ids")).collect(), text("payment_method_id")?))
            }
            _ => None,
        })
    }

    /// The ticket for an order, asked by `user`.
    pub(crate) fn request(&self, db: &Db, order: &Order, user: &str, reference: &str) -> Result<Request> {
        let (kind, reason, items) = match self {
            Self::Cancel(reason) => ("refund_only", reason.as_str(), order.items.iter().map(|item| item.id.clone()).collect()),
            Self::Return(items, _) => ("return_refund", "returned", items.clone()),
            Self::Exchange(items, _) => ("exchange", "exchanged", items.iter().map(|(old, _)| old.clone()).collect()),
        };
        let places = places(order, &items).with_context(|| format!("{} does not hold {items:?}", order.id))?;
        let lines: Vec<Value> =
            places.iter().map(|place| json!({"order_line": (place + 1).to_string(), "quantity": 1, "reason": reason})).collect();
        let mut fields = Map::new();
        match self {
            Self::Cancel(_) => {}
            Self::Return(_, method) => {
                fields.insert("payment_method".to_owned(), json!(method));
            }
            Self::Exchange(items, method) => {
                let new: Map<String, Value> =
                    places.iter().zip(items).map(|(place, (_, new))| ((place + 1).to_string(), json!(new))).collect();
                fields.insert("payment_method".to_owned(), json!(method));
                fields.insert("exchange".to_owned(), Value::Object(new));
            }
        }
        let body = json!({
            "kind": kind, "channel": "import", "external_ref": reference, "subject": kind, "customer": {"external_id": user},
            "order": {"external_id": order.id}, "lines": lines, "fields": fields
        });
        let wanted = if user == order.user_id { self.tool(db, order) } else { Err("another customer's order".to_owned()) };
        Ok(Request { label: format!("{kind} of {}", order.id), body, wanted })
    }

    /// What tau2's tool of the same name does, written from its description; it shares nothing with the plugin.
    fn tool(&self, db: &Db, order: &Order) -> Outcome {
        let (status, verb) = if matches!(self, Self::Cancel(_)) { ("pending", "cancel") } else { ("delivered", "take back") };
        if order.status != status {
            return Err(format!("cannot {verb} an order that is {}", order.status));
        }
        match self {
            Self::Cancel(reason) if reason != "no longer needed" && reason != "ordered by mistake" => Err(format!("bad reason {reason}")),
            Self::Cancel(_) => Ok(order.paid()),
            Self::Return(items, method) => {
                known(db, order, method)?;
                if method != order.paid_with() && !method.starts_with("gift_card") {
                    return Err("neither the original payment method nor a gift card".to_owned());
                }
                let places = places(order, items).ok_or("an item is not part of the order")?;
                Ok(places.iter().map(|&place| order.items[place].cents()).sum())
            }
            Self::Exchange(items, method) => {
                let balance = known(db, order, method)?;
                let mut difference = 0;
                for (old, new) in items {
                    let item = order.items.iter().find(|item| item.id == *old).ok_or("an item is not part of the order")?;
                    let variant = db.products[&item.product_id].variants.get(new).ok_or("the new item is another product")?;
                    if !variant.available || new == old {
                        return Err(format!("the new item {new} is not available"));
                    }
                    difference += variant.cents() - item.cents();
                }
                match balance {
                    Some(balance) if balance < difference => {
                        Err(format!("the gift card holds {balance} cents, the difference is {difference}"))
                    }
                    _ => Ok(difference),
                }
            }
        }
    }
}

/// The balance of one of the customer's payment methods.
fn known(db: &Db, order: &Order, method: &str) -> std::result::Result<Option<i64>, String> {
    let methods = &db.users[&order.user_id].payment_methods;
    methods.get(method).map(super::shop::Method::balance).ok_or_else(|| format!("the customer has no {method}"))
}

/// Places of items in an order: the second mention of an item is the second line that has it.
fn places(order: &Order, items: &[String]) -> Option<Vec<usize>> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    items
        .iter()
        .map(|wanted| {
            let nth = seen.entry(wanted).or_default();
            *nth += 1;
            order.items.iter().enumerate().filter(|(_, item)| item.id == *wanted).nth(*nth - 1).map(|(place, _)| place)
        })
        .collect()
}

/// What the server's answer says: allowed with an amount, or refused.
pub(crate) fn outcome(ticket: &Value) -> Outcome {
    if ticket["kind"] == "exchange" {
        let tags: Vec<&str> = ticket["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let difference = tags.iter().find_map(|tag| tag.strip_prefix("difference:")).and_then(|text| text.parse().ok());
        return match (tags.contains(&"policy:allowed"), difference) {
            (true, Some(difference)) => Ok(difference),
            _ => Err(format!("tags {tags:?}")),
        };
    }
    let refund = &ticket["refund"];
    match (refund["verdict"].as_str(), refund["amount"]["minor"].as_i64()) {
        (Some("approve"), Some(minor)) if refund["amount"] == usd(minor) => Ok(minor),
        _ => Err(refund["explanation"].as_str().unwrap_or("no explanation").to_owned()),
    }
}

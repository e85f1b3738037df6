//! Requests as a pet supplies shop would send them.

use redress_domain::Timestamp;
use serde_json::{Value, json};

/// So many days ago, as RFC 3339: rules look at how long ago goods were delivered.
pub fn days_ago(days: i64) -> String {
    #[expect(clippy::disallowed_methods, reason = "the server under test has the system's clock, so its requests must too")]
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(now.as_millis()).unwrap_or(0);
    Timestamp::from_millis(now - days * 86_400_000).map(|at| at.to_string()).unwrap_or_default()
}

/// Money in fen.
pub fn cny(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

/// An order of one article.
pub fn order(external_id: &str, minor: i64, quantity: u32) -> Value {
    let paid = minor * i64::from(quantity);
    json!({
        "external_id": external_id, "currency": "CNY", "placed_at": days_ago(5), "delivered_at": days_ago(2),
        "paid": cny(paid),
        "lines": [{"external_id": "1", "sku": "FEEDER-1", "title": "自动喂食器", "category": "pet_device", "quantity": quantity, "unit_price": cny(minor)}]
    })
}

/// A request for the price of one article; `name` makes order and number its own.
pub fn ticket(kind: &str, name: &str, minor: i64) -> Value {
    json!({
        "kind": kind, "channel": "api", "external_ref": format!("T-{name}"), "subject": "太小了", "description": "想退货",
        "problem_type": "size_mismatch",
        "customer": {"external_id": format!("c-{name}"), "name": "customer 42", "phone": "13800000000", "member_level": "vip"},
        "order": order(&format!("o-{name}"), minor, 1),
        "lines": [{"order_line": "1", "quantity": 1, "reason": "unwanted"}], "fields": {}
    })
}

/// The same body with one value replaced; `pointer` as in RFC 6901. A pointer to nothing adds the last name to its object.
#[must_use]
pub fn changed(mut body: Value, pointer: &str, value: Value) -> Value {
    if let Some(place) = body.pointer_mut(pointer) {
        *place = value;
        return body;
    }
    let (object, name) = pointer.rsplit_once('/').unwrap_or(("", pointer));
    if let Some(object) = body.pointer_mut(object).and_then(Value::as_object_mut) {
        object.insert(name.to_owned(), value);
    }
    body
}

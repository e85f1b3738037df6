//! Refunds as the gateway of the SDKs' templates speaks of them: plain JSON under the instruction's id.

use serde_json::{Value, json};

use super::books::{Books, Refund, Refused};
use super::{Answer, Request};

pub(super) fn answer(books: &mut Books, request: &Request) -> Answer {
    if request.headers.get("authorization").map(String::as_str) != Some("Bearer bank_secret") {
        return (401, json!({"error": "who are you"}).to_string());
    }
    if request.method == "GET" {
        let key = request.target.rsplit('/').next().unwrap_or_default();
        return books.look(key).map_or_else(|| (404, "{}".to_owned()), |refund| (200, object(key, &refund).to_string()));
    }
    let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
    let (payment, minor) = (body["payment"].as_str().unwrap_or_default(), body["minor"].as_i64().unwrap_or(0));
    let Some(key) = request.headers.get("idempotency-key") else { return (400, json!({"error": "no key"}).to_string()) };
    match books.refund(key, payment, minor, body["currency"].as_str().unwrap_or_default()) {
        Ok(refund) => (200, object(key, &refund).to_string()),
        Err(Refused::NoPayment) => (400, json!({"error": "no such payment"}).to_string()),
        Err(Refused::TooMuch) => (400, json!({"error": "more than came in"}).to_string()),
        Err(Refused::OtherKey) => (409, json!({"error": "the key was used otherwise"}).to_string()),
    }
}

pub(super) fn lie(request: &Request) -> Answer {
    if request.method == "GET" { (404, "{}".to_owned()) } else { (400, json!({"error": "declined"}).to_string()) }
}

fn object(key: &str, refund: &Refund) -> Value {
    let status = match refund {
        Refund { failed: true, .. } => "failed",
        Refund { pending: 0, .. } => "paid",
        _ => "pending",
    };
    json!({"id": refund.id, "key": key, "status": status})
}

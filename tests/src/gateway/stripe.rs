//! Refunds as Stripe speaks of them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::books::{Books, Refund, Refused};
use super::{Answer, Request};

pub(super) fn answer(books: &mut Books, request: &Request) -> Answer {
    if request.headers.get("authorization").map(String::as_str) != Some("Bearer sk_test_secret") {
        return (401, error("authentication_error", "", "Invalid API Key provided"));
    }
    match (request.method.as_str(), request.target.split_once('?')) {
        ("POST", None) => create(books, request),
        ("GET", Some((_, query))) => list(books, query),
        ("GET", None) => {
            let id = request.target.rsplit('/').next().unwrap_or_default().to_owned();
            let key = books.refunds.iter().find(|(_, refund)| refund.id == id).map(|(key, _)| key.clone());
            match key.and_then(|key| books.look(&key).map(|refund| (key, refund))) {
                Some((key, refund)) => (200, object(&key, &refund).to_string()),
                None => (404, error("invalid_request_error", "resource_missing", "No such refund")),
            }
        }
        _ => (404, error("invalid_request_error", "", "Unrecognized request URL")),
    }
}

pub(super) fn lie(request: &Request) -> Answer {
    match request.method.as_str() {
        "POST" => (402, error("card_error", "refund_failed", "The refund was declined")),
        _ if request.target.contains('?') => (200, json!({"object": "list", "data": [], "has_more": false}).to_string()),
        _ => (404, error("invalid_request_error", "resource_missing", "No such refund")),
    }
}

fn create(books: &mut Books, request: &Request) -> Answer {
    let fields = form(&request.body);
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let payment = if field("payment_intent").is_empty() { field("charge") } else { field("payment_intent") };
    let Some(key) = request.headers.get("idempotency-key") else { return (400, error("invalid_request_error", "", "no key")) };
    match books.refund(key, payment, field("amount").parse().unwrap_or(0), "CNY") {
        Ok(refund) => (200, object(key, &refund).to_string()),
        Err(Refused::NoPayment) => (404, error("invalid_request_error", "resource_missing", "No such charge")),
        Err(Refused::TooMuch) => (400, error("invalid_request_error", "charge_already_refunded", "Charge has already been refunded")),
        Err(Refused::OtherKey) => (400, error("idempotency_error", "", "Keys can only be used with the same parameters")),
    }
}

fn list(books: &mut Books, query: &str) -> Answer {
    let fields = form(query);
    let payment = fields.get("payment_intent").or(fields.get("charge")).cloned().unwrap_or_default();
    let keys: Vec<String> = books.refunds.iter().filter(|(_, refund)| refund.payment == payment).map(|(key, _)| key.clone()).collect();
    let data: Vec<Value> = keys.iter().filter_map(|key| books.look(key).map(|refund| object(key, &refund))).collect();
    (200, json!({"object": "list", "data": data, "has_more": false}).to_string())
}

fn object(key: &str, refund: &Refund) -> Value {
    json!({
        "id": refund.id, "object": "refund", "amount": refund.minor, "currency": refund.currency.to_lowercase(),
        "status": match refund { Refund { failed: true, .. } => "failed", Refund { pending: 0, .. } => "succeeded", _ => "pending" },
        "metadata": { "redress_instruction": key },
    })
}

fn error(kind: &str, code: &str, message: &str) -> String {
    json!({"error": {"type": kind, "code": code, "message": message}}).to_string()
}

/// Fields of a form.
fn form(text: &str) -> BTreeMap<String, String> {
    text.split('&').filter_map(|part| part.split_once('=')).map(|(name, value)| (decode(name), decode(value))).collect()
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
                bytes.push(u8::from_str_radix(&String::from_utf8_lossy(&digits), 16).unwrap_or(b'?'));
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

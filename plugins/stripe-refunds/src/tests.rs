use redress_sdk::gateway::{HeaderValue, HttpResponse, Outcome, Purpose, Refusal};
use redress_sdk::prelude::*;
use redress_sdk::testing::{FakeHost, instruction};
use serde_json::json;

use crate::{Config, StripeRefunds};

fn call() -> Call<Config> {
    FakeHost::new().call(Config::default())
}

fn answer(status: u32, body: &serde_json::Value) -> HttpResponse {
    HttpResponse { status, headers: vec![], body: body.to_string() }
}

fn refund(status: &str) -> serde_json::Value {
    json!({"id": "re_1", "object": "refund", "amount": 28_800, "currency": "cny", "status": status,
           "metadata": {"redress_instruction": instruction().id}})
}

fn read(asked: Purpose, status: u32, body: &serde_json::Value) -> Outcome {
    StripeRefunds::response(&call(), &instruction(), asked, &answer(status, body)).unwrap()
}

#[test]
fn the_request_carries_its_key_and_no_secret() {
    let request = StripeRefunds::request(&call(), &instruction(), 1).unwrap();
    assert_eq!(request.url, "https://api.stripe.com/v1/refunds");
    assert!(request.body.starts_with("charge=pay_1&amount=28800&reason=requested_by_customer&metadata%5Bredress_instruction%5D=rfi_"));
    let header = |name: &str| request.headers.iter().find(|header| header.name == name).map(|header| header.value.clone());
    assert_eq!(header("idempotency-key"), Some(HeaderValue::Text(instruction().id)));
    assert!(matches!(header("authorization"), Some(HeaderValue::Secret(secret)) if secret.secret == "stripe_key"));
    let again = StripeRefunds::request(&call(), &instruction(), 2).unwrap();
    assert_eq!(request, again, "every attempt is the same request");
}

#[test]
fn statuses_are_outcomes() {
    assert_eq!(read(Purpose::Pay, 200, &refund("succeeded")), Outcome::Paid("re_1".into()));
    assert_eq!(read(Purpose::Pay, 200, &refund("pending")), Outcome::Pending(Some("re_1".into())));
    assert_eq!(read(Purpose::Pay, 200, &refund("requires_action")), Outcome::Pending(Some("re_1".into())));
    assert!(matches!(read(Purpose::Pay, 200, &refund("failed")), Outcome::Failed(Refusal { retryable: false, .. })));
    assert!(matches!(read(Purpose::Pay, 200, &refund("canceled")), Outcome::Failed(_)));
    assert!(matches!(read(Purpose::Pay, 200, &refund("odd")), Outcome::Unknown(_)));
}

#[test]
fn what_is_not_certain_is_unknown() {
    for status in [409, 429, 500, 502, 503] {
        assert!(matches!(read(Purpose::Pay, status, &json!({})), Outcome::Unknown(_)), "{status}");
    }
    let mut other = refund("succeeded");
    other["metadata"]["redress_instruction"] = json!("rfi_other");
    assert!(matches!(read(Purpose::Pay, 200, &other), Outcome::Unknown(_)), "a refund of somebody else");
    let mut amount = refund("succeeded");
    amount["amount"] = json!(1);
    assert!(matches!(read(Purpose::Pay, 200, &amount), Outcome::Unknown(_)), "another amount");
    let reused = json!({"error": {"type": "idempotency_error", "message": "Keys for idempotent requests can only be used once"}});
    assert!(matches!(read(Purpose::Pay, 400, &reused), Outcome::Unknown(_)));
}

#[test]
fn refusals_say_whether_to_try_again() {
    let refused = |code: &str| json!({"error": {"type": "invalid_request_error", "code": code, "message": "no"}});
    assert!(matches!(read(Purpose::Pay, 400, &refused("charge_already_refunded")), Outcome::Failed(Refusal { retryable: false, .. })));
    assert!(matches!(read(Purpose::Pay, 400, &refused("insufficient_funds")), Outcome::Failed(Refusal { retryable: true, .. })));
}

#[test]
fn a_refund_is_found_again_among_those_of_its_payment() {
    let list = |data: Vec<serde_json::Value>, more: bool| json!({"object": "list", "data": data, "has_more": more});
    assert_eq!(read(Purpose::Query, 200, &list(vec![refund("succeeded")], false)), Outcome::Paid("re_1".into()));
    assert_eq!(read(Purpose::Query, 200, &list(vec![], false)), Outcome::Absent);
    assert!(matches!(read(Purpose::Query, 200, &list(vec![], true)), Outcome::Unknown(_)), "it may be on the next page");
    let url = StripeRefunds::query(&call(), &instruction()).unwrap().url;
    assert_eq!(url, "https://api.stripe.com/v1/refunds?charge=pay_1&limit=100");
}

#[test]
fn a_webhook_counts_only_with_a_fresh_and_fitting_signature() {
    let host = FakeHost::new().secret("stripe_webhook", &[0xab, 0x01]);
    let now = host.call(Config::default()).now_ms() / 1_000;
    let body = json!({"type": "refund.updated", "data": {"object": refund("succeeded")}}).to_string();
    let notice =
        |signature: String| StripeRefunds::notification(&host.call(Config::default()), &[("stripe-signature".into(), signature)], &body);
    let good = notice(format!("t={now},v0=x,v1=00,v1=ab01")).unwrap().unwrap();
    assert_eq!((good.instruction, good.outcome), (instruction().id, Outcome::Paid("re_1".into())));
    assert_eq!(host.signed()[0], format!("{now}.{body}").into_bytes());
    assert!(notice(format!("t={now},v1=ab02")).is_err());
    assert!(notice(format!("t={},v1=ab01", now - 301)).is_err());
}

use redress_sdk::gateway::{HeaderValue, HttpResponse, Outcome, Purpose, Refusal};
use redress_sdk::prelude::*;
use redress_sdk::testing::{FakeHost, instruction};
use serde_json::json;

use crate::{Config, WechatPayRefunds};

fn config() -> Config {
    serde_json::from_value(json!({"mchid": "1900009191", "serial_no": "1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C"})).unwrap()
}

fn host() -> FakeHost {
    FakeHost::new().secret("merchant_key", b"signature")
}

fn read(asked: Purpose, status: u32, body: &serde_json::Value) -> Outcome {
    let answer = HttpResponse { status, headers: vec![], body: body.to_string() };
    WechatPayRefunds::response(&host().call(config()), &instruction(), asked, &answer).unwrap()
}

fn refund(status: &str) -> serde_json::Value {
    json!({"refund_id": "5030", "out_refund_no": instruction().id, "status": status, "amount": {"refund": 28_800, "total": 28_800}})
}

#[test]
fn a_request_is_signed_over_method_path_time_nonce_and_body() {
    let host = host();
    let call = host.call(config());
    let request = WechatPayRefunds::request(&call, &instruction(), 1).unwrap();
    let time = call.now_ms() / 1_000;
    let signed = String::from_utf8(host.signed().remove(0)).unwrap();
    assert_eq!(signed, format!("POST\n/v3/refund/domestic/refunds\n{time}\n0000000100000002\n{}\n", request.body));
    let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
    assert_eq!((&body["out_refund_no"], &body["transaction_id"]), (&json!(instruction().id), &json!("pay_1")));
    assert_eq!(body["amount"], json!({"refund": 28_800, "total": 28_800, "currency": "CNY"}));
    let HeaderValue::Text(authorization) = &request.headers.iter().find(|header| header.name == "authorization").unwrap().value else {
        panic!("the signature is text")
    };
    assert!(authorization.starts_with("WECHATPAY2-SHA256-RSA2048 mchid=\"1900009191\",nonce_str=\"0000000100000002\","));
    assert!(authorization.contains("signature=\"c2lnbmF0dXJl\""), "{authorization}");
}

#[test]
fn statuses_are_outcomes() {
    for asked in [Purpose::Pay, Purpose::Query] {
        assert_eq!(read(asked, 200, &refund("SUCCESS")), Outcome::Paid("5030".into()));
        assert_eq!(read(asked, 200, &refund("PROCESSING")), Outcome::Pending(Some("5030".into())));
        assert!(matches!(read(asked, 200, &refund("CLOSED")), Outcome::Failed(Refusal { retryable: false, .. })));
        assert!(matches!(read(asked, 200, &refund("ABNORMAL")), Outcome::Failed(Refusal { retryable: false, .. })));
        assert!(matches!(read(asked, 200, &refund("NEW")), Outcome::Unknown(_)));
    }
}

#[test]
fn errors_are_told_apart() {
    let problem = |code: &str| json!({"code": code, "message": "…"});
    assert_eq!(read(Purpose::Query, 404, &problem("RESOURCE_NOT_EXISTS")), Outcome::Absent);
    assert!(matches!(read(Purpose::Pay, 404, &problem("RESOURCE_NOT_EXISTS")), Outcome::Failed(Refusal { retryable: false, .. })));
    assert!(matches!(read(Purpose::Pay, 403, &problem("NOT_ENOUGH")), Outcome::Failed(Refusal { retryable: true, .. })));
    for (status, code) in [(500, "SYSTEM_ERROR"), (429, "FREQUENCY_LIMITED")] {
        assert!(matches!(read(Purpose::Pay, status, &problem(code)), Outcome::Unknown(_)));
    }
    assert!(matches!(read(Purpose::Query, 404, &json!({"code": "NO_SUCH_PATH"})), Outcome::Unknown(_)));
    let mut other = refund("SUCCESS");
    other["out_refund_no"] = json!("another");
    assert!(matches!(read(Purpose::Query, 200, &other), Outcome::Unknown(_)));
}

#[test]
fn an_answer_without_a_signature_says_nothing_when_signatures_are_asked_for() {
    let call = host().call(Config { verify: true, ..config() });
    let answer = HttpResponse { status: 200, headers: vec![], body: refund("SUCCESS").to_string() };
    let outcome = WechatPayRefunds::response(&call, &instruction(), Purpose::Pay, &answer).unwrap();
    assert!(matches!(outcome, Outcome::Unknown(_)));
}

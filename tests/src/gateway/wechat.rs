//! Refunds as WeChat Pay v3 speaks of them.

use serde_json::{Value, json};

use super::books::{Books, Refund, Refused};
use super::{Answer, Request};

pub(super) fn answer(books: &mut Books, request: &Request) -> Answer {
    let signed = request.headers.get("authorization").is_some_and(|text| text.starts_with("WECHATPAY2-SHA256-RSA2048 mchid="));
    if !signed {
        return (401, error("SIGN_ERROR", "签名错误"));
    }
    if request.method == "GET" {
        let key = request.target.rsplit('/').next().unwrap_or_default();
        return match books.look(key) {
            Some(refund) => (200, object(key, &refund).to_string()),
            None => (404, error("RESOURCE_NOT_EXISTS", "退款单不存在")),
        };
    }
    let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
    let key = body["out_refund_no"].as_str().unwrap_or_default();
    let payment = body["transaction_id"].as_str().unwrap_or_default();
    match books.refund(key, payment, body["amount"]["refund"].as_i64().unwrap_or(0), "CNY") {
        Ok(refund) => (200, object(key, &refund).to_string()),
        Err(Refused::NoPayment) => (404, error("RESOURCE_NOT_EXISTS", "订单号不存在")),
        Err(Refused::TooMuch) => (400, error("INVALID_REQUEST", "订单金额或退款金额与之前请求不一致")),
        Err(Refused::OtherKey) => (400, error("PARAM_ERROR", "参数错误")),
    }
}

pub(super) fn lie(request: &Request) -> Answer {
    if request.method == "GET" {
        (404, error("RESOURCE_NOT_EXISTS", "退款单不存在"))
    } else {
        (403, error("NOT_ENOUGH", "余额不足"))
    }
}

fn object(key: &str, refund: &Refund) -> Value {
    json!({
        "refund_id": refund.id, "out_refund_no": key, "transaction_id": refund.payment,
        "status": match refund { Refund { failed: true, .. } => "CLOSED", Refund { pending: 0, .. } => "SUCCESS", _ => "PROCESSING" },
        "amount": {"refund": refund.minor, "total": refund.minor, "currency": refund.currency},
    })
}

fn error(code: &str, message: &str) -> String {
    json!({"code": code, "message": message}).to_string()
}

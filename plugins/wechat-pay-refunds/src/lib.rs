//! Stock plugin `wechat-pay-refunds`: money that came over WeChat Pay goes back over it (APIv3, `POST /v3/refund/domestic/refunds`).
//!
//! The instruction's id is `out_refund_no`, under which WeChat Pay pays at most once and by which a refund is found again.

mod answer;
mod config;
mod notice;
mod sign;

#[cfg(test)]
mod tests;

use redress_sdk::gateway::{HttpRequest, HttpResponse, Instruction, Notice, Outcome, Purpose};
use redress_sdk::prelude::*;
use serde_json::json;

pub use config::{Config, PaymentId};

const PATH: &str = "/v3/refund/domestic/refunds";
/// Longest reason that WeChat Pay shows, in bytes.
const LONGEST_REASON: usize = 80;

/// The plugin.
pub struct WechatPayRefunds;

impl Plugin for WechatPayRefunds {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    fn check(config: &Config) -> Vec<Violation> {
        config.check()
    }
}

impl Settlement for WechatPayRefunds {
    fn request(call: &Call<Config>, order: &Instruction, _attempt: u32) -> Result<HttpRequest, RuleError> {
        if order.amount.currency != "CNY" {
            return Err(RuleError::invalid_input("/order/amount", format!("WeChat Pay refunds CNY, not {}", order.amount.currency)));
        }
        let mut body = json!({
            "out_refund_no": order.id,
            "amount": { "refund": order.amount.minor, "total": order.paid.minor, "currency": "CNY" },
        });
        body[call.config.payment_id.field()] = json!(order.payment);
        if !order.reason.is_empty() {
            body["reason"] = json!(shorten(&order.reason));
        }
        if let Some(url) = &call.config.notify_url {
            body["notify_url"] = json!(url);
        }
        let request = HttpRequest::post(call.config.url(PATH), body.to_string()).header("content-type", "application/json");
        sign::sign(call, request)
    }

    fn query(call: &Call<Config>, order: &Instruction) -> Result<HttpRequest, RuleError> {
        sign::sign(call, HttpRequest::get(call.config.url(&format!("{PATH}/{}", order.id))))
    }

    fn response(call: &Call<Config>, order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Result<Outcome, RuleError> {
        if !sign::fits(call, &answer.headers, &answer.body)? {
            return Ok(Outcome::unknown("the answer is not signed by WeChat Pay"));
        }
        Ok(answer::read(order, asked, answer))
    }

    fn notification(call: &Call<Config>, headers: &[(String, String)], body: &str) -> Result<Option<Notice>, RuleError> {
        notice::read(call, headers, body)
    }
}

fn shorten(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST_REASON)]
}

redress_sdk::export!(WechatPayRefunds: Settlement);

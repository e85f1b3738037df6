//! What WeChat Pay's answers mean (pay.weixin.qq.com/doc/v3/merchant/4012791903, 4012791904).

use redress_sdk::gateway::{HttpResponse, Instruction, Outcome, Purpose};
use redress_sdk::prelude::*;

#[derive(Deserialize)]
struct Refund {
    refund_id: String,
    out_refund_no: String,
    status: String,
    amount: Amount,
}

#[derive(Deserialize)]
struct Amount {
    refund: i64,
}

#[derive(Deserialize)]
struct Problem {
    code: String,
    #[serde(default)]
    message: String,
}

pub(crate) fn read(order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Outcome {
    if answer.status == 200 {
        return match serde_json::from_str::<Refund>(&answer.body) {
            Ok(refund) => ours(order, refund),
            Err(error) => Outcome::unknown(format!("WeChat Pay's answer is no refund: {error}")),
        };
    }
    let Ok(Problem { code, message }) = serde_json::from_str::<Problem>(&answer.body) else {
        return Outcome::unknown(format!("WeChat Pay answered {}", answer.status));
    };
    let said = format!("WeChat Pay: {message} ({code})");
    match (answer.status, code.as_str(), asked) {
        (404, "RESOURCE_NOT_EXISTS", Purpose::Query) => Outcome::Absent,
        (_, _, Purpose::Query) => Outcome::unknown(said),
        // 余额不足: the same number may be sent again once there is money.
        (403, "NOT_ENOUGH", _) | (401, "SIGN_ERROR", _) => Outcome::not_now(said),
        (400 | 403 | 404, _, _) => Outcome::refused(said),
        _ => Outcome::unknown(said),
    }
}

/// An answer that is about another refund says nothing about this one.
fn ours(order: &Instruction, refund: Refund) -> Outcome {
    if refund.out_refund_no != order.id {
        return Outcome::unknown(format!("WeChat Pay answered refund {}, which is not this one", refund.out_refund_no));
    }
    if refund.amount.refund != order.amount.minor {
        return Outcome::unknown(format!(
            "WeChat Pay has {} fen for refund {}, not {}",
            refund.amount.refund, refund.refund_id, order.amount
        ));
    }
    outcome(&refund.status, refund.refund_id)
}

/// What a status means (退款状态).
pub(crate) fn outcome(status: &str, refund: String) -> Outcome {
    match status {
        "SUCCESS" => Outcome::Paid(refund),
        "PROCESSING" => Outcome::Pending(Some(refund)),
        "CLOSED" => Outcome::refused(format!("WeChat Pay: refund {refund} is closed (退款关闭)")),
        // The customer's account cannot take it: the merchant decides on the merchant platform.
        "ABNORMAL" => Outcome::refused(format!("WeChat Pay: refund {refund} is abnormal (退款异常): handle it on the merchant platform")),
        other => Outcome::unknown(format!("WeChat Pay answered the status {other}, which nobody knows")),
    }
}

//! What Stripe's answers mean (docs.stripe.com/api/refunds/object, /api/errors).

use redress_sdk::gateway::{HttpResponse, Instruction, Outcome, Purpose};
use redress_sdk::prelude::*;

use crate::METADATA;

/// A refund as Stripe tells it; names that nothing here reads are left out.
#[derive(Debug, Deserialize)]
pub(crate) struct Refund {
    id: String,
    object: String,
    amount: i64,
    currency: String,
    status: Option<String>,
    #[serde(default)]
    failure_reason: Option<String>,
    #[serde(default)]
    metadata: std::collections::BTreeMap<String, String>,
}

impl Refund {
    /// The instruction it was made for.
    pub(crate) fn instruction(&self) -> Option<&str> {
        self.metadata.get(METADATA).map(String::as_str).filter(|_| self.object == "refund")
    }

    /// What became of it.
    pub(crate) fn outcome(self) -> Outcome {
        match self.status.as_deref() {
            Some("succeeded") => Outcome::Paid(self.id),
            Some("pending" | "requires_action") => Outcome::Pending(Some(self.id)),
            Some("failed") => Outcome::refused(format!("Stripe: refund {} failed: {}", self.id, self.failure_reason.unwrap_or_default())),
            Some("canceled") => Outcome::refused(format!("Stripe: refund {} was canceled", self.id)),
            other => Outcome::unknown(format!("Stripe answered the status {other:?}, which nobody knows")),
        }
    }
}

#[derive(Deserialize)]
struct List {
    data: Vec<Refund>,
    has_more: bool,
}

#[derive(Deserialize)]
struct Problem {
    error: Said,
}

#[derive(Deserialize)]
struct Said {
    r#type: String,
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    message: Option<String>,
}

pub(crate) fn read(order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Outcome {
    match (answer.status, asked) {
        (200, Purpose::Query) if order.reference.is_none() => listed(order, &answer.body),
        (200 | 201, _) => match serde_json::from_str::<Refund>(&answer.body) {
            Ok(refund) => ours(order, refund),
            Err(error) => Outcome::unknown(format!("Stripe's answer is no refund: {error}")),
        },
        (404, Purpose::Query) if order.reference.is_some() => Outcome::Absent,
        // A client error is Stripe's word that nothing was done, unless it is about the key of an earlier request.
        (400 | 401 | 402 | 403 | 404, Purpose::Pay) => refused(&answer.body),
        (status, _) => Outcome::unknown(format!("Stripe answered {status}")),
    }
}

/// An answer that is about another refund says nothing about this one.
fn ours(order: &Instruction, refund: Refund) -> Outcome {
    if refund.instruction() != Some(&order.id) {
        return Outcome::unknown(format!("Stripe answered refund {}, which is not of this instruction", refund.id));
    }
    if refund.amount != order.amount.minor || !refund.currency.eq_ignore_ascii_case(&order.amount.currency) {
        let (amount, currency) = (refund.amount, refund.currency);
        return Outcome::unknown(format!("Stripe has {amount} {currency} for refund {}, not {}", refund.id, order.amount));
    }
    refund.outcome()
}

fn listed(order: &Instruction, body: &str) -> Outcome {
    match serde_json::from_str::<List>(body) {
        Ok(list) => match list.data.into_iter().find(|refund| refund.instruction() == Some(&order.id)) {
            Some(refund) => ours(order, refund),
            None if list.has_more => Outcome::unknown("Stripe lists more refunds of the payment than fit a page"),
            None => Outcome::Absent,
        },
        Err(error) => Outcome::unknown(format!("Stripe's answer is no list of refunds: {error}")),
    }
}

fn refused(body: &str) -> Outcome {
    let Ok(Problem { error }) = serde_json::from_str::<Problem>(body) else {
        return Outcome::unknown("Stripe refused without saying why");
    };
    let code = error.code.unwrap_or_default();
    let reason = format!("Stripe: {} ({code})", error.message.unwrap_or_else(|| error.r#type.clone()));
    match (error.r#type.as_str(), code.as_str()) {
        // The key was used with other parameters, or its first request is still under way.
        ("idempotency_error", _) => Outcome::unknown(reason),
        (_, "insufficient_funds" | "balance_insufficient" | "api_key_expired" | "lock_timeout" | "rate_limit") => Outcome::not_now(reason),
        ("authentication_error", _) => Outcome::not_now(reason),
        ("invalid_request_error" | "card_error", _) => Outcome::refused(reason),
        _ => Outcome::unknown(reason),
    }
}

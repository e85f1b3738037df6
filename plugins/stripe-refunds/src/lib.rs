//! Stock plugin `stripe-refunds`: money that came over Stripe goes back over Stripe (`POST /v1/refunds`).
//!
//! The instruction's id is the `Idempotency-Key` and stands in the refund's metadata, by which a refund is found again.

mod answer;
mod config;
mod event;

#[cfg(test)]
mod tests;

use redress_sdk::gateway::{HttpRequest, HttpResponse, Instruction, Notice, Outcome, Purpose, form};
use redress_sdk::prelude::*;

pub use config::Config;

/// Name of the instruction in a refund's metadata.
const METADATA: &str = "redress_instruction";
/// Refunds of one payment that a page lists; more than Stripe allows on any real payment.
const PAGE: &str = "100";

/// The plugin.
pub struct StripeRefunds;

impl Plugin for StripeRefunds {
    type Config = Config;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    fn check(config: &Config) -> Vec<Violation> {
        config.check()
    }
}

impl Settlement for StripeRefunds {
    fn request(call: &Call<Config>, order: &Instruction, _attempt: u32) -> Result<HttpRequest, RuleError> {
        let amount = order.amount.minor.to_string();
        let metadata = [format!("metadata[{METADATA}]"), "metadata[ticket]".to_owned()];
        let body = form(&[
            (payment_field(order), &order.payment),
            ("amount", &amount),
            ("reason", "requested_by_customer"),
            (&metadata[0], &order.id),
            (&metadata[1], &order.ticket),
        ]);
        let request = HttpRequest::post(format!("{}/v1/refunds", call.config.base_url()), body)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("idempotency-key", &order.id);
        Ok(call.config.sign(request))
    }

    fn query(call: &Call<Config>, order: &Instruction) -> Result<HttpRequest, RuleError> {
        let base = call.config.base_url();
        let url = match &order.reference {
            Some(reference) => format!("{base}/v1/refunds/{reference}"),
            None => format!("{base}/v1/refunds?{}", form(&[(payment_field(order), &order.payment), ("limit", PAGE)])),
        };
        Ok(call.config.sign(HttpRequest::get(url)))
    }

    fn response(_call: &Call<Config>, order: &Instruction, asked: Purpose, answer: &HttpResponse) -> Result<Outcome, RuleError> {
        Ok(answer::read(order, asked, answer))
    }

    fn notification(call: &Call<Config>, headers: &[(String, String)], body: &str) -> Result<Option<Notice>, RuleError> {
        event::read(call, headers, body)
    }
}

/// Payments are named by a payment intent (`pi_…`) or, in older integrations, by a charge.
fn payment_field(order: &Instruction) -> &'static str {
    if order.payment.starts_with("pi_") { "payment_intent" } else { "charge" }
}

redress_sdk::export!(StripeRefunds: Settlement);

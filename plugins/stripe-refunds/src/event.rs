//! Webhooks: `Stripe-Signature: t=…,v1=…`, HMAC-SHA256 over the time, a dot and the body (docs.stripe.com/webhooks/signature).

use redress_sdk::gateway::{Notice, header};
use redress_sdk::prelude::*;

use crate::answer::Refund;
use crate::config::Config;

#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    data: Data,
}

#[derive(Default, Deserialize)]
struct Data {
    #[serde(default)]
    object: serde_json::Value,
}

pub(crate) fn read(call: &Call<Config>, headers: &[(String, String)], body: &str) -> Result<Option<Notice>, RuleError> {
    let wrong = |message: &str| RuleError::invalid_input("/headers", message);
    let signature = header(headers, "stripe-signature").ok_or_else(|| wrong("the header Stripe-Signature is missing"))?;
    let mut parts = signature.split(',').filter_map(|part| part.trim().split_once('='));
    let time = parts.clone().find_map(|(name, value)| (name == "t").then_some(value)).unwrap_or_default();
    let seconds: i64 = time.parse().map_err(|_| wrong("Stripe-Signature has no time"))?;
    if (call.now_ms() / 1_000).abs_diff(seconds) > u64::from(call.config.tolerance_s) {
        return Err(wrong("Stripe-Signature is too old or of the future"));
    }
    let expected = call.crypto().hmac_sha256(Config::WEBHOOK, format!("{time}.{body}").as_bytes())?;
    let digits: String = expected.iter().map(|byte| format!("{byte:02x}")).collect();
    // The host compares nothing secret here: whoever sees timing would need millions of sandboxes.
    if !parts.any(|(name, value)| name == "v1" && value == digits) {
        return Err(wrong("Stripe-Signature does not fit the body"));
    }
    let event: Event = serde_json::from_str(body)?;
    let Ok(refund) = serde_json::from_value::<Refund>(event.data.object) else { return Ok(None) };
    let Some(instruction) = refund.instruction().map(str::to_owned) else { return Ok(None) };
    Ok(Some(Notice { instruction, outcome: refund.outcome() }))
}

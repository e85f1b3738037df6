//! What a merchant may set.

use redress_sdk::gateway::HttpRequest;
use redress_sdk::prelude::*;

/// How to reach Stripe. `{}` is the live interface; the gateway needs a secret `stripe_key`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Where Stripe is, without a slash at the end.
    pub base_url: String,
    /// Version of Stripe's interface, for the header `Stripe-Version`; the account's own when left out.
    pub api_version: Option<String>,
    /// Account to act for, for the header `Stripe-Account` (Connect).
    pub account: Option<String>,
    /// Seconds by which a webhook's time may differ from ours.
    pub tolerance_s: u32,
}

impl Default for Config {
    fn default() -> Self {
        Self { base_url: "https://api.stripe.com".to_owned(), api_version: None, account: None, tolerance_s: 300 }
    }
}

impl Config {
    /// Name of the secret key among the gateway's secrets.
    pub const KEY: &'static str = "stripe_key";
    /// Name of the signing secret of webhooks.
    pub const WEBHOOK: &'static str = "stripe_webhook";

    pub(crate) fn check(&self) -> Vec<Violation> {
        let mut found = Vec::new();
        if !self.base_url.starts_with("https://") && !self.base_url.starts_with("http://") || self.base_url.ends_with('/') {
            found.push(Violation::new("/base_url", "write an address such as https://api.stripe.com, without a slash at the end"));
        }
        found
    }

    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    /// With the headers that every request has.
    pub(crate) fn sign(&self, request: HttpRequest) -> HttpRequest {
        let mut request = request.secret("authorization", "Bearer ", Self::KEY);
        if let Some(version) = &self.api_version {
            request = request.header("stripe-version", version);
        }
        if let Some(account) = &self.account {
            request = request.header("stripe-account", account);
        }
        request
    }
}

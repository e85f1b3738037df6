//! An endpoint as the API shows it: without its secret, but for the answer that makes it.

use redress_domain::Timestamp;
use redress_domain::id::WebhookId;
use redress_domain::outbox::WebhookEndpoint;
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::{Fault, Problem};

/// A place outgoing webhooks go to.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Webhook)]
pub struct WebhookView {
    /// Redress id.
    pub id: WebhookId,
    /// Counts changes.
    pub version: i64,
    /// Address, http or https.
    pub url: String,
    /// Events it wants: `*`, `ticket.*` or one by name.
    pub events: Vec<String>,
    /// False while switched off.
    pub enabled: bool,
    /// When it was created.
    pub created_at: Timestamp,
    /// Key for signatures, `whsec_…`: in the answer that makes it, and nowhere else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

impl WebhookView {
    /// Without the secret.
    pub(super) fn new(endpoint: WebhookEndpoint) -> Self {
        let WebhookEndpoint { id, version, url, secret: _, events, enabled, created_at } = endpoint;
        Self { id, version, url, events, enabled, created_at, secret: None }
    }
}

/// An address that a webhook can be sent to.
///
/// # Errors
/// 422 `invalid`.
pub(super) fn checked_url(text: String) -> Result<String, Problem> {
    let wrong = |why: &str| Problem::invalid("/url", format!("{why}; a webhook goes to an address such as https://shop.example/hooks"));
    if text.len() > 2_000 {
        return Err(wrong("the address is longer than 2,000 characters"));
    }
    let url = reqwest::Url::parse(&text).map_err(|error| wrong(&error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(wrong("only http and https are spoken"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        // It would stand in logs and in the outbox.
        return Err(wrong("the address holds a user or a password; receivers check the signature instead"));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(wrong("the address has no host"));
    }
    Ok(text)
}

/// Names of events, each `*`, `word.*` or `word.word`.
///
/// # Errors
/// 422 with every name that is wrong.
pub(super) fn checked_events(events: Vec<String>) -> Result<Vec<String>, Problem> {
    if !(1..=50).contains(&events.len()) {
        return Err(Problem::invalid("/events", "name 1 to 50 events, or * for all"));
    }
    let fits = |name: &str| {
        name == "*" || {
            let mut parts = name.split('.');
            let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            parts.next().is_some_and(word) && parts.all(|part| part == "*" || word(part)) && name.len() <= 100
        }
    };
    let faults: Vec<Fault> = (events.iter().enumerate())
        .filter(|(_, name)| !fits(name))
        .map(|(index, name)| Fault::at(format!("/events/{index}"), format!("{name} is no event; names read ticket.created, ticket.* or *")))
        .collect();
    if faults.is_empty() {
        return Ok(events);
    }
    Err(Problem::invalid("/events", "some names of events cannot be").with(faults))
}

//! Delivers one message: over HTTP to a webhook endpoint, or as a log line. Mail has a room of its own, [`super::mail`].

use std::error::Error as _;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use redress_domain::Timestamp;
use redress_domain::outbox::{OutboxMessage, WebhookEndpoint};

use super::guard;
use super::mail::MailError;
use super::sign::{self, SecretError};

/// Longest wait for a connection and for a whole answer.
pub const TIMEOUT: Duration = Duration::from_secs(15);
/// Most bytes of an answer that are kept with a failed attempt.
const MAX_ANSWER: usize = 500;

/// Why a message did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// The endpoint answered with something else than 2xx.
    #[error("the endpoint answered {status}: {answer}")]
    Status {
        /// HTTP status.
        status: u16,
        /// Beginning of its answer.
        answer: String,
    },
    /// No answer came.
    #[error("no answer from {url}: {why}")]
    Unreachable {
        /// Where it was sent.
        url: String,
        /// What the connection said, outermost first.
        why: String,
    },
    /// The endpoint was deleted or switched off.
    #[error("the webhook endpoint is deleted or switched off: enable it and send this again")]
    NoEndpoint,
    /// Nothing here takes mail.
    #[error(
        "no mail connector is configured: the operator sets mail.url and mail.from, then send this again; or subscribe a webhook to {event}, which carries the same"
    )]
    NoMail {
        /// Event of the message.
        event: String,
    },
    /// A mail did not arrive.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The endpoint cannot be read.
    #[error("the webhook endpoint cannot be read: {0}")]
    Store(#[from] redress_store::Error),
    /// The message cannot be signed.
    #[error(transparent)]
    Secret(#[from] SecretError),
}

impl DeliveryError {
    /// True when trying again cannot help.
    pub const fn is_final(&self) -> bool {
        match self {
            Self::Mail(error) => error.is_final(),
            _ => matches!(self, Self::NoEndpoint | Self::NoMail { .. } | Self::Secret(_)),
        }
    }

    /// HTTP status, or reply code of the mail server, when there was one.
    pub const fn status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. } => Some(*status),
            Self::Mail(error) => error.code(),
            _ => None,
        }
    }
}

/// The client that all deliveries share. Cheap to clone.
#[derive(Clone)]
pub struct Courier {
    client: reqwest::Client,
    /// Addresses of the server's own network may be reached.
    private: bool,
}

impl Courier {
    /// A client that pools connections and follows no redirects, because a signed message is meant for one address. Without
    /// `private` it reaches the public internet only.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(timeout: Duration, private: bool) -> Result<Self, reqwest::Error> {
        let builder = reqwest::Client::builder()
            .timeout(timeout)
            .connect_timeout(timeout)
            .redirect(reqwest::redirect::Policy::none())
            // A proxy would resolve names by itself, behind the guard's back.
            .no_proxy()
            .user_agent(concat!("redress/", env!("CARGO_PKG_VERSION")));
        let builder = if private { builder } else { builder.dns_resolver(Arc::new(guard::PublicOnly)) };
        Ok(Self { client: builder.build()?, private })
    }

    /// The client, for requests other than webhooks.
    pub(crate) const fn client(&self) -> &reqwest::Client {
        &self.client
    }

    /// True when the operator allows addresses of the server's own network.
    pub(crate) const fn reaches_private(&self) -> bool {
        self.private
    }

    /// Refuses an address that is written as a number, which no resolver sees.
    pub(crate) fn check(&self, url: &str) -> Result<(), DeliveryError> {
        let parsed = reqwest::Url::parse(url).ok();
        let host = parsed.as_ref().and_then(reqwest::Url::host_str).unwrap_or_default();
        match host.trim_matches(['[', ']']).parse::<IpAddr>() {
            Ok(address) if !self.private && !guard::is_public(address) => {
                Err(DeliveryError::Unreachable { url: url.to_owned(), why: format!("{address} is {}", guard::REFUSED) })
            }
            _ => Ok(()),
        }
    }
}

/// Posts the body of a message to its endpoint with the three headers of Standard Webhooks. Returns the status.
///
/// # Errors
/// When the endpoint cannot be reached in time, answers other than 2xx, or has no usable secret.
pub async fn webhook(
    courier: &Courier,
    endpoint: Option<&WebhookEndpoint>,
    message: &OutboxMessage,
    body: String,
    now: Timestamp,
) -> Result<u16, DeliveryError> {
    let endpoint = endpoint.filter(|endpoint| endpoint.enabled).ok_or(DeliveryError::NoEndpoint)?;
    let id = message.id.to_string();
    let timestamp = now.as_millis().div_euclid(1000);
    let body = body.into_bytes();
    let signature = sign::signature(&endpoint.secret, &id, timestamp, &body)?;
    courier.check(&endpoint.url)?;
    let unreachable = |error: reqwest::Error| DeliveryError::Unreachable { url: endpoint.url.clone(), why: chain(&error) };
    let response = courier
        .client
        .post(&endpoint.url)
        .header("content-type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", signature)
        .body(body)
        .send()
        .await
        .map_err(unreachable)?;
    let status = response.status();
    if status.is_success() {
        return Ok(status.as_u16());
    }
    let answer = beginning(response).await;
    Err(DeliveryError::Status { status: status.as_u16(), answer })
}

/// Notes a message in the structured log: what goes by a channel that has no connector. What it says stands in the outbox
/// alone, because a log is read by others than the shop.
pub fn log(tenant: redress_domain::id::TenantId, message: &OutboxMessage) {
    tracing::info!(
        target: "redress::notify",
        {
            tenant.id = %tenant,
            outbox.id = %message.id,
            ticket.id = message.ticket.map(|ticket| ticket.to_string()),
            event = message.event,
            channel = message.channel,
        },
        "notification {} for {}",
        message.id,
        message.event,
    );
}

/// The first bytes of an answer; an endless one is cut, not awaited.
async fn beginning(mut response: reqwest::Response) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < MAX_ANSWER {
        match response.chunk().await {
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) | Err(_) => break,
        }
    }
    bytes.truncate(MAX_ANSWER);
    // PostgreSQL keeps no U+0000 in text.
    String::from_utf8_lossy(&bytes).replace('\0', "\u{fffd}")
}

/// What a failed request says, outermost first.
pub(crate) fn chain(error: &reqwest::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text = format!("{text}: {inner}");
        source = inner.source();
    }
    text
}

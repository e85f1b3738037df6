//! Messages that must leave, and where they go.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{OutboxId, TicketId, WebhookId};
use crate::rule::Recipient;
use crate::status::names;

names! {
    /// Where a message stands.
    OutboxState {
        /// Waits for its turn or its next try.
        Pending = "pending",
        /// Arrived.
        Delivered = "delivered",
        /// Given up; a person may send it again.
        Dead = "dead",
    }
}

/// One message to deliver. It leaves at least once; receivers tell repeats by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutboxMessage {
    /// Redress id; the `webhook-id` of Standard Webhooks.
    pub id: OutboxId,
    /// Ticket it is about.
    pub ticket: Option<TicketId>,
    /// Event that caused it, for example `ticket.created`.
    pub event: String,
    /// `webhook`; `email`, when the operator has set a server for it; `log` for what has no connector.
    pub channel: String,
    /// Who gets it.
    pub recipient: Recipient,
    /// Endpoint it goes to, on the webhook channel.
    pub webhook: Option<WebhookId>,
    /// What is sent.
    pub payload: serde_json::Value,
    /// Where it stands.
    pub state: OutboxState,
    /// Tries so far.
    pub attempts: u32,
    /// When it may be tried next.
    pub next_attempt_at: Timestamp,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it arrived.
    pub delivered_at: Option<Timestamp>,
}

/// A place outgoing webhooks go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookEndpoint {
    /// Redress id.
    pub id: WebhookId,
    /// Counts changes.
    pub version: i64,
    /// Address, http or https.
    pub url: String,
    /// Key for signatures, as Standard Webhooks writes it: `whsec_` and base64.
    pub secret: String,
    /// Events it wants, for example `ticket.*`; `*` for all.
    pub events: Vec<String>,
    /// False while switched off.
    pub enabled: bool,
    /// When it was created.
    pub created_at: Timestamp,
}

//! Events, and who is told of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;

/// What happened to a ticket, for rules that are asked about events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RuleEvent {
    /// Name, for example `ticket.created`.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Who: a user's id, `customer`, `system`, or `rule:` and a plugin's name.
    pub actor: String,
    /// Details by name.
    #[serde(default)]
    pub details: BTreeMap<String, serde_json::Value>,
}

/// Who gets a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The customer of the ticket.
    Customer,
    /// Everybody with a role.
    Role(String),
    /// One user.
    User(String),
    /// The merchant's systems.
    System,
}

/// One message to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// Channel, for example `webhook`, `log`, `email`, `sms`.
    pub channel: String,
    /// Who gets it.
    pub recipient: Recipient,
    /// Template it was made from.
    pub template: Option<String>,
    /// BCP 47 tag of the text.
    pub locale: String,
    /// Subject line.
    pub subject: String,
    /// The text.
    pub body: String,
}

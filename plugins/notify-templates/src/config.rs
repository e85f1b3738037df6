//! What a merchant may set. `{}` sends the built-in templates for every event Redress has.

use std::collections::BTreeMap;

use redress_sdk::prelude::*;

/// Who is told what, over which channels, in which words.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Channels by audience, for sends that name none.
    pub channels: Channels,
    /// Sends by event, for example
    /// `{"ticket.created": [{"channel": "sms", "recipient": "customer", "template": "ticket.created.customer"}]}`. An entry replaces the built-in sends of that event; an empty list silences it.
    pub events: BTreeMap<String, Vec<Send>>,
    /// Texts by template and language, for example `{"ticket.created.customer": {"zh-CN": {"body": "…"}}}`. An entry replaces
    /// the built-in text of that template in that language; a new name is a new template.
    pub templates: BTreeMap<String, BTreeMap<String, Text>>,
    /// Language of the messages as BCP 47 tag; null for the tenant's.
    pub locale: Option<String>,
    /// Name of the shop, `{{shop.name}}`; may be empty.
    pub shop_name: String,
    /// Offset of `{{event.at}}` from UTC in minutes; 480 is China.
    pub utc_offset_minutes: i32,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            channels: Channels::default(),
            events: BTreeMap::new(),
            templates: BTreeMap::new(),
            locale: None,
            shop_name: String::new(),
            utc_offset_minutes: 480,
        }
    }
}

/// Channels by audience.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Channels {
    /// For customers, for example `["sms", "email"]`.
    pub customer: Vec<String>,
    /// For people of the merchant; "todo" is 待办.
    pub staff: Vec<String>,
    /// For the merchant's systems.
    pub system: Vec<String>,
}

impl Default for Channels {
    fn default() -> Self {
        Self { customer: vec!["sms".into()], staff: vec!["todo".into()], system: vec!["webhook".into()] }
    }
}

/// One message to send when an event happens.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Send {
    /// Channel, for example "sms"; null for all channels of the recipient's audience.
    #[serde(default)]
    pub channel: Option<String>,
    /// Who gets it: `"customer"`, `"system"`, `{"role": "finance"}`, `{"user": "usr_…"}`, `{"role_in": "role"}` or
    /// `{"user_in": "assignee"}`.
    pub recipient: To,
    /// Name of the template.
    pub template: String,
    /// Details of the event that must have these values as text, for example `{"author": "customer"}`; "*" stands for any
    /// value, "" for none. Empty: always.
    #[serde(default)]
    pub when: BTreeMap<String, String>,
}

/// Who gets a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// The customer of the ticket. Never told of anything internal.
    Customer,
    /// The merchant's systems: webhook endpoints that subscribe to the event.
    System,
    /// Everybody with this role.
    Role(String),
    /// One user, by id.
    User(String),
    /// Everybody with the role that this detail of the event names; nobody without it.
    RoleIn(String),
    /// The user whom this detail of the event names; nobody without it.
    UserIn(String),
}

/// A text with variables such as `{{ticket.number}}`; `{{customer.name|客户}}` says what to write without a name.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Subject line; may be empty.
    #[serde(default)]
    pub subject: String,
    /// The text.
    pub body: String,
}

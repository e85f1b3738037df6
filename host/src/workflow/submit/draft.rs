//! What a caller sends to open a ticket.

use std::collections::BTreeMap;

use redress_domain::order::Payment;
use redress_domain::sla::Goal;
use redress_domain::ticket::{Priority, TicketKind};
use redress_domain::{Currency, Money, Timestamp};
use serde::Deserialize;
use utoipa::ToSchema;

/// A ticket as the caller describes it; nothing in it has been checked against the shop's data yet.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTicket {
    /// What the customer asks for.
    pub kind: TicketKind,
    /// Where it came from.
    #[serde(default = "api")]
    pub channel: String,
    /// The channel's own number; a second ticket with the same channel and number is refused.
    #[serde(default)]
    pub external_ref: Option<String>,
    /// One line of text.
    #[serde(default)]
    pub subject: String,
    /// The customer's words.
    #[serde(default)]
    pub description: String,
    /// Problem label.
    #[serde(default)]
    pub problem_type: Option<String>,
    /// How urgent it is; rules may raise it.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// Who bought.
    #[serde(default)]
    pub customer: Option<CustomerDraft>,
    /// What was bought.
    #[serde(default)]
    pub order: Option<OrderDraft>,
    /// Goods in question.
    #[serde(default)]
    pub lines: Vec<LineDraft>,
    /// Values that no form asks for. Without `form`, those that the form published for the kind knows must fit it (types, options,
    /// locks, checks between them), and none is required: a channel may not know the form. With `form`, they belong into its answers.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub fields: serde_json::Map<String, serde_json::Value>,
    /// What the sales platform demands, one for each goal.
    #[serde(default)]
    pub deadlines: Vec<DeadlineDraft>,
    /// Answers to a published form; they are judged as a whole, and become values of the ticket's form.
    #[serde(default)]
    pub form: Option<FormDraft>,
}

/// Answers to a published form.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormDraft {
    /// Key of the form; the one for the ticket's kind when left out.
    #[serde(default)]
    pub key: Option<String>,
    /// Answers by field.
    #[schema(value_type = Object)]
    pub answers: serde_json::Value,
}

/// What the sales platform demands of a ticket.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeadlineDraft {
    /// What has to happen; the end of the case when left out.
    #[serde(default = "whole_case")]
    pub goal: Goal,
    /// By when.
    pub due: Timestamp,
}

const fn whole_case() -> Goal {
    Goal::Resolution
}

fn api() -> String {
    "api".to_owned()
}

/// A customer; with nothing but `external_id` it refers to one that is known or becomes known by it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomerDraft {
    /// The shop's own id.
    pub external_id: String,
    /// Display name.
    #[serde(default)]
    pub name: Option<String>,
    /// Telephone number.
    #[serde(default)]
    pub phone: Option<String>,
    /// Mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// The shop's level, for example `vip`.
    #[serde(default)]
    pub member_level: Option<String>,
}

impl CustomerDraft {
    /// Only refers to a customer.
    pub fn reference(external_id: &str) -> Self {
        Self { external_id: external_id.to_owned(), name: None, phone: None, email: None, member_level: None }
    }

    /// True when it only refers to a customer.
    pub fn is_reference(&self) -> bool {
        self.name.is_none() && self.phone.is_none() && self.email.is_none() && self.member_level.is_none()
    }
}

/// An order; with nothing but `external_id` it refers to one that is known.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderDraft {
    /// The shop's own order number.
    pub external_id: String,
    /// Its currency; must be the one of `paid` and of every price.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// When it was placed.
    #[serde(default)]
    pub placed_at: Option<Timestamp>,
    /// When the customer received it.
    #[serde(default)]
    pub delivered_at: Option<Timestamp>,
    /// What was paid in total; the sum of the lines when left out.
    #[serde(default)]
    pub paid: Option<Money>,
    /// What was bought.
    #[serde(default)]
    pub lines: Option<Vec<OrderLineDraft>>,
    /// Anything else the shop knows.
    #[serde(default)]
    pub attributes: Option<BTreeMap<String, String>>,
    /// How it was paid, in the order in which it goes back.
    #[serde(default)]
    pub payments: Option<Vec<Payment>>,
}

impl OrderDraft {
    /// Only refers to an order.
    pub fn reference(external_id: &str) -> Self {
        Self {
            external_id: external_id.to_owned(),
            currency: None,
            placed_at: None,
            delivered_at: None,
            paid: None,
            lines: None,
            attributes: None,
            payments: None,
        }
    }

    /// True when it only refers to an order.
    pub fn is_reference(&self) -> bool {
        self.currency.is_none()
            && self.placed_at.is_none()
            && self.delivered_at.is_none()
            && self.paid.is_none()
            && self.lines.is_none()
            && self.attributes.is_none()
            && self.payments.is_none()
    }
}

/// One line of an order.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderLineDraft {
    /// The line's name within its order.
    pub external_id: String,
    /// Stock keeping unit.
    pub sku: String,
    /// What the shop called it.
    #[serde(default)]
    pub title: String,
    /// Product category.
    #[serde(default)]
    pub category: Option<String>,
    /// Bought quantity, at least 1.
    pub quantity: u32,
    /// Price of one.
    pub unit_price: Money,
}

/// One line of a ticket.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineDraft {
    /// Which line of the order; needed when the ticket has an order.
    #[serde(default)]
    pub order_line: Option<String>,
    /// Stock keeping unit, where there is no order line. Beside one it tells goods that came in exchange from those that were
    /// bought; left out, what was bought goes first.
    #[serde(default)]
    pub sku: Option<String>,
    /// How many, at least 1.
    pub quantity: u32,
    /// Reason code.
    pub reason: String,
    /// What is asked for this line; by default its share of what was paid.
    #[serde(default)]
    pub requested: Option<Money>,
}

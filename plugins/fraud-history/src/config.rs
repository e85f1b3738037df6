//! What a merchant may set. `{}` is D6: three similar cases within half a year tag 潜在滥用权益.

use std::collections::BTreeMap;

use redress_sdk::prelude::*;

use crate::setting::Setting;

/// Which traces in the past count, and how much. The score is the sum of the weights of all signals, at most 100; a weight
/// of 0 turns a signal off.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Kinds of ticket that are claims. Others are neither scored nor counted.
    pub kinds: Vec<TicketKind>,
    /// Case states of earlier tickets that do not count: withdrawn ones and duplicates.
    pub ignored_states: Vec<String>,
    /// Repeated similar claims (D6).
    pub repeat: Repeat,
    /// A large share of what was bought was refunded.
    pub refund_rate: RefundRate,
    /// A claim within a short time of the delivery.
    pub soon: Soon,
    /// A claim long after the delivery.
    pub late: Late,
    /// A claim on an expensive first order.
    pub first_order: FirstOrder,
    /// Many tickets of the customer are open.
    pub open_tickets: OpenTickets,
    /// The customer carries a tag that warns.
    pub known: Known,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            kinds: vec![
                TicketKind::ReturnRefund,
                TicketKind::RefundOnly,
                TicketKind::Exchange,
                TicketKind::Resend,
                TicketKind::Repair,
                TicketKind::FreightClaim,
            ],
            ignored_states: vec!["cancelled".into(), "merged".into()],
            repeat: Repeat::default(),
            refund_rate: RefundRate::default(),
            soon: Soon::default(),
            late: Late::default(),
            first_order: FirstOrder::default(),
            open_tickets: OpenTickets::default(),
            known: Known::default(),
        }
    }
}

/// 近半年同类售后 3 次 → 潜在滥用权益 (D6).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Repeat {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// How far to look back, in days: a number, or an external parameter with a default.
    pub window_days: Setting,
    /// How many similar earlier claims are too many: a number, or an external parameter with a default.
    pub count: Setting,
    /// What makes two claims similar; one of these is enough.
    pub similar_by: Vec<Similarity>,
    /// Count this claim too.
    pub count_this: bool,
    /// Tag for the ticket; empty for none.
    pub tag: String,
}

impl Default for Repeat {
    fn default() -> Self {
        Self {
            weight: 60,
            window_days: Setting::Fixed(180),
            count: Setting::Fixed(3),
            similar_by: vec![Similarity::Sku, Similarity::Reason, Similarity::ProblemType],
            count_this: false,
            tag: "潜在滥用权益".into(),
        }
    }
}

/// What two claims have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Similarity {
    /// The same stock keeping unit.
    Sku,
    /// The same reason code.
    Reason,
    /// The same problem label.
    ProblemType,
    /// The same kind of ticket.
    Kind,
}

/// Refunded over paid, over the whole past.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RefundRate {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// From this share of the paid money on, in percent: a number, or an external parameter with a default.
    pub percent: Setting,
    /// Only for customers with at least so many orders; a first return says nothing.
    pub min_orders: Setting,
}

impl Default for RefundRate {
    fn default() -> Self {
        Self { weight: 30, percent: Setting::Fixed(50), min_orders: Setting::Fixed(3) }
    }
}

/// A claim right after the delivery.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Soon {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// Within so many minutes of the delivery.
    pub minutes: Setting,
}

impl Default for Soon {
    fn default() -> Self {
        Self { weight: 10, minutes: Setting::Fixed(60) }
    }
}

/// A claim long after the delivery.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Late {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// More than so many days after the delivery.
    pub days: Setting,
}

impl Default for Late {
    fn default() -> Self {
        Self { weight: 10, days: Setting::Fixed(30) }
    }
}

/// An expensive first order.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FirstOrder {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// Paid amount from which an order is expensive, in minor units by ISO 4217 currency code. A currency without an entry
    /// has no expensive orders.
    pub at_least: BTreeMap<String, i64>,
}

impl Default for FirstOrder {
    fn default() -> Self {
        Self { weight: 25, at_least: [("CNY".into(), 100_000)].into() }
    }
}

/// Many open tickets.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OpenTickets {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// From so many other open claims on.
    pub count: Setting,
}

impl Default for OpenTickets {
    fn default() -> Self {
        Self { weight: 15, count: Setting::Fixed(3) }
    }
}

/// Tags that warn.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Known {
    /// Share of the score, 0–100.
    pub weight: u32,
    /// Tags of the customer, one of which is enough.
    pub tags: Vec<String>,
}

impl Default for Known {
    fn default() -> Self {
        Self { weight: 30, tags: vec!["潜在滥用权益".into()] }
    }
}

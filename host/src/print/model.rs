//! What a template finds in `data`. Everything is written as it is printed: moments on the clock of the paper's time zone
//! (`2026-10-05 16:00`), amounts with grouped digits. A template cannot convert either of them and need not.

use std::collections::BTreeMap;

use redress_domain::calendar::Zone;
use redress_domain::warehouse::picklist::PickList;
use redress_domain::{Money, Timestamp};
use redress_print::Locale;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Language and clock of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Language of the fixed words.
    pub locale: Locale,
    /// Clock on the wall where it is read.
    pub zone: Zone,
}

impl Style {
    /// A moment as papers write it.
    pub fn moment(self, at: Timestamp) -> String {
        self.zone.local(at).format("%Y-%m-%d %H:%M").to_string()
    }
}

/// An amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Amount {
    /// Minor units (fen, cents).
    pub minor: i64,
    /// ISO 4217 code.
    #[schema(example = "CNY")]
    pub currency: String,
    /// Digits in groups of three, without the currency.
    #[schema(example = "1,288.00")]
    pub text: String,
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        let plain = money.to_string();
        let digits = plain.split(' ').next().unwrap_or_default();
        Self { minor: money.minor(), currency: money.currency().to_string(), text: grouped(digits) }
    }
}

/// Commas between thousands: `-1234.5` becomes `-1,234.5`.
fn grouped(number: &str) -> String {
    let (sign, unsigned) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut text = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// The shop that prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShopPart {
    /// Display name.
    pub name: String,
    /// Where goods go back to: its parameter `return_address`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_address: Option<String>,
}

/// The ticket.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TicketPart {
    /// The number people use; it is the paper's barcode.
    pub number: String,
    /// What is asked for, for example `repair`.
    pub kind: String,
    /// Where the case stands, for example `fulfilling`.
    pub status: String,
    /// Where it came from.
    pub channel: String,
    /// The channel's own number.
    pub external_ref: Option<String>,
    /// One line of text.
    pub subject: String,
    /// The customer's words.
    pub description: String,
    /// Problem label.
    pub problem_type: Option<String>,
    /// How urgent it is.
    pub priority: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Name of the person who has it.
    pub assignee: Option<String>,
    /// Name of the queue it waits in.
    pub queue: Option<String>,
    /// When it was created.
    pub created_at: String,
    /// When it last changed.
    pub updated_at: String,
    /// Values of the tenant's form. The shipped templates print `engineer`, `service_time`, `appointment`, `address`, `contact`,
    /// `tools`, `diagnosis`, `work`, `result`, `serial_number`, `accessories`, `condition`, `repair`, `quote`, `ready_by`,
    /// `warranty`, `return_address` (texts) and `parts` (a list of `sku`, `title`, `quantity`, `price`) when they are there.
    #[schema(value_type = Object)]
    pub fields: serde_json::Map<String, serde_json::Value>,
}

/// The person who bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CustomerPart {
    /// The shop's own id.
    pub number: String,
    /// Name.
    pub name: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// The shop's level.
    pub member_level: Option<String>,
}

/// What was bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrderPart {
    /// The shop's order number.
    pub number: String,
    /// When it was placed.
    pub placed_at: Option<String>,
    /// When the customer received it.
    pub delivered_at: Option<String>,
    /// What was paid in total.
    pub paid: Amount,
}

/// Goods in question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct LinePart {
    /// What the shop calls it; the stock keeping unit when the order does not say.
    pub title: String,
    /// Stock keeping unit.
    pub sku: String,
    /// Product category.
    pub category: Option<String>,
    /// How many.
    pub quantity: u32,
    /// Reason code.
    pub reason: String,
    /// What is asked for it.
    pub requested: Amount,
}

/// What the rules said about the refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RefundPart {
    /// What would be paid.
    pub amount: Amount,
    /// Why.
    pub explanation: String,
}

/// `data` of every paper about a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TicketPaper {
    /// When it is printed.
    pub now: String,
    /// The shop.
    pub shop: ShopPart,
    /// The ticket.
    pub ticket: TicketPart,
    /// The customer, when known.
    pub customer: Option<CustomerPart>,
    /// The order, when known.
    pub order: Option<OrderPart>,
    /// The goods.
    pub lines: Vec<LinePart>,
    /// What is asked for all goods together; null when nothing is, or in several currencies.
    pub total: Option<Amount>,
    /// The refund, when money is asked.
    pub refund: Option<RefundPart>,
    /// Address that the customer may scan, printed as a QR code.
    pub link: Option<String>,
}

/// A pick list to print.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PickListOrder {
    /// The list.
    pub list: PickList,
    /// The list's own number, printed as a barcode.
    pub number: Option<String>,
    /// Name of the warehouse.
    pub warehouse: Option<String>,
    /// Who fetches.
    pub picker: Option<String>,
    /// What goods are called, by stock keeping unit.
    #[serde(default)]
    pub titles: BTreeMap<String, String>,
    /// Key of the template; `pick_list` when left out.
    pub template: Option<String>,
    /// Language; the tenant's when left out.
    pub locale: Option<String>,
    /// Time zone of the moments; see printing a ticket.
    pub time_zone: Option<String>,
}

/// One grip: a stock keeping unit at a shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct StopPart {
    #[serde(flatten)]
    stop: redress_domain::warehouse::picklist::Stop,
    title: Option<String>,
}

impl PickListOrder {
    /// `data` of a pick list: `now`, `shop`, `number`, `warehouse`, `picker`, and `list` with its `stops`, each with a `title`
    /// where one is known, and what is `short`.
    pub fn data(self, shop: &str, now: Timestamp, style: Style) -> serde_json::Value {
        let Self { list, number, warehouse, picker, titles, .. } = self;
        let stops: Vec<StopPart> = list.stops.into_iter().map(|stop| StopPart { title: titles.get(&stop.sku).cloned(), stop }).collect();
        serde_json::json!({
            "now": style.moment(now), "shop": { "name": shop }, "number": number, "warehouse": warehouse, "picker": picker,
            "list": { "stops": stops, "short": list.short },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped() {
        let rows =
            [("0.05", "0.05"), ("999.00", "999.00"), ("1000", "1,000"), ("-1234567.89", "-1,234,567.89"), ("100000.000", "100,000.000")];
        for (number, expected) in rows {
            assert_eq!(grouped(number), expected);
        }
    }
}

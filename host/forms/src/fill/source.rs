//! Facts as answers.

use redress_domain::history::AfterSaleSummary;
use redress_domain::money::Currency;
use redress_domain::order::Order;
use redress_expression::decimal;
use serde_json::{Value as Json, json};

use crate::definition::{Control, Field, Source};
use crate::facts::{Facts, minor};

/// How many earlier tickets are told.
const LATEST: usize = 5;

/// The fact that a field begins with, as an answer; `None` when it is not known.
pub(super) fn found(field: &Field, facts: &Facts<'_>, currency: Currency) -> Option<Json> {
    Some(match field.fill_from? {
        Source::OrderNumber => json!(facts.order?.external_id),
        Source::OrderAmount => json!(decimal(minor(facts.order?.paid, currency)?, currency.digits())),
        Source::OrderAddress => json!(facts.order?.attributes.get("address")?),
        Source::OrderLines => lines(facts.order?, &field.control),
        Source::OrderQuantity => json!(facts.order?.lines.iter().map(|line| i64::from(line.quantity)).sum::<i64>()),
        Source::OrderPlacedAt => json!(facts.order?.placed_at?.to_string()),
        Source::CustomerName => json!(facts.customer?.name.as_ref()?),
        Source::CustomerPhone => phone(facts.customer?.phone.as_ref()?, &field.control),
        Source::CustomerMemberLevel => json!(facts.customer?.member_level.as_ref()?),
        Source::HistoryClaims => json!(facts.history?.totals.after_sales),
        Source::HistoryLatest => {
            let latest: Vec<_> = facts.history?.after_sales.iter().take(LATEST).map(told).collect();
            json!(latest.join("\n"))
        }
        Source::TicketDescription => json!(facts.ticket?.description),
        Source::Person => json!(facts.person?.to_string()),
    })
}

fn lines(order: &Order, control: &Control) -> Json {
    let quantities = matches!(control, Control::OrderLines { quantities: true });
    let line = |line: &redress_domain::order::OrderLine| {
        if quantities { json!({ "line": line.external_id, "quantity": line.quantity }) } else { json!({ "line": line.external_id }) }
    };
    order.lines.iter().map(line).collect()
}

/// Shops write numbers as `+86 138-0013-8000`; a telephone field holds the digits alone, without the prefix of the country.
fn phone(text: &str, control: &Control) -> Json {
    let Control::Phone { digits } = control else { return json!(text) };
    let found: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = ["0086", "86"].into_iter().filter_map(|prefix| found.strip_prefix(prefix)).find(|rest| rest.len() == *digits as usize);
    json!(national.unwrap_or(&found))
}

/// One line about an earlier ticket, without words of any language but the shop's own.
fn told(past: &AfterSaleSummary) -> String {
    let day = past.created_at.as_datetime().format("%Y-%m-%d").to_string();
    let words = [day, past.kind.to_string(), past.problem_type.clone().unwrap_or_default(), past.reasons.join(", "), past.skus.join(", ")];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}

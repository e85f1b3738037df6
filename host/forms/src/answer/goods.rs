//! Goods of an order (Z4), held to what was bought (Z5).

use std::collections::BTreeSet;

use redress_domain::order::OrderLine;
use redress_expression::Value;
use serde_json::{Value as Json, json};

use super::{Accepted, Reading};
use crate::facts::minor;
use crate::violation::{Code, Violation};

/// Lines that passed the schema, against the order.
pub(super) fn goods(items: &[Json], quantities: bool, reading: Reading<'_>) -> Result<Accepted, Vec<Violation>> {
    let Some(order) = reading.order else {
        return Err(vec![Violation::new("", Code::OrderUnknown, "which goods were bought is not known: give the order number first")]);
    };
    let (mut seen, mut wrong, mut chosen) = (BTreeSet::new(), Vec::new(), Vec::new());
    for (at, item) in items.iter().enumerate() {
        let name = item.get("line").and_then(Json::as_str).unwrap_or_default();
        let Some(line) = order.lines.iter().find(|line| line.external_id == name) else {
            let message = format!("the order {} has no line '{name}': choose one of its goods", order.external_id);
            wrong.push(Violation::new(format!("/{at}/line"), Code::NotAnOrderLine, message).with("order", order.external_id.as_str()));
            continue;
        };
        if !seen.insert(name) {
            wrong.push(Violation::new(format!("/{at}/line"), Code::Repeated, format!("the line '{name}' stands twice: name it once")));
            continue;
        }
        let quantity = if quantities { pieces(item) } else { line.quantity.into() };
        if quantity > line.quantity.into() {
            let message = format!("{} of '{}' were bought: give at most as many", line.quantity, line.title);
            wrong.push(Violation::new(format!("/{at}/quantity"), Code::MoreThanBought, message).with("max", line.quantity));
        }
        chosen.push((line, quantity));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let kept = chosen.iter().map(|(line, quantity)| {
        if quantities { json!({ "line": line.external_id, "quantity": quantity }) } else { json!({ "line": line.external_id }) }
    });
    let value = seen_by_expressions(&chosen, reading).ok_or_else(|| {
        let message = format!("the order's amounts are not in {}, the currency of the form: use a form in the order's", reading.currency);
        vec![Violation::new("", Code::OrderUnknown, message)]
    })?;
    Ok(Accepted { json: kept.collect(), value })
}

/// `None` when the order is in another currency or a sum is out of range.
fn seen_by_expressions(chosen: &[(&OrderLine, i64)], reading: Reading<'_>) -> Option<Value> {
    let (mut quantity, mut bought, mut amount, mut lines) = (0_i64, 0_i64, 0_i64, Vec::new());
    for (line, pieces) in chosen {
        let price = minor(line.unit_price, reading.currency)?;
        quantity += pieces;
        bought += i64::from(line.quantity);
        amount = amount.checked_add(price.checked_mul(*pieces)?)?;
        let mut fields = vec![
            ("line", line.external_id.as_str().into()),
            ("sku", line.sku.as_str().into()),
            ("title", line.title.as_str().into()),
            ("quantity", Value::Int(*pieces)),
            ("bought", Value::Int(line.quantity.into())),
            ("unit_price", Value::Int(price)),
        ];
        fields.extend(line.category.as_deref().map(|category| ("category", category.into())));
        lines.push(Value::record(fields));
    }
    let sums = [("quantity", Value::Int(quantity)), ("bought", Value::Int(bought)), ("amount", Value::Int(amount))];
    Some(Value::record(sums.into_iter().chain([("lines", Value::list(lines))])))
}

/// How many are asked for; JSON Schema takes `3.0` for a whole number too.
#[expect(clippy::cast_possible_truncation, reason = "the schema lets only whole numbers up to 2^32 pass")]
fn pieces(item: &Json) -> i64 {
    let quantity = item.get("quantity");
    quantity.and_then(Json::as_i64).or_else(|| quantity.and_then(Json::as_f64).map(|number| number as i64)).unwrap_or_default()
}

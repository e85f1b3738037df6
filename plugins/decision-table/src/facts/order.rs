//! Facts of the order. Without an order all of them are unknown.

use redress_expression::{Unavailable, Value};
use redress_sdk::prelude::*;

use super::{CaseFacts, Fact, distinct, past_moment};

impl CaseFacts<'_> {
    pub(super) fn order(&self, name: &str) -> Fact {
        let order = self.case.order.as_ref().ok_or(Unavailable::Missing)?;
        let now = self.call.now_ms();
        Ok(match name {
            "number" => order.external_id.as_str().into(),
            "currency" => order.paid.currency.as_str().into(),
            "paid" => return self.money(&order.paid),
            "placed_at" => return past_moment(order.placed_at_ms, now),
            "delivered_at" => return past_moment(order.delivered_at_ms, now),
            "days_since_placed" => return self.days_since(order.placed_at_ms),
            "days_since_delivery" => return self.days_since(order.delivered_at_ms),
            "lines" => return order.lines.iter().map(|line| self.order_line(line)).collect::<Result<Vec<_>, _>>().map(Value::list),
            "categories" => distinct(order.lines.iter().filter_map(|line| line.category.as_deref())),
            "attributes" => Value::record(order.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str().into()))),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn order_line(&self, line: &OrderLine) -> Fact {
        let mut fields =
            vec![("sku", line.sku.as_str().into()), ("title", line.title.as_str().into()), ("quantity", Value::Int(line.quantity.into()))];
        fields.extend(line.category.as_deref().map(|category| ("category", category.into())));
        if self.currency.is_some() {
            fields.push(("unit_price", self.money(&line.unit_price)?));
        }
        Ok(Value::record(fields))
    }
}

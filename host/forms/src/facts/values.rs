//! The values behind the names.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use redress_domain::clock;
use redress_domain::money::{Currency, Money};
use redress_domain::order::{Order, OrderLine};
use redress_expression::{Timestamp, Unavailable, Value};

use super::Facts;
use crate::definition::{Audience, Definition};

type Fact = Result<Value, Unavailable>;

const MS_PER_DAY: i64 = 86_400_000;

/// What the expressions of a form see at one moment.
pub(crate) struct View<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) facts: &'a Facts<'a>,
    pub(crate) now: clock::Timestamp,
    pub(crate) audience: Audience,
    /// Answers that are shown and fit, by key.
    pub(crate) answers: &'a BTreeMap<String, Value>,
    pub(crate) memory: &'a Memory,
}

/// Facts that are dear to put together, each done once however often an expression mentions it in its loops.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    lines: OnceCell<Fact>,
    categories: OnceCell<Fact>,
    attributes: OnceCell<Fact>,
}

impl redress_expression::Facts for View<'_> {
    fn value(&self, path: &[Box<str>]) -> Fact {
        let Some((group, rest)) = path.split_first() else { return Err(Unavailable::Unknown) };
        let found = match (&**group, rest.split_first()) {
            ("audience", None) => return Ok(self.audience.as_str().into()),
            ("now", None) => return moment(self.now).ok_or(Unavailable::Missing),
            ("field", Some((key, rest))) => (self.field(key)?, rest),
            ("ticket", Some((name, rest))) => (self.ticket(name)?, rest),
            ("order", Some((name, rest))) => (self.order(name)?, rest),
            ("customer", Some((name, rest))) => (self.customer(name)?, rest),
            ("history", Some((name, rest))) => (self.history(name)?, rest),
            _ => return Err(Unavailable::Unknown),
        };
        found.0.select(found.1)
    }
}

impl View<'_> {
    fn field(&self, key: &str) -> Fact {
        match self.answers.get(key) {
            Some(value) => Ok(value.clone()),
            None if self.definition.field(key).is_some() => Err(Unavailable::Missing),
            None => Err(Unavailable::Unknown),
        }
    }

    fn ticket(&self, name: &str) -> Fact {
        if name == "kind" {
            return Ok(self.facts.ticket.map_or(self.definition.kind, |ticket| ticket.kind).as_str().into());
        }
        let ticket = self.facts.ticket.ok_or(Unavailable::Missing)?;
        Ok(match name {
            "problem_type" => return text(ticket.problem_type.as_deref()),
            "priority" => ticket.priority.as_str().into(),
            "tags" => Value::texts(ticket.tags.iter().map(String::as_str)),
            "channel" => ticket.channel.as_str().into(),
            "number" => ticket.number.as_str().into(),
            "case_status" => ticket.axes.case.as_str().into(),
            "goods_status" => ticket.axes.goods.as_str().into(),
            "money_status" => ticket.axes.money.as_str().into(),
            "dispute_status" => ticket.axes.dispute.as_str().into(),
            "created_at" => return moment(ticket.created_at).ok_or(Unavailable::Missing),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn order(&self, name: &str) -> Fact {
        let order = self.facts.order.ok_or(Unavailable::Missing)?;
        Ok(match name {
            "number" => order.external_id.as_str().into(),
            "paid" => return self.money(order.paid, "the order"),
            "placed_at" => return self.past(order.placed_at),
            "delivered_at" => return self.past(order.delivered_at),
            "days_since_placed" => return self.days_since(order.placed_at),
            "days_since_delivery" => return self.days_since(order.delivered_at),
            "quantity" => Value::Int(order.lines.iter().map(|line| i64::from(line.quantity)).sum()),
            "lines" => return self.memory.lines.get_or_init(|| self.order_lines(order)).clone(),
            "categories" => return self.memory.categories.get_or_init(|| Ok(categories(order))).clone(),
            "attributes" => return self.memory.attributes.get_or_init(|| Ok(attributes(order))).clone(),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn order_lines(&self, order: &Order) -> Fact {
        order.lines.iter().map(|line| self.order_line(line)).collect::<Result<Vec<_>, _>>().map(Value::list)
    }

    fn order_line(&self, line: &OrderLine) -> Fact {
        let mut fields = vec![
            ("line", line.external_id.as_str().into()),
            ("sku", line.sku.as_str().into()),
            ("title", line.title.as_str().into()),
            ("quantity", Value::Int(line.quantity.into())),
            ("unit_price", self.money(line.unit_price, "the order")?),
        ];
        fields.extend(line.category.as_deref().map(|category| ("category", category.into())));
        Ok(Value::record(fields))
    }

    fn customer(&self, name: &str) -> Fact {
        let customer = self.facts.customer.ok_or(Unavailable::Missing)?;
        match name {
            "number" => Ok(customer.external_id.as_str().into()),
            "name" => text(customer.name.as_deref()),
            "phone" => text(customer.phone.as_deref()),
            "member_level" => text(customer.member_level.as_deref()),
            "tags" => Ok(Value::texts(customer.tags.iter().map(String::as_str))),
            _ => Err(Unavailable::Unknown),
        }
    }

    fn history(&self, name: &str) -> Fact {
        let totals = &self.facts.history.ok_or(Unavailable::Missing)?.totals;
        match name {
            "orders" => Ok(Value::Int(totals.orders.into())),
            "claims" => Ok(Value::Int(totals.after_sales.into())),
            "paid" => self.money(totals.paid, "the history"),
            "refunded" => self.money(totals.refunded, "the history"),
            _ => Err(Unavailable::Unknown),
        }
    }

    fn money(&self, money: Money, of: &str) -> Fact {
        minor(money, self.definition.currency).map(Value::Int).ok_or_else(|| {
            Unavailable::Failed(format!("amounts of {of} are in {}, and the form is in {}", money.currency(), self.definition.currency))
        })
    }

    fn past(&self, at: Option<clock::Timestamp>) -> Fact {
        at.filter(|at| *at <= self.now).and_then(moment).ok_or(Unavailable::Missing)
    }

    fn days_since(&self, at: Option<clock::Timestamp>) -> Fact {
        let at = at.filter(|at| *at <= self.now).ok_or(Unavailable::Missing)?;
        let elapsed = self.now.as_millis() - at.as_millis();
        let days = elapsed / MS_PER_DAY + i64::from(elapsed % MS_PER_DAY > 0);
        Ok(Value::Int(days))
    }
}

fn categories(order: &Order) -> Value {
    let mut found: Vec<&str> = order.lines.iter().filter_map(|line| line.category.as_deref()).collect();
    found.sort_unstable();
    found.dedup();
    Value::texts(found)
}

fn attributes(order: &Order) -> Value {
    Value::record(order.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str().into())))
}

/// An amount in minor units, if it is in the currency.
pub(crate) fn minor(money: Money, currency: Currency) -> Option<i64> {
    (money.currency() == currency).then(|| money.minor())
}

/// A moment as expressions know it.
pub(crate) fn moment(at: clock::Timestamp) -> Option<Value> {
    Timestamp::from_nanos(i128::from(at.as_datetime().timestamp_micros()) * 1_000).map(Value::Timestamp)
}

fn text(text: Option<&str>) -> Fact {
    text.map(Value::text).ok_or(Unavailable::Missing)
}

//! What can be changed about an input: things that can be more or less, and things that can be other.

use redress_domain::{Currency, Money, Timestamp};
use serde_json::{Value, json};

use super::input::with;

/// When the goods came.
const DELIVERED: &str = "/case/order/delivered_at";
/// When they were ordered.
const PLACED: &str = "/case/order/placed_at";

/// How a thing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Minor units of a currency.
    Money(Currency),
    /// Pieces, points, turns.
    Count,
    /// Whole days after this moment.
    Days(Timestamp),
}

/// A thing that can be more or less.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    /// Where it stands.
    pub(super) pointer: String,
    /// What may change with it.
    also: Vec<String>,
    /// How much it is; 0 for days.
    pub(super) now: i64,
    /// Least that is tried.
    pub(super) low: i64,
    /// Most that is tried.
    pub(super) high: i64,
    /// How it is counted.
    pub(super) unit: Unit,
    how: How,
}

#[derive(Debug, Clone)]
enum How {
    /// The value itself.
    Value,
    /// The amount of a refund, with everything that must go along.
    Amount { line: usize, bought: Option<usize> },
}

impl Scale {
    /// A number.
    pub(super) fn count(pointer: String, now: i64, high: i64) -> Self {
        Self { pointer, also: Vec::new(), now, low: 0, high, unit: Unit::Count, how: How::Value }
    }

    /// An amount of money that stands alone.
    pub(super) fn money(pointer: String, now: Money) -> Self {
        let (minor, unit) = (now.minor(), Unit::Money(now.currency()));
        Self { pointer, also: Vec::new(), now: minor, low: 0, high: most(minor), unit, how: How::Value }
    }

    /// A moment, moved by whole days, ten years at most. A delivery that would come before its order moves that too.
    pub(super) fn days(pointer: String, now: Timestamp) -> Self {
        let also = if pointer == DELIVERED { vec![PLACED.to_owned()] } else { Vec::new() };
        Self { pointer, also, now: 0, low: -3650, high: 3650, unit: Unit::Days(now), how: How::Value }
    }

    /// What changes with it, of what may, when it has another value.
    pub(super) fn moved(&self, document: &Value, value: i64) -> Vec<String> {
        let changed = self.set(document, value).unwrap_or_default();
        self.also.iter().filter(|other| changed.pointer(other) != document.pointer(other)).cloned().collect()
    }

    /// What is asked in a refund: the line that asks most, the sum and the net move together; when more is asked than was paid,
    /// so do the price of the line and what was paid.
    pub(super) fn amount(document: &Value) -> Option<Self> {
        let money: Money = serde_json::from_value(document.pointer("/input/requested")?.clone()).ok()?;
        let minor_of = |value: &Value| value["requested"]["minor"].as_i64().unwrap_or(0);
        let lines = document.pointer("/case/ticket/lines")?.as_array()?;
        let (line, largest) = lines.iter().enumerate().max_by_key(|(place, value)| (minor_of(value), std::cmp::Reverse(*place)))?;
        let bought = document
            .pointer("/case/order/lines")
            .and_then(Value::as_array)
            .and_then(|bought| bought.iter().position(|one| one["external_id"] == largest["order_line"]));
        let mut also = vec!["/input/net".to_owned(), format!("/case/ticket/lines/{line}/requested")];
        if document.pointer("/case/order/paid").is_some() {
            also.push("/case/order/paid".to_owned());
        }
        also.extend(bought.map(|place| format!("/case/order/lines/{place}/unit_price")));
        let low = money.minor() - minor_of(largest);
        let (now, unit) = (money.minor(), Unit::Money(money.currency()));
        Some(Self { pointer: "/input/requested".to_owned(), also, now, low, high: most(now), unit, how: How::Amount { line, bought } })
    }

    /// The document with so much of it.
    pub(super) fn set(&self, document: &Value, value: i64) -> Option<Value> {
        match (&self.how, self.unit) {
            (How::Amount { line, bought }, _) => self.set_amount(document, value, *line, *bought),
            (How::Value, Unit::Money(_)) => with(document, &format!("{}/minor", self.pointer), json!(value)),
            (How::Value, Unit::Count) => with(document, &self.pointer, json!(value)),
            (How::Value, Unit::Days(_)) => self.set_day(document, value),
        }
    }

    fn set_day(&self, document: &Value, days: i64) -> Option<Value> {
        let moment = self.moment(days)?;
        let changed = with(document, &self.pointer, json!(moment))?;
        let placed = document.pointer(PLACED).and_then(Value::as_str).and_then(|text| text.parse::<Timestamp>().ok());
        match placed {
            Some(placed) if self.pointer == DELIVERED && placed > moment => {
                with(&changed, PLACED, json!(placed.plus(chrono::Duration::days(days))))
            }
            _ => Some(changed),
        }
    }

    /// The moment so many days from now; the present value for other units.
    fn moment(&self, days: i64) -> Option<Timestamp> {
        match self.unit {
            Unit::Days(now) => Some(now.plus(chrono::Duration::days(days))),
            Unit::Money(_) | Unit::Count => None,
        }
    }

    /// The value as it stands in the document.
    pub(super) fn shown(&self, value: i64) -> Value {
        match self.unit {
            Unit::Money(currency) => json!({ "minor": value, "currency": currency }),
            Unit::Count => json!(value),
            Unit::Days(_) => json!(self.moment(value)),
        }
    }

    fn set_amount(&self, document: &Value, value: i64, line: usize, bought: Option<usize>) -> Option<Value> {
        let mut changed = document.clone();
        let delta = value - self.now;
        let add = |changed: &mut Value, pointer: String| {
            let minor = changed.pointer(&pointer)?.as_i64()?;
            *changed.pointer_mut(&pointer)? = json!((minor + delta).max(0));
            Some((minor + delta).max(0))
        };
        add(&mut changed, "/input/requested/minor".to_owned())?;
        add(&mut changed, "/input/net/minor".to_owned())?;
        let asked = add(&mut changed, format!("/case/ticket/lines/{line}/requested/minor"))?;
        let raise = |changed: &mut Value, pointer: &str, least: i64| {
            if let Some(found) = changed.pointer_mut(pointer)
                && found.as_i64().is_some_and(|found| found < least)
            {
                *found = json!(least);
            }
        };
        let before = document.pointer("/input/refunded_before/minor").and_then(Value::as_i64).unwrap_or(0);
        raise(&mut changed, "/case/order/paid/minor", value.saturating_add(before));
        if let Some(bought) = bought {
            let pieces = document.pointer(&format!("/case/ticket/lines/{line}/quantity")).and_then(Value::as_i64).unwrap_or(1).max(1);
            let price = asked / pieces + i64::from(asked % pieces != 0);
            raise(&mut changed, &format!("/case/order/lines/{bought}/unit_price/minor"), price);
        }
        Some(changed)
    }
}

/// A hundred times as much, and at least a sum that every ladder of roles ends below.
fn most(minor: i64) -> i64 {
    minor.saturating_mul(100).clamp(10_000_000, redress_domain::money::MAX_MINOR)
}

/// In what way something is other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Another value.
    Set,
    /// Gone, or unknown.
    Remove,
    /// One more in a list.
    Add,
}

/// A thing that can be other.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// Where it stands.
    pub(super) pointer: String,
    /// What changes with it.
    pub(super) also: Vec<String>,
    /// In what way.
    pub(super) act: Act,
    /// What it is.
    pub(super) from: Value,
    /// What it would be.
    pub(super) to: Value,
    /// The document with the change.
    pub(super) changed: Value,
}

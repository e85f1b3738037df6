//! What a case says, in the names that tables use. Only what a table mentions is ever looked up.

mod asked;
mod customer;
mod declared;
mod history;
mod order;
mod ticket;

use redress_expression::{Facts, Timestamp, Unavailable, Value};
use redress_sdk::prelude::*;
use redress_table::Table;

pub(crate) use asked::Asked;

/// A fact, or why there is none.
type Fact = Result<Value, Unavailable>;

/// The facts of one call, with amounts in one currency.
pub(crate) struct CaseFacts<'a> {
    call: &'a Call<Table>,
    case: &'a CaseFile,
    asked: &'a Asked<'a>,
    /// The only currency in which amounts can be told; none: amounts cannot be told.
    currency: Option<&'a str>,
}

impl<'a> CaseFacts<'a> {
    pub(crate) fn new(call: &'a Call<Table>, case: &'a CaseFile, asked: &'a Asked<'a>, currency: Option<&'a str>) -> Self {
        Self { call, case, asked, currency }
    }

    /// An amount in minor units. One in another currency is an error: nothing here knows what it is worth.
    fn money(&self, amount: &Money) -> Fact {
        match self.currency {
            Some(currency) if currency == amount.currency => Ok(Value::Int(amount.minor)),
            Some(currency) => Err(Unavailable::Failed(format!(
                "amounts are in {currency} here, and the case has {amount}: let a column further left, such as request.currency, say which rows are for {}",
                amount.currency
            ))),
            None => Err(Unavailable::Failed("the table has no currency: set it first".to_owned())),
        }
    }

    /// Many amounts together.
    fn sum<'m>(&self, amounts: impl IntoIterator<Item = &'m Money>) -> Fact {
        let mut sum = 0_i64;
        for amount in amounts {
            let Value::Int(minor) = self.money(amount)? else { continue };
            sum = sum.checked_add(minor).ok_or_else(|| Unavailable::Failed("the sum of amounts is out of range".to_owned()))?;
        }
        Ok(Value::Int(sum))
    }

    /// Days of 24 hours from a moment until now, begun ones counted; a moment in the future is a mistake in the data.
    fn days_since(&self, at_ms: Option<i64>) -> Fact {
        let elapsed = at_ms.map(|at| self.call.now_ms().saturating_sub(at)).filter(|elapsed| *elapsed >= 0);
        let days = elapsed.map(|elapsed| elapsed / DAY_MS + i64::from(elapsed % DAY_MS > 0));
        days.map(Value::Int).ok_or(Unavailable::Missing)
    }
}

const DAY_MS: i64 = 86_400_000;

impl Facts for CaseFacts<'_> {
    fn value(&self, path: &[Box<str>]) -> Fact {
        match path {
            [now] if **now == *"now" => moment(self.call.now_ms()),
            [group, name, rest @ ..] => {
                let value = match &**group {
                    "ticket" => self.ticket(name),
                    "order" => self.order(name),
                    "customer" => self.customer(name),
                    "history" => self.history(name),
                    "param" => self.parameter(name),
                    "field" => self.field(name),
                    other => self.asked(other, name),
                }?;
                value.select(rest)
            }
            _ => Err(Unavailable::Unknown),
        }
    }

    fn call(&self, path: &[Box<str>], method: &str, arguments: &[Value]) -> Fact {
        match (path, arguments) {
            ([group], [Value::Int(days)]) if **group == *"history" => self.history_within(method, *days),
            _ => Err(Unavailable::Unknown),
        }
    }
}

fn moment(at_ms: i64) -> Fact {
    Timestamp::from_millis(at_ms)
        .map(Value::Timestamp)
        .ok_or_else(|| Unavailable::Failed("a moment lies outside of the years 1 to 9999".to_owned()))
}

/// A moment that may be unknown, or lie in the future by mistake.
fn past_moment(at_ms: Option<i64>, now_ms: i64) -> Fact {
    at_ms.filter(|at| *at <= now_ms).map_or(Err(Unavailable::Missing), moment)
}

fn known(text: Option<&str>) -> Fact {
    text.map(Value::text).ok_or(Unavailable::Missing)
}

/// Texts, each once, in their order.
fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Value {
    let mut seen: Vec<&str> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    Value::texts(seen)
}

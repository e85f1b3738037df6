//! The values behind the names of [`super::environment()`].

use redress_domain::history::AfterSaleSummary;
use redress_domain::order::{Customer, Order};
use redress_domain::parameter::ParameterValue;
use redress_domain::rule::CaseFile;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::Ticket;
use redress_domain::{Currency, Money, Timestamp};
use redress_expression::{Facts, Unavailable, Value};

use crate::rules::Snapshot;

type Fact = Result<Value, Unavailable>;

const DAY_MS: i64 = 86_400_000;
/// Longest look back, in days.
const MOST_DAYS: i64 = 36_500;

/// A case as the expressions of a workflow see it.
pub(in crate::workflow) struct CaseFacts<'a> {
    pub(in crate::workflow) case: &'a CaseFile,
    pub(in crate::workflow) snapshot: &'a Snapshot,
    pub(in crate::workflow) now: Timestamp,
}

impl Facts for CaseFacts<'_> {
    fn value(&self, path: &[Box<str>]) -> Fact {
        let Some((group, rest)) = path.split_first() else { return Err(Unavailable::Unknown) };
        let Some((name, below)) = rest.split_first() else {
            return if &**group == "now" { moment(self.now) } else { Err(Unavailable::Unknown) };
        };
        let found = match &**group {
            "ticket" => self.ticket(&self.case.ticket, name),
            "order" => self.order(self.case.order.as_ref().ok_or(Unavailable::Missing)?, name),
            "customer" => customer(self.case.customer.as_ref().ok_or(Unavailable::Missing)?, name),
            "history" => self.history(name),
            "param" => self.case.parameters.get(&**name).map(parameter).ok_or(Unavailable::Missing),
            "field" => self.case.ticket.fields.get(&**name).map(json).ok_or(Unavailable::Missing),
            _ => Err(Unavailable::Unknown),
        };
        found?.select(below)
    }

    fn call(&self, path: &[Box<str>], method: &str, arguments: &[Value]) -> Fact {
        let (Some("history"), [Value::Int(days)]) = (path.first().map(AsRef::as_ref), arguments) else { return Err(Unavailable::Unknown) };
        if !(0..=MOST_DAYS).contains(days) {
            return Err(Unavailable::Failed(format!("history.{method}() takes days from 0 to {MOST_DAYS}")));
        }
        let history = self.case.history.as_ref().ok_or(Unavailable::Missing)?;
        let since = self.now.plus(-chrono::Duration::milliseconds(days * DAY_MS));
        let counts =
            |claim: &&AfterSaleSummary| claim.created_at >= since && !matches!(claim.case, CaseStatus::Cancelled | CaseStatus::Merged);
        let found = history.after_sales.iter().filter(counts);
        Ok(count(match method {
            "claims_within" => found.count(),
            "similar_claims_within" => found.filter(|claim| similar(&self.case.ticket, claim)).count(),
            _ => return Err(Unavailable::Unknown),
        }))
    }
}

impl CaseFacts<'_> {
    fn ticket(&self, ticket: &Ticket, name: &str) -> Fact {
        let lines = &ticket.lines;
        Ok(match name {
            "kind" => ticket.kind.as_str().into(),
            "problem_type" => return text(ticket.problem_type.as_deref()),
            "priority" => ticket.priority.as_str().into(),
            "tags" => Value::texts(ticket.tags.iter().map(String::as_str)),
            "channel" => ticket.channel.as_str().into(),
            "number" => ticket.number.as_str().into(),
            "subject" => ticket.subject.as_str().into(),
            "description" => ticket.description.as_str().into(),
            "case_status" => ticket.axes.case.as_str().into(),
            "goods_status" => ticket.axes.goods.as_str().into(),
            "money_status" => ticket.axes.money.as_str().into(),
            "dispute_status" => ticket.axes.dispute.as_str().into(),
            "created_at" => return moment(ticket.created_at),
            "categories" => once(lines.iter().filter_map(|line| line.category.as_deref())),
            "reasons" => once(lines.iter().map(|line| line.reason.as_str())),
            "skus" => once(lines.iter().map(|line| line.sku.as_str())),
            "quantity" => Value::Int(lines.iter().map(|line| i64::from(line.quantity)).sum()),
            "requested" => {
                let sum = Money::sum(self.currency(), lines.iter().map(|line| line.requested));
                return self.money(sum.map_err(|error| Unavailable::Failed(error.to_string()))?);
            }
            "queue" => return text(ticket.queue.and_then(|id| self.snapshot.queue_key(id))),
            "assignee" => return text(ticket.assignee.map(|id| id.to_string()).as_deref()),
            "risk_score" => return ticket.risk.as_ref().map(|risk| Value::Int(risk.score.into())).ok_or(Unavailable::Missing),
            "verdict" => return ticket.refund.as_ref().map(|refund| refund.verdict.as_str().into()).ok_or(Unavailable::Missing),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn order(&self, order: &Order, name: &str) -> Fact {
        Ok(match name {
            "number" => order.external_id.as_str().into(),
            "paid" => return self.money(order.paid),
            "placed_at" => return self.past(order.placed_at).and_then(moment),
            "delivered_at" => return self.past(order.delivered_at).and_then(moment),
            "days_since_delivery" => {
                let elapsed = self.now.as_millis() - self.past(order.delivered_at)?.as_millis();
                Value::Int(elapsed / DAY_MS + i64::from(elapsed % DAY_MS > 0))
            }
            "categories" => once(order.lines.iter().filter_map(|line| line.category.as_deref())),
            "attributes" => Value::record(order.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str().into()))),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn history(&self, name: &str) -> Fact {
        let totals = &self.case.history.as_ref().ok_or(Unavailable::Missing)?.totals;
        match name {
            "orders" => Ok(Value::Int(totals.orders.into())),
            "claims" => Ok(Value::Int(totals.after_sales.into())),
            "paid" => self.money(totals.paid),
            "refunded" => self.money(totals.refunded),
            _ => Err(Unavailable::Unknown),
        }
    }

    fn currency(&self) -> Currency {
        self.case.order.as_ref().map_or(self.snapshot.tenant.currency, |order| order.paid.currency())
    }

    /// Amounts in the workflow are written in the tenant's currency; another one cannot be compared with them.
    fn money(&self, money: Money) -> Fact {
        let wanted = self.snapshot.tenant.currency;
        if money.currency() == wanted {
            return Ok(Value::Int(money.minor()));
        }
        Err(Unavailable::Failed(format!("the amount is in {}, and the workflow compares in {wanted}", money.currency())))
    }

    fn past(&self, at: Option<Timestamp>) -> Result<Timestamp, Unavailable> {
        at.filter(|at| *at <= self.now).ok_or(Unavailable::Missing)
    }
}

fn customer(customer: &Customer, name: &str) -> Fact {
    match name {
        "number" => Ok(customer.external_id.as_str().into()),
        "name" => text(customer.name.as_deref()),
        "member_level" => text(customer.member_level.as_deref()),
        "tags" => Ok(Value::texts(customer.tags.iter().map(String::as_str))),
        _ => Err(Unavailable::Unknown),
    }
}

fn parameter(value: &ParameterValue) -> Value {
    match value {
        ParameterValue::Boolean(yes) => Value::Bool(*yes),
        ParameterValue::Number(text) => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => Value::Int(whole),
            (_, Ok(number)) => Value::Double(number),
            _ => text.as_str().into(),
        },
        ParameterValue::Set(items) => Value::texts(items.iter().map(String::as_str)),
        ParameterValue::String(text) | ParameterValue::Department(text) | ParameterValue::Person(text) | ParameterValue::Role(text) => {
            text.as_str().into()
        }
    }
}

fn json(value: &serde_json::Value) -> Value {
    use serde_json::Value as Json;
    match value {
        Json::Null => Value::Null,
        Json::Bool(yes) => Value::Bool(*yes),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Value::Int(whole),
            (_, Some(fraction)) => Value::Double(fraction),
            _ => Value::Null,
        },
        Json::String(text) => text.as_str().into(),
        Json::Array(items) => Value::list(items.iter().map(json)),
        Json::Object(fields) => Value::record(fields.iter().map(|(name, value)| (name.as_str(), json(value)))),
    }
}

/// Two claims are similar when they share a product, a reason or the problem label (D6).
fn similar(ticket: &Ticket, claim: &AfterSaleSummary) -> bool {
    let label = ticket.problem_type.is_some() && ticket.problem_type == claim.problem_type;
    label || ticket.lines.iter().any(|line| claim.skus.contains(&line.sku) || claim.reasons.contains(&line.reason))
}

fn once<'a>(texts: impl Iterator<Item = &'a str>) -> Value {
    let mut found: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    found.sort_unstable();
    found.dedup();
    Value::texts(found)
}

fn count(rows: usize) -> Value {
    Value::Int(i64::try_from(rows).unwrap_or(i64::MAX))
}

fn text(text: Option<&str>) -> Fact {
    text.map(Value::text).ok_or(Unavailable::Missing)
}

fn moment(at: Timestamp) -> Fact {
    let nanos = i128::from(at.as_datetime().timestamp_micros()) * 1_000;
    redress_expression::Timestamp::from_nanos(nanos).map(Value::Timestamp).ok_or(Unavailable::Missing)
}

//! Facts of the ticket.

use redress_expression::{Duration, Unavailable, Value};
use redress_sdk::prelude::*;

use super::{CaseFacts, Fact, distinct, known, moment};

impl CaseFacts<'_> {
    pub(super) fn ticket(&self, name: &str) -> Fact {
        let ticket = &self.case.ticket;
        Ok(match name {
            "kind" => ticket.kind.as_str().into(),
            "problem_type" => return known(ticket.problem_type.as_deref()),
            "priority" => priority(ticket.priority).into(),
            "tags" => Value::texts(ticket.tags.iter().map(String::as_str)),
            "channel" => ticket.channel.as_str().into(),
            "number" => ticket.number.as_str().into(),
            "subject" => ticket.subject.as_str().into(),
            "description" => ticket.description.as_str().into(),
            "case_status" => ticket.case_status.as_str().into(),
            "goods_status" => ticket.goods_status.as_str().into(),
            "money_status" => ticket.money_status.as_str().into(),
            "dispute_status" => ticket.dispute_status.as_str().into(),
            "created_at" => return moment(ticket.created_at_ms),
            "age" => {
                let age = self.call.now_ms().saturating_sub(ticket.created_at_ms).max(0);
                return Duration::from_millis(age).map(Value::Duration).ok_or(Unavailable::Missing);
            }
            "lines" => return ticket.lines.iter().map(|line| self.ticket_line(line)).collect::<Result<Vec<_>, _>>().map(Value::list),
            "categories" => Value::texts(self.case.categories()),
            "reasons" => distinct(ticket.lines.iter().map(|line| line.reason.as_str())),
            "skus" => distinct(ticket.lines.iter().map(|line| line.sku.as_str()).filter(|sku| !sku.is_empty())),
            "quantity" => Value::Int(ticket.lines.iter().map(|line| i64::from(line.quantity)).sum()),
            "currency" => {
                let mut currencies = ticket.lines.iter().map(|line| line.requested.currency.as_str());
                let first = currencies.next();
                return known(first.filter(|first| currencies.all(|other| other == *first)));
            }
            "requested" => return self.sum(ticket.lines.iter().map(|line| &line.requested)),
            _ => return Err(Unavailable::Unknown),
        })
    }

    fn ticket_line(&self, line: &TicketLine) -> Fact {
        let category = line.category.as_deref().or_else(|| self.case.order_line(line)?.category.as_deref());
        let mut fields = vec![
            ("sku", line.sku.as_str().into()),
            ("quantity", Value::Int(line.quantity.into())),
            ("reason", line.reason.as_str().into()),
        ];
        fields.extend(category.map(|category| ("category", category.into())));
        // A table without a currency may still count lines.
        if self.currency.is_some() {
            fields.push(("requested", self.money(&line.requested)?));
        }
        Ok(Value::record(fields))
    }
}

pub(crate) fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "low",
        Priority::Normal => "normal",
        Priority::High => "high",
        Priority::Urgent => "urgent",
    }
}

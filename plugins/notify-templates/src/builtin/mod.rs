//! The sends and texts that hold without configuration.

mod texts;

use crate::config::{Send, To};
use texts::TEMPLATES;

/// Goes to the merchant's systems on every event.
const SYSTEM: &str = "event.system";

/// The built-in text of a template as subject and body.
pub(crate) fn text(name: &str, chinese: bool) -> Option<(&'static str, &'static str)> {
    let template = TEMPLATES.iter().find(|template| template.name == name)?;
    Some(if chinese { template.chinese } else { template.english })
}

/// The built-in sends of an event. Systems are told of every event, also of one that is not in the list.
pub(crate) fn sends(event: &str) -> Vec<Send> {
    let mut sends = match event {
        // Z19
        "ticket.created" => vec![customer("ticket.created.customer"), role("supervisor", "ticket.created.staff")],
        "ticket.message_added" => vec![
            customer("ticket.message_added.customer").when("author", "agent"),
            role("agent", "ticket.message_added.staff").when("author", "customer"),
        ],
        "ticket.approval_needed" => vec![send(To::RoleIn("role".into()), "ticket.approval_needed.staff")],
        "ticket.transferred" => vec![send(To::UserIn("assignee".into()), "ticket.transferred.staff")],
        "ticket.reopened" => vec![customer("ticket.reopened.customer"), role("supervisor", "ticket.reopened.staff")],
        "ticket.review_needed" | "ticket.amended" => vec![role("agent", "ticket.review_needed.staff")],
        "ticket.customer_answered" => vec![role("agent", "ticket.customer_answered.staff")],
        // Z20
        "ticket.escalated" => vec![role("director", "ticket.escalated.staff").over("email")],
        // Z23; without a decided refund there is none to announce.
        "goods.inspected_ok" => vec![
            customer("goods.inspected_ok.customer").over("email").when("amount", "*"),
            role("finance", "goods.inspected_ok.staff").over("sms").when("amount", "*"),
            customer("goods.inspected_ok.general").when("amount", ""),
        ],
        // D5
        "goods.problem" => vec![customer("goods.problem.customer"), role("risk", "goods.problem.staff")],
        "parcel.exception" | "parcel.lost" => vec![role("supervisor", "parcel.problem.staff")],
        "refund.pending" => vec![role("finance", "refund.pending.staff")],
        "refund.failed" => vec![role("finance", "refund.failed.staff"), role("supervisor", "refund.failed.staff")],
        "refund.unknown" | "refund.external" | "refund.clawback" | "refund.clawed_back" => vec![role("finance", "refund.attention.staff")],
        "dispute.opened" | "dispute.ruled" | "dispute.withdrawn" => vec![role("supervisor", "dispute.attention.staff")],
        "survey.sent" => vec![customer("survey.sent.customer")],
        "abuse.suspected" => vec![role("risk", "abuse.suspected.staff")],
        "rule.failed" => vec![role("admin", "rule.failed.staff")],
        "ticket.approved"
        | "ticket.refused"
        | "ticket.information_requested"
        | "ticket.cancelled"
        | "ticket.completed"
        | "ticket.merged"
        | "ticket.expired"
        | "return.requested"
        | "goods.received"
        | "goods.sent_back"
        | "replacement.shipped"
        | "replacement.out_of_stock"
        | "replacement.difference_due"
        | "settlement.changed"
        | "refund.paid" => vec![customer(&format!("{event}.customer"))],
        _ => Vec::new(),
    };
    sends.push(send(To::System, SYSTEM));
    sends
}

fn customer(template: &str) -> Send {
    send(To::Customer, template)
}

fn role(role: &str, template: &str) -> Send {
    send(To::Role(role.to_owned()), template)
}

fn send(recipient: To, template: &str) -> Send {
    Send { channel: None, recipient, template: template.to_owned(), when: std::collections::BTreeMap::new() }
}

impl Send {
    fn over(mut self, channel: &str) -> Self {
        self.channel = Some(channel.to_owned());
        self
    }

    fn when(mut self, detail: &str, value: &str) -> Self {
        self.when.insert(detail.to_owned(), value.to_owned());
        self
    }
}

#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|template| template.name)
}

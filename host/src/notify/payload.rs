//! What a webhook receiver reads, and what a mail is written from: `{"type", "timestamp", "data"}` as Standard Webhooks recommends.

use redress_domain::rule::{CaseFile, Message, Recipient, RuleEvent};
use serde_json::{Value, json};

/// The channel by which a message for people leaves: mail when the operator has set a server for it, and else the log, with the
/// reason.
pub fn way(message: &Message, case: &CaseFile, mail: bool) -> (&'static str, Option<String>) {
    let reachable = message.recipient != Recipient::Customer || case.customer.as_ref().is_some_and(|customer| customer.email.is_some());
    match message.channel.as_str() {
        "log" => ("log", None),
        "email" if mail && reachable => ("email", None),
        "email" if mail => ("log", Some("the customer has no mail address; the message went to the log".to_owned())),
        other => ("log", Some(format!("there is no connector for the channel {other}; the message went to the log"))),
    }
}

/// The payload of a message about an event, with a note on where it went.
pub fn payload(event: &RuleEvent, case: &CaseFile, queue: Option<&str>, message: &Message, note: Option<String>) -> Value {
    let ticket = &case.ticket;
    let mut data = json!({
        "ticket": {
            "id": ticket.id, "number": ticket.number, "version": ticket.version, "kind": ticket.kind, "channel": ticket.channel,
            "external_ref": ticket.external_ref, "case": ticket.axes.case, "goods": ticket.axes.goods, "money": ticket.axes.money,
            "dispute": ticket.axes.dispute, "queue": queue, "assignee": ticket.assignee, "priority": ticket.priority,
            "refund": ticket.refund,
        },
        "customer": case.customer.as_ref().map(|customer| &customer.external_id),
        "order": case.order.as_ref().map(|order| &order.external_id),
        "actor": event.actor,
        "details": event.details,
        "message": {
            "channel": message.channel, "recipient": message.recipient, "template": message.template, "locale": message.locale,
            "subject": message.subject, "body": message.body,
        },
    });
    if let (Some(note), Value::Object(data)) = (note, &mut data) {
        data.insert("note".to_owned(), note.into());
    }
    json!({"type": event.name, "timestamp": event.at, "data": data})
}

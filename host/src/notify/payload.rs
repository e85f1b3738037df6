//! What a webhook receiver reads: `{"type", "timestamp", "data"}` as Standard Webhooks recommends.

use redress_domain::rule::{CaseFile, Message, RuleEvent};
use serde_json::{Value, json};

/// Channels that this build delivers. What is meant for another one goes to the log, marked with its channel.
pub const CONNECTED: &[&str] = &["webhook", "log"];

/// The payload of a message about an event.
pub fn payload(event: &RuleEvent, case: &CaseFile, queue: Option<&str>, message: &Message) -> Value {
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
    if !CONNECTED.contains(&message.channel.as_str())
        && let Value::Object(data) = &mut data
    {
        let note = format!("there is no connector for the channel {}; the message went to the log", message.channel);
        data.insert("note".to_owned(), note.into());
    }
    json!({"type": event.name, "timestamp": event.at, "data": data})
}

//! The built-in messages: what goes out when no notification rule is bound, or when one fails.

use redress_domain::rule::{CaseFile, Message, Recipient, RuleEvent};

/// The message to the merchant's own systems that every event causes when no rule composes messages: an empty text, because
/// the event and the ticket travel in the payload.
pub fn for_systems(event: &RuleEvent, locale: &str) -> Message {
    Message {
        channel: "webhook".to_owned(),
        recipient: Recipient::System,
        template: None,
        locale: locale.to_owned(),
        subject: event.name.clone(),
        body: String::new(),
    }
}

/// What the customer is told when the rule that should have composed it failed; `None` for events that are none of the
/// customer's business.
pub fn for_customer(event: &RuleEvent, case: &CaseFile, locale: &str) -> Option<Message> {
    let chinese = locale.starts_with("zh");
    let number = &case.ticket.number;
    let text = match (event.name.as_str(), chinese) {
        ("ticket.created", true) => format!("您的服务单已受理，编号为{number}"),
        ("ticket.created", false) => format!("We have received your request. Its number is {number}."),
        ("ticket.approved", true) => format!("您的服务单{number}已通过"),
        ("ticket.approved", false) => format!("Your request {number} has been approved."),
        ("ticket.refused" | "ticket.rejected", true) => format!("您的服务单{number}未通过，请联系客服"),
        ("ticket.refused" | "ticket.rejected", false) => format!("Your request {number} has been refused. Please contact us."),
        ("refund.paid", true) => format!("服务单{number}的退款已支付"),
        ("refund.paid", false) => format!("The refund for your request {number} has been paid."),
        _ => return None,
    };
    Some(Message {
        channel: "log".to_owned(),
        recipient: Recipient::Customer,
        template: Some("built-in".to_owned()),
        locale: locale.to_owned(),
        subject: String::new(),
        body: text,
    })
}

//! Texts of the notices that workflows send, for as long as no notification rule has words of its own for them. The names are
//! those that the workflows of the house use; a notice of any other name says where the ticket stands.

use redress_domain::rule::{CaseFile, Message, Recipient, RuleEvent};
use serde_json::{Map, Value};

/// Name of the event that a workflow's notice is.
pub const NOTICE: &str = "workflow.notice";

/// Name, 简体中文, English. `{number}`, `{node}`, `{amount}` and names of the workflow's fields in braces are filled in.
const TEXTS: &[(&str, &str, &str)] = &[
    ("flow_reminder", "服务单{number}在“{node}”等待您处理", "Ticket {number} waits for you at '{node}'."),
    ("flow_nobody", "服务单{number}在“{node}”无人可处理，请安排", "Nobody can do '{node}' of ticket {number}: please arrange it."),
    ("unaccepted_popup", "服务单{number}超过10分钟无人受理", "Nobody has accepted ticket {number} for ten minutes."),
    (
        "unaccepted_mail",
        "服务单{number}超过30分钟无人受理，优先级已调高",
        "Nobody has accepted ticket {number} for thirty minutes; its priority was raised.",
    ),
    ("review_overdue", "服务单{number}初审超过4小时，请处理", "The first review of ticket {number} takes more than four hours."),
    ("stage_overdue", "服务单{number}在“{node}”已超时", "Ticket {number} is overdue at '{node}'."),
    ("ticket_accepted_sms", "您的服务单已受理，编号为{number}", "We have received your request. Its number is {number}."),
    ("please_complete", "您的服务单{number}需要补充信息，请尽快完善", "Your request {number} needs more information. Please complete it."),
    ("please_send", "请尽快寄回服务单{number}的商品", "Please send the goods of your request {number} back."),
    ("please_confirm", "服务单{number}已处理，请确认是否解决", "Your request {number} was worked on. Please tell us whether it is solved."),
    ("parcel_missing", "服务单{number}的退货迟迟未到", "The parcel of ticket {number} has not come."),
    (
        "return_address",
        "请将服务单{number}的商品寄至：{return_address}",
        "Please send the goods of your request {number} to: {return_address}",
    ),
    ("check_stock", "请核对服务单{number}的库存", "Please check the stock for ticket {number}."),
    ("stock_result", "服务单{number}的库存已核对：{stock}", "The stock for ticket {number} was checked: {stock}"),
    ("inspection_passed_sms", "服务单{number}质检通过，请退款", "The goods of ticket {number} passed inspection. Please refund."),
    (
        "inspection_passed_mail",
        "您的退货商品已质检通过，退款将在1-3个工作日内原路返还",
        "The goods you returned have passed inspection. The refund will arrive the way you paid within 1 to 3 working days.",
    ),
    ("refund_due", "服务单{number}等待退款", "Ticket {number} waits for its refund."),
    ("refund_overdue", "服务单{number}退款已超过24小时", "The refund of ticket {number} has waited for more than 24 hours."),
    ("deduction_due", "服务单{number}等待确认扣款", "Ticket {number} waits for its deduction to be booked."),
    ("possible_abuse", "服务单{number}：潜在滥用权益，请核查", "Ticket {number}: possible abuse. Please look into it."),
    (
        "purchase_report",
        "服务单{number}等待审批，用户历史购买行为：{history}",
        "Ticket {number} waits for your approval. The customer's past: {history}",
    ),
    ("customer_silent", "服务单{number}的客户未答复", "The customer of ticket {number} has not answered."),
    (
        "missing_part_script",
        "您退回的设备缺少{missing_part}，是否需要我们补发？若确认遗失，可扣除配件费后完成退款。",
        "{missing_part} is missing from what you returned. Shall we send it, or keep back its price and refund the rest?",
    ),
    ("survey", "服务单{number}已完成，请评价我们的服务", "Your request {number} is done. Please tell us how we did."),
];

/// One message to each party that a notice names. `form` holds the workflow's fields.
pub fn messages(event: &RuleEvent, case: &CaseFile, form: &Map<String, Value>, locale: &str) -> Vec<Message> {
    let text = |name: &str| event.details.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (template, node) = (text("template"), text("name"));
    let chinese = locale.starts_with("zh");
    let known = TEXTS.iter().find(|(name, _, _)| *name == template);
    let written = known.map_or("{number}: {node}", |(_, zh, en)| if chinese { zh } else { en });
    let body = fill(written, &[("number", case.ticket.number.clone()), ("node", node.clone()), ("history", past(case, chinese))], form);
    let parties = event.details.get("to").and_then(Value::as_array);
    let recipients = parties.into_iter().flatten().filter_map(|party| recipient(party.as_str()?));
    recipients
        .map(|recipient| Message {
            channel: channel(&template, &recipient).to_owned(),
            recipient,
            template: Some(template.clone()),
            locale: locale.to_owned(),
            subject: node.clone(),
            body: body.clone(),
        })
        .collect()
}

/// Who a party is for a message. Departments and queues are told as roles are: whoever connects a channel knows the people.
fn recipient(party: &str) -> Option<Recipient> {
    match party.split_once(':') {
        None if party == "customer" => Some(Recipient::Customer),
        Some(("person", id)) => Some(Recipient::User(id.to_owned())),
        Some(("role", name)) => Some(Recipient::Role(name.to_owned())),
        Some(_) => Some(Recipient::Role(party.to_owned())),
        None => None,
    }
}

/// The template's name says how when it ends in a channel; else customers are reached by SMS and people by their list.
fn channel(template: &str, recipient: &Recipient) -> &'static str {
    match (template.rsplit('_').next(), recipient) {
        (Some("sms"), _) => "sms",
        (Some("mail"), _) => "email",
        (_, Recipient::Customer) => "sms",
        _ => "todo",
    }
}

/// What the customer bought and asked back before, in a line (D3).
fn past(case: &CaseFile, chinese: bool) -> String {
    let Some(history) = &case.history else { return String::new() };
    let totals = &history.totals;
    if chinese {
        format!("订单{}笔，支付{}；售后{}次，退款{}", totals.orders, totals.paid, totals.after_sales, totals.refunded)
    } else {
        format!("{} orders, {} paid; {} claims, {} refunded", totals.orders, totals.paid, totals.after_sales, totals.refunded)
    }
}

/// Fills in what stands in braces; what is not known is left out. Values are never read as templates.
fn fill(text: &str, own: &[(&str, String)], form: &Map<String, Value>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        let name = &rest[start + 1..start + length];
        out.push_str(&rest[..start]);
        match (own.iter().find(|(own, _)| *own == name), form.get(name)) {
            (Some((_, value)), _) => out.push_str(value),
            (None, Some(Value::String(value))) => out.push_str(value),
            (None, Some(value)) if !value.is_null() => out.push_str(&value.to_string()),
            _ => {}
        }
        rest = &rest[start + length + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::{TEXTS, fill};

    /// Every notice of the house's workflows has words in both languages.
    #[test]
    fn every_shipped_notice_has_words() {
        for definition in redress_flow::shipped().unwrap() {
            let text = serde_json::to_string(&definition).unwrap();
            for part in text.split("\"template\":\"").skip(1) {
                let name = part.split('"').next().unwrap();
                assert!(TEXTS.iter().any(|(own, zh, en)| own == &name && !zh.is_empty() && !en.is_empty()), "{name} has no words");
            }
        }
    }

    #[test]
    fn values_are_never_read_as_templates() {
        let form = Map::from_iter([("return_address".to_owned(), json!("{number} 仓"))]);
        assert_eq!(fill("{number}: {return_address}{nobody}", &[("number", "AS1".to_owned())], &form), "AS1: {number} 仓");
        assert_eq!(fill("open {brace", &[], &form), "open {brace");
    }
}

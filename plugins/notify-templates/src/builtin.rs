//! The sends and texts that hold without configuration.

use crate::config::{Send, To};

/// A text in Chinese and English, each as subject and body.
pub(crate) struct Builtin {
    name: &'static str,
    chinese: (&'static str, &'static str),
    english: (&'static str, &'static str),
}

/// Goes to the merchant's systems on every event.
const SYSTEM: &str = "event.system";

const TEMPLATES: &[Builtin] = &[
    // Z19
    Builtin {
        name: "ticket.created.customer",
        chinese: ("服务单已受理", "您的服务单已受理，编号为{{ticket.number}}"),
        english: ("We have received your request", "We have received your request. Its number is {{ticket.number}}."),
    },
    Builtin {
        name: "ticket.created.staff",
        chinese: ("新服务单 {{ticket.number}}", "{{customer.name|客户}}提交了{{ticket.kind}}：{{ticket.subject}}"),
        english: ("New ticket {{ticket.number}}", "{{customer.name|A customer}} asks for {{ticket.kind}}: {{ticket.subject}}"),
    },
    Builtin {
        name: "ticket.approved.customer",
        chinese: ("申请已通过", "您的{{ticket.kind}}申请（{{ticket.number}}）已通过，金额{{refund.amount|待定}}。"),
        english: (
            "Your request is approved",
            "Your {{ticket.kind}} request {{ticket.number}} is approved, amount {{refund.amount|to be agreed}}.",
        ),
    },
    Builtin {
        name: "ticket.refused.customer",
        chinese: (
            "申请未通过",
            "很抱歉，您的{{ticket.kind}}申请（{{ticket.number}}）未通过。原因：{{event.opinion|event.reason|不符合售后政策}}",
        ),
        english: (
            "Your request is declined",
            "We are sorry: your {{ticket.kind}} request {{ticket.number}} is declined. Reason: {{event.opinion|event.reason|it does not meet our policy}}",
        ),
    },
    Builtin {
        name: "ticket.approval_needed.staff",
        chinese: (
            "待审批：{{ticket.number}}",
            "{{customer.name|客户}}的{{ticket.kind}}申请，金额{{refund.amount|未知}}，等待{{event.role|审批人}}审批。{{event.explanation|}}",
        ),
        english: (
            "Approval needed: {{ticket.number}}",
            "{{ticket.kind}} request of {{customer.name|a customer}}, amount {{refund.amount|unknown}}, waits for {{event.role|approval}}. {{event.explanation|}}",
        ),
    },
    Builtin {
        name: "ticket.information_requested.customer",
        chinese: ("请补充信息", "您的服务单{{ticket.number}}还需要补充：{{event.message|event.fields|更多信息}}"),
        english: (
            "We need more information",
            "For your request {{ticket.number}} we still need: {{event.message|event.fields|more information}}",
        ),
    },
    Builtin {
        name: "ticket.transferred.staff",
        chinese: ("转交给您：{{ticket.number}}", "{{ticket.kind}}：{{ticket.subject}}。{{event.reason|}}"),
        english: ("Handed to you: {{ticket.number}}", "{{ticket.kind}}: {{ticket.subject}}. {{event.reason|}}"),
    },
    Builtin {
        name: "ticket.cancelled.customer",
        chinese: ("服务单已取消", "您的服务单{{ticket.number}}已取消。"),
        english: ("Your request is cancelled", "Your request {{ticket.number}} is cancelled."),
    },
    Builtin {
        name: "ticket.reopened.customer",
        chinese: ("服务单已重新打开", "您的服务单{{ticket.number}}已重新打开，我们会继续处理。"),
        english: ("Your request is open again", "Your request {{ticket.number}} is open again; we are working on it."),
    },
    Builtin {
        name: "ticket.reopened.staff",
        chinese: ("重新打开：{{ticket.number}}", "{{ticket.subject}}。{{event.reason|}}"),
        english: ("Open again: {{ticket.number}}", "{{ticket.subject}}. {{event.reason|}}"),
    },
    Builtin {
        name: "ticket.message_added.customer",
        chinese: ("服务单{{ticket.number}}有新回复", "{{event.body|event.message|请登录查看}}"),
        english: ("New reply on {{ticket.number}}", "{{event.body|event.message|Please log in to read it.}}"),
    },
    Builtin {
        name: "ticket.message_added.staff",
        chinese: ("客户回复：{{ticket.number}}", "{{customer.name|客户}}：{{event.body|event.message|（无内容）}}"),
        english: ("Customer wrote: {{ticket.number}}", "{{customer.name|The customer}}: {{event.body|event.message|(no text)}}"),
    },
    // Z23
    Builtin {
        name: "goods.inspected_ok.customer",
        chinese: ("退货质检通过", "您的退货商品已质检通过，退款将在1-3个工作日内原路返还"),
        english: (
            "Your return passed the inspection",
            "Your returned goods passed the inspection. The refund will reach you within 1 to 3 working days.",
        ),
    },
    Builtin {
        name: "goods.inspected_ok.staff",
        chinese: ("质检通过，请退款：{{ticket.number}}", "服务单{{ticket.number}}质检通过，请退款{{refund.amount|}}。"),
        english: (
            "Inspected, please refund: {{ticket.number}}",
            "The goods of {{ticket.number}} passed the inspection; please refund {{refund.amount|}}.",
        ),
    },
    // D5
    Builtin {
        name: "goods.problem.customer",
        chinese: (
            "退货质检发现问题",
            "您退回的商品（服务单{{ticket.number}}）质检发现问题：{{event.note|event.reason|与申请不符}}。退款暂停，客服会与您联系。",
        ),
        english: (
            "A problem with your return",
            "We found a problem with the goods of {{ticket.number}}: {{event.note|event.reason|they are not as described}}. The refund is on hold; we will contact you.",
        ),
    },
    Builtin {
        name: "goods.problem.staff",
        chinese: ("质检异常，退款已暂停：{{ticket.number}}", "{{event.note|event.reason|未写明原因}}"),
        english: ("Inspection problem, refund on hold: {{ticket.number}}", "{{event.note|event.reason|no reason given}}"),
    },
    Builtin {
        name: "refund.pending.staff",
        chinese: ("待退款：{{ticket.number}}", "请在24小时内退款{{refund.amount|}}。"),
        english: ("Refund to pay: {{ticket.number}}", "Please pay {{refund.amount|}} within 24 hours."),
    },
    Builtin {
        name: "refund.paid.customer",
        chinese: ("退款已支付", "您的退款{{refund.amount|}}已原路返还（服务单{{ticket.number}}）。"),
        english: ("Your refund is paid", "Your refund {{refund.amount|}} for {{ticket.number}} is paid."),
    },
    Builtin {
        name: "refund.failed.staff",
        chinese: ("退款失败：{{ticket.number}}", "退款{{refund.amount|}}失败：{{event.reason|原因未知}}"),
        english: ("Refund failed: {{ticket.number}}", "The refund {{refund.amount|}} failed: {{event.reason|reason unknown}}"),
    },
    Builtin {
        name: "ticket.completed.customer",
        chinese: ("服务单已完成", "您的服务单{{ticket.number}}已处理完成，感谢您的支持。"),
        english: ("Your request is done", "Your request {{ticket.number}} is done. Thank you."),
    },
    Builtin {
        name: "rule.failed.staff",
        chinese: (
            "规则未能判断：{{ticket.number}}",
            "规则{{event.plugin|（未知）}}未能判断，已转人工：{{event.message|event.outcome|原因见决策记录}}",
        ),
        english: (
            "A rule could not answer: {{ticket.number}}",
            "Rule {{event.plugin|(unknown)}} could not answer, a person decides: {{event.message|event.outcome|see the decision record}}",
        ),
    },
    Builtin {
        name: SYSTEM,
        chinese: ("{{event.name}}", "{{event.name}} {{ticket.number}} {{ticket.status}}"),
        english: ("{{event.name}}", "{{event.name}} {{ticket.number}} {{ticket.status}}"),
    },
];

/// The built-in text of a template as subject and body.
pub(crate) fn text(name: &str, chinese: bool) -> Option<(&'static str, &'static str)> {
    let template = TEMPLATES.iter().find(|template| template.name == name)?;
    Some(if chinese { template.chinese } else { template.english })
}

/// The built-in sends of an event; only systems are told of an event that is not in the list.
pub(crate) fn sends(event: &str) -> Vec<Send> {
    let role = |name: &str| To::Role(name.into());
    let to: &[(To, &str)] = match event {
        "ticket.created" => &[(To::Customer, "ticket.created.customer"), (role("supervisor"), "ticket.created.staff")],
        "ticket.approved" => &[(To::Customer, "ticket.approved.customer")],
        "ticket.refused" => &[(To::Customer, "ticket.refused.customer")],
        "ticket.approval_needed" => &[(To::RoleIn("role".into()), "ticket.approval_needed.staff")],
        "ticket.information_requested" => &[(To::Customer, "ticket.information_requested.customer")],
        "ticket.transferred" => &[(To::UserIn("assignee".into()), "ticket.transferred.staff")],
        "ticket.cancelled" => &[(To::Customer, "ticket.cancelled.customer")],
        "ticket.reopened" => &[(To::Customer, "ticket.reopened.customer"), (role("supervisor"), "ticket.reopened.staff")],
        "ticket.message_added" => return message_added(),
        "goods.inspected_ok" => &[(To::Customer, "goods.inspected_ok.customer"), (role("finance"), "goods.inspected_ok.staff")],
        "goods.problem" => &[(To::Customer, "goods.problem.customer"), (role("risk"), "goods.problem.staff")],
        "refund.pending" => &[(role("finance"), "refund.pending.staff")],
        "refund.paid" => &[(To::Customer, "refund.paid.customer")],
        "refund.failed" => &[(role("finance"), "refund.failed.staff"), (role("supervisor"), "refund.failed.staff")],
        "ticket.completed" => &[(To::Customer, "ticket.completed.customer")],
        "rule.failed" => &[(role("admin"), "rule.failed.staff")],
        _ => &[],
    };
    to.iter().map(|(to, template)| send(to.clone(), template, None)).chain([send(To::System, SYSTEM, None)]).collect()
}

/// The customer reads what agents write, agents what the customer writes.
fn message_added() -> Vec<Send> {
    vec![
        send(To::Customer, "ticket.message_added.customer", Some("agent")),
        send(To::Role("agent".into()), "ticket.message_added.staff", Some("customer")),
        send(To::System, SYSTEM, None),
    ]
}

fn send(recipient: To, template: &str, author: Option<&str>) -> Send {
    let when = author.map(|author| ("author".to_owned(), author.to_owned())).into_iter().collect();
    Send { channel: None, recipient, template: template.to_owned(), when }
}

#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|template| template.name)
}

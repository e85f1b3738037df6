//! The built-in texts.

/// A text in Chinese and English, each as subject and body.
pub(super) struct Builtin {
    pub(super) name: &'static str,
    pub(super) chinese: (&'static str, &'static str),
    pub(super) english: (&'static str, &'static str),
}

pub(super) const TEMPLATES: &[Builtin] = &[
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
    // U14
    Builtin {
        name: "survey.sent.customer",
        chinese: ("请评价我们的服务", "您的服务单{{ticket.number}}已完成，请评价：{{event.url}}"),
        english: ("How did we do?", "Your request {{ticket.number}} is done. Please tell us how we did: {{event.url}}"),
    },
    // D6
    Builtin {
        name: "abuse.suspected.staff",
        chinese: ("潜在滥用权益：{{ticket.number}}", "{{customer.name|客户}}半年内有多次类似缺件申请，请核查。"),
        english: (
            "Possible abuse: {{ticket.number}}",
            "{{customer.name|The customer}} made several similar claims in half a year; please look into it.",
        ),
    },
    Builtin {
        name: "ticket.merged.customer",
        chinese: ("已合并", "您的服务单{{ticket.number}}与之前的申请重复，已合并处理。"),
        english: (
            "Your request was merged",
            "Your request {{ticket.number}} asks for the same as an earlier one; we handle them together.",
        ),
    },
    Builtin {
        name: "ticket.expired.customer",
        chinese: ("服务单已逾期关闭", "未在期限内收到您的回复或退货，服务单{{ticket.number}}已关闭。如需继续，请联系客服。"),
        english: (
            "Your request has expired",
            "We did not hear from you or receive the goods in time, so request {{ticket.number}} is closed. Contact us to go on.",
        ),
    },
    Builtin {
        name: "ticket.review_needed.staff",
        chinese: ("待初审：{{ticket.number}}", "{{ticket.kind}}：{{ticket.subject}}"),
        english: ("To review: {{ticket.number}}", "{{ticket.kind}}: {{ticket.subject}}"),
    },
    Builtin {
        name: "ticket.customer_answered.staff",
        chinese: ("客户已补充：{{ticket.number}}", "{{customer.name|客户}}：{{event.message|请查看服务单}}"),
        english: ("Customer answered: {{ticket.number}}", "{{customer.name|The customer}}: {{event.message|see the ticket}}"),
    },
    Builtin {
        name: "ticket.escalated.staff",
        chinese: ("优先级已提高：{{ticket.number}}", "{{ticket.subject}}长时间待受理，优先级已调整为{{ticket.priority}}。"),
        english: ("Priority raised: {{ticket.number}}", "{{ticket.subject}} has waited too long; its priority is now {{ticket.priority}}."),
    },
    Builtin {
        name: "return.requested.customer",
        chinese: ("请寄回商品", "服务单{{ticket.number}}：请寄回{{event.part|商品}}。{{event.address|退货地址请见服务单。}}"),
        english: (
            "Please send it back",
            "For request {{ticket.number}} please send back {{event.part|the goods}}. {{event.address|The address is in your request.}}",
        ),
    },
    Builtin {
        name: "goods.received.customer",
        chinese: ("已收到退货", "已收到您退回的商品（服务单{{ticket.number}}），正在质检。"),
        english: ("We have your return", "The goods of {{ticket.number}} have arrived; we are inspecting them."),
    },
    Builtin {
        name: "goods.inspected_ok.general",
        chinese: ("质检通过", "您退回的商品（服务单{{ticket.number}}）已质检通过，我们会尽快处理。"),
        english: ("Your return passed the inspection", "The goods of {{ticket.number}} passed the inspection; we go on with your request."),
    },
    Builtin {
        name: "goods.sent_back.customer",
        chinese: ("商品已寄回", "您的商品（服务单{{ticket.number}}）已寄回，单号{{event.number|请见服务单}}。"),
        english: (
            "Your goods are on their way back",
            "The goods of {{ticket.number}} are on their way back to you, tracking number {{event.number|in your request}}.",
        ),
    },
    Builtin {
        name: "parcel.problem.staff",
        chinese: ("包裹异常：{{ticket.number}}", "{{event.reason|未写明原因}}"),
        english: ("Problem with a parcel: {{ticket.number}}", "{{event.reason|no reason given}}"),
    },
    Builtin {
        name: "replacement.shipped.customer",
        chinese: ("换货已发出", "服务单{{ticket.number}}的商品已发出，单号{{event.number|请见服务单}}。"),
        english: (
            "Your replacement is on its way",
            "The replacement for {{ticket.number}} is on its way, tracking number {{event.number|in your request}}.",
        ),
    },
    Builtin {
        name: "replacement.out_of_stock.customer",
        chinese: ("换货缺货", "很抱歉，服务单{{ticket.number}}的商品缺货，将为您改为退款。"),
        english: (
            "Your replacement is out of stock",
            "We are sorry: the replacement for {{ticket.number}} is out of stock, so you get a refund.",
        ),
    },
    Builtin {
        name: "replacement.difference_due.customer",
        chinese: ("请补差价", "服务单{{ticket.number}}需补差价{{event.amount|}}，付款后发货。"),
        english: ("A difference is due", "For {{ticket.number}} a difference of {{event.amount|}} is due; we ship when it is paid."),
    },
    Builtin {
        name: "settlement.changed.customer",
        chinese: ("退款金额已调整", "服务单{{ticket.number}}的退款金额调整为{{refund.amount|}}。"),
        english: ("Your refund has changed", "The refund for {{ticket.number}} is now {{refund.amount|}}."),
    },
    Builtin {
        name: "refund.attention.staff",
        chinese: ("退款需处理：{{ticket.number}}", "{{event.name}}，金额{{refund.amount|未知}}。{{event.reason|}}"),
        english: ("Refund needs attention: {{ticket.number}}", "{{event.name}}, amount {{refund.amount|unknown}}. {{event.reason|}}"),
    },
    Builtin {
        name: "dispute.attention.staff",
        chinese: ("平台介入：{{ticket.number}}", "{{event.name}}。{{event.reference|event.note|}}"),
        english: ("Dispute: {{ticket.number}}", "{{event.name}}. {{event.reference|event.note|}}"),
    },
    Builtin {
        name: super::SYSTEM,
        chinese: ("{{event.name}}", "{{event.name}} {{ticket.number}} {{ticket.status}}"),
        english: ("{{event.name}}", "{{event.name}} {{ticket.number}} {{ticket.status}}"),
    },
];

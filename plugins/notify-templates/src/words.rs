//! Names and values as people read them, in Chinese and English.

use redress_sdk::prelude::*;
use redress_sdk::serde_json::Value;

/// The language of a message: Chinese for `zh-*`, else English.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    chinese: bool,
}

impl Words {
    pub(crate) fn of(locale: &str) -> Self {
        Self { chinese: primary(locale).eq_ignore_ascii_case("zh") }
    }

    pub(crate) const fn is_chinese(self) -> bool {
        self.chinese
    }

    pub(crate) const fn kind(self, kind: TicketKind) -> &'static str {
        let (chinese, english) = match kind {
            TicketKind::ReturnRefund => ("退货退款", "return and refund"),
            TicketKind::RefundOnly => ("仅退款", "refund"),
            TicketKind::Exchange => ("换货", "exchange"),
            TicketKind::Resend => ("补发", "resend"),
            TicketKind::Repair => ("维修", "repair"),
            TicketKind::PriceProtect => ("价保", "price protection"),
            TicketKind::FreightClaim => ("运费理赔", "freight claim"),
            TicketKind::Complaint => ("投诉", "complaint"),
            TicketKind::Inquiry => ("咨询", "inquiry"),
        };
        if self.chinese { chinese } else { english }
    }

    pub(crate) const fn priority(self, priority: Priority) -> &'static str {
        let (chinese, english) = match priority {
            Priority::Low => ("低", "low"),
            Priority::Normal => ("普通", "normal"),
            Priority::High => ("高", "high"),
            Priority::Urgent => ("紧急", "urgent"),
        };
        if self.chinese { chinese } else { english }
    }

    /// The case axis; a name that is not known stays as it is.
    pub(crate) fn status(self, status: &str) -> &str {
        if !self.chinese {
            return status;
        }
        match status {
            "submitted" => "已提交",
            "merged" => "已合并",
            "awaiting_customer" => "待客户补充",
            "closed_expired" => "逾期关闭",
            "first_review" => "待初审",
            "approval" => "审批中",
            "approved" => "已同意",
            "refused_once" => "已拒绝",
            "refused_final" => "最终拒绝",
            "awaiting_return" => "待退货",
            "in_transit" => "退货在途",
            "exception" => "物流异常",
            "partially_received" => "部分收货",
            "received" => "已收货",
            "inspected_ok" => "质检通过",
            "inspection_hold" => "质检异常",
            "send_back" => "寄回客户",
            "fulfilling" => "处理中",
            "settling" => "结算中",
            "completed" => "已完成",
            "cancelled" => "已取消",
            "closed" => "已关闭",
            other => other,
        }
    }

    pub(crate) fn money(self, money: &Money) -> String {
        if self.chinese && money.currency == "CNY" { format!("{}元", money.to_decimal()) } else { money.to_string() }
    }

    pub(crate) fn list(self, items: &[String]) -> String {
        items.join(if self.chinese { "、" } else { ", " })
    }

    /// A detail or field: money and lists as people write them; `None` for nothing.
    pub(crate) fn json(self, value: &Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            Value::Bool(true) => Some(if self.chinese { "是" } else { "yes" }.to_owned()),
            Value::Bool(false) => Some(if self.chinese { "否" } else { "no" }.to_owned()),
            Value::Number(number) => Some(number.to_string()),
            Value::Array(items) => Some(self.list(&items.iter().filter_map(|item| self.json(item)).collect::<Vec<_>>())),
            Value::Object(_) => match Money::deserialize(value) {
                Ok(money) => Some(self.money(&money)),
                Err(_) => Some(value.to_string()),
            },
        }
    }

    /// As [`Words::json`], with names of roles and form fields in the language of the message.
    pub(crate) fn names(self, value: &Value) -> Option<String> {
        match value {
            Value::String(name) => Some(self.name(name).to_owned()),
            Value::Array(items) => Some(self.list(&items.iter().filter_map(|item| self.names(item)).collect::<Vec<_>>())),
            other => self.json(other),
        }
    }

    /// Roles and form fields that Redress itself names.
    fn name(self, name: &str) -> &str {
        match (self.chinese, name) {
            (true, "agent") => "客服",
            (true, "supervisor") => "客服组长",
            (true, "director") => "运营总监",
            (true, "warehouse") => "仓库",
            (true, "finance") => "财务",
            (true, "risk") => "风控专员",
            (true, "photo") => "照片",
            (true, "damage_position") => "破损位置",
            (true, "description") => "问题描述",
            (true, "bank_card_number") => "银行卡号",
            (true, "refund_method") => "退款方式",
            (false, "damage_position") => "damage position",
            (false, "bank_card_number") => "bank card number",
            (false, "refund_method") => "refund method",
            _ => name,
        }
    }
}

/// The language of a tag: `zh` of `zh-CN`.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

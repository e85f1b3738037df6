//! Every sentence the rule says, in Chinese and English.

use redress_sdk::prelude::*;

use crate::config::Tier;

/// The language of a call: Chinese for `zh-*`, else English.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    chinese: bool,
}

impl Words {
    pub(crate) fn of(locale: &str) -> Self {
        Self { chinese: locale.split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case("zh")) }
    }

    fn pick(self, chinese: String, english: String) -> String {
        if self.chinese { chinese } else { english }
    }

    /// Reasons joined to one explanation.
    pub(crate) fn join(self, reasons: &[String]) -> String {
        let text = reasons.join(if self.chinese { "；" } else { "; " });
        if self.chinese { format!("{text}。") } else { format!("{text}.") }
    }

    pub(crate) fn tier(self, amount: i64, currency: &str, above: Option<i64>, tier: &Tier) -> String {
        let (zh, en) = match (above, tier.up_to) {
            (None, None) => (String::new(), String::new()),
            (None, Some(to)) => (format!("不超过{}，", self.money(to, currency)), format!(" is at most {}", self.money(to, currency))),
            (Some(from), None) => (format!("超过{}，", self.money(from, currency)), format!(" is above {}", self.money(from, currency))),
            (Some(from), Some(to)) => (
                format!("超过{}、不超过{}，", self.money(from, currency), self.money(to, currency)),
                format!(" is above {} and at most {}", self.money(from, currency), self.money(to, currency)),
            ),
        };
        let amount = self.money(amount, currency);
        let report = if tier.with_report {
            self.pick("，附用户历史购买行为分析报告".into(), " with the purchase-behaviour report".into())
        } else {
            String::new()
        };
        match &tier.role {
            None => self.pick(format!("金额{amount}，{zh}自动通过"), format!("{amount}{en}: automatic")),
            Some(role) => {
                let who = self.role(role);
                self.pick(format!("金额{amount}，{zh}需{who}审批{report}"), format!("{amount}{en}: {who} must agree{report}"))
            }
        }
    }

    pub(crate) fn no_tiers(self, currency: &str, role: &str) -> String {
        let who = self.role(role);
        self.pick(format!("币种{currency}没有设置金额分层，需{who}审批"), format!("there are no tiers for {currency}: {who} must agree"))
    }

    pub(crate) fn auto_approved(self, days: u32) -> String {
        self.pick(
            format!("七天无理由退货，签收{days}天内申请且包装完好，自动通过"),
            format!("return without reason within {days} days of delivery, package intact: automatic"),
        )
    }

    pub(crate) fn inspected(self, amount: i64, below: i64, currency: &str) -> String {
        let (amount, below) = (self.money(amount, currency), self.money(below, currency));
        self.pick(
            format!("金额{amount}，低于{below}，仓库质检通过后退款"),
            format!("{amount} is below {below}: refunded after the warehouse inspection"),
        )
    }

    pub(crate) fn asked_before_inspection(self, amount: i64, below: i64, currency: &str, role: &str) -> String {
        let (amount, below, who) = (self.money(amount, currency), self.money(below, currency), self.role(role));
        self.pick(
            format!("金额{amount}，达到{below}，先由{who}审批，再由仓库质检"),
            format!("{amount} reaches {below}: {who} must agree before the warehouse inspection"),
        )
    }

    pub(crate) fn late(self, days: u32, role: &str) -> String {
        let who = self.role(role);
        self.pick(
            format!("已超过签收后{days}天的申请期限，需{who}审批"),
            format!("later than {days} days after delivery: {who} must agree"),
        )
    }

    pub(crate) fn refused_late(self, days: u32) -> String {
        self.pick(format!("已超过签收后{days}天的申请期限，拒绝退款"), format!("later than {days} days after delivery: refused"))
    }

    /// To the customer.
    pub(crate) fn late_message(self, days: u32) -> String {
        self.pick(
            format!("很抱歉，您的申请已超过签收后{days}天的期限，无法退款。如有疑问请联系客服。"),
            format!("We are sorry: your request came later than {days} days after delivery, so it cannot be refunded. Please contact us if you have questions."),
        )
    }

    pub(crate) fn missing(self, fields: &[String]) -> String {
        let names: Vec<&str> = fields.iter().map(|field| self.field(field)).collect();
        self.pick(format!("请客户补充：{}", names.join("、")), format!("the customer must add: {}", names.join(", ")))
    }

    pub(crate) fn risk_unknown(self, role: &str) -> String {
        let who = self.role(role);
        self.pick(format!("风险未知，不自动退款，需{who}审批"), format!("the risk is unknown, so nothing is automatic: {who} must agree"))
    }

    pub(crate) fn risky(self, score: u32, from: u32, role: &str) -> String {
        let who = self.role(role);
        self.pick(format!("风险分{score}，达到{from}，需{who}审批"), format!("risk score {score} reaches {from}: {who} must agree"))
    }

    fn role(self, role: &str) -> &str {
        match (self.chinese, role) {
            (true, "agent") => "客服",
            (true, "supervisor") => "客服组长",
            (true, "director") => "运营总监",
            (true, "finance") => "财务",
            (true, "risk") => "风控专员",
            (true, "admin") => "管理员",
            _ => role,
        }
    }

    fn field(self, field: &str) -> &str {
        match (self.chinese, field) {
            (true, "photo") => "照片",
            (true, "damage_position") => "破损位置",
            (true, "description") => "问题描述",
            (true, "bank_card_number") => "银行卡号",
            (true, "refund_method") => "退款方式",
            (false, "damage_position") => "damage position",
            (false, "bank_card_number") => "bank card number",
            (false, "refund_method") => "refund method",
            _ => field,
        }
    }

    fn money(self, minor: i64, currency: &str) -> String {
        let money = Money::new(minor, currency);
        if self.chinese && currency == "CNY" { format!("{}元", money.to_decimal()) } else { money.to_string() }
    }
}

//! Every sentence the rule says, in Chinese and English.

use std::fmt::{self, Arguments};

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

    fn pick(self, chinese: Arguments<'_>, english: Arguments<'_>) -> String {
        // Only the chosen one is ever formatted.
        fmt::format(if self.chinese { chinese } else { english })
    }

    /// Reasons joined to one explanation.
    pub(crate) fn join(self, reasons: &[String]) -> String {
        let mut text = reasons.join(if self.chinese { "；" } else { "; " });
        text.push_str(if self.chinese { "。" } else { "." });
        text
    }

    pub(crate) fn tier(self, amount: i64, currency: &str, above: Option<i64>, tier: &Tier) -> String {
        let bounds = self.bounds(currency, above, tier.up_to);
        let amount = self.money(amount, currency);
        let Some(role) = tier.role.as_deref() else {
            return self
                .pick(format_args!("金额{amount}，{bounds}按金额可自动通过"), format_args!("{amount}{bounds}: automatic by amount"));
        };
        let who = self.role(role);
        if tier.with_report {
            return self.pick(
                format_args!("金额{amount}，{bounds}需{who}审批，附用户历史购买行为分析报告"),
                format_args!("{amount}{bounds}: {who} must agree, with the purchase-behaviour report attached"),
            );
        }
        self.pick(format_args!("金额{amount}，{bounds}需{who}审批"), format_args!("{amount}{bounds}: {who} must agree"))
    }

    fn bounds(self, currency: &str, above: Option<i64>, up_to: Option<i64>) -> String {
        let money = |minor| self.money(minor, currency);
        match (above.map(money), up_to.map(money)) {
            (None, None) => String::new(),
            (None, Some(to)) => self.pick(format_args!("不超过{to}，"), format_args!(" is at most {to}")),
            (Some(from), None) => self.pick(format_args!("超过{from}，"), format_args!(" is above {from}")),
            (Some(from), Some(to)) => {
                self.pick(format_args!("超过{from}、不超过{to}，"), format_args!(" is above {from} and at most {to}"))
            }
        }
    }

    pub(crate) fn no_tiers(self, currency: &str, role: &str) -> String {
        let who = self.role(role);
        self.pick(
            format_args!("币种{currency}没有设置金额分层，需{who}审批"),
            format_args!("there are no tiers for {currency}: {who} must agree"),
        )
    }

    pub(crate) fn auto_approved(self, days: u32) -> String {
        self.pick(
            format_args!("七天无理由退货，签收{days}天内申请且包装完好，自动通过"),
            format_args!("return without reason within {days} days of delivery, package intact: automatic"),
        )
    }

    pub(crate) fn inspected(self, amount: i64, below: i64, currency: &str) -> String {
        let (amount, below) = (self.money(amount, currency), self.money(below, currency));
        self.pick(
            format_args!("金额{amount}，低于{below}，仓库质检通过后退款"),
            format_args!("{amount} is below {below}: refunded after the warehouse inspection"),
        )
    }

    pub(crate) fn asked_before_inspection(self, amount: i64, below: i64, currency: &str, role: &str) -> String {
        let (amount, below, who) = (self.money(amount, currency), self.money(below, currency), self.role(role));
        self.pick(
            format_args!("金额{amount}，达到{below}，先由{who}审批，再由仓库质检"),
            format_args!("{amount} reaches {below}: {who} must agree before the warehouse inspection"),
        )
    }

    pub(crate) fn late(self, days: u32, role: &str) -> String {
        let who = self.role(role);
        self.pick(
            format_args!("已超过签收后{days}天的申请期限，需{who}审批"),
            format_args!("later than {days} days after delivery: {who} must agree"),
        )
    }

    pub(crate) fn refused_late(self, days: u32) -> String {
        self.pick(format_args!("已超过签收后{days}天的申请期限，拒绝退款"), format_args!("later than {days} days after delivery: refused"))
    }

    /// To the customer.
    pub(crate) fn late_message(self, days: u32) -> String {
        self.pick(
            format_args!("很抱歉，您的申请已超过签收后{days}天的期限，无法退款。如有疑问请联系客服。"),
            format_args!("We are sorry: your request came later than {days} days after delivery, so it cannot be refunded. Please contact us if you have questions."),
        )
    }

    pub(crate) fn missing(self, fields: &[&str]) -> String {
        let names: Vec<&str> = fields.iter().map(|field| self.field(field)).collect();
        let names = names.join(if self.chinese { "、" } else { ", " });
        self.pick(format_args!("请客户补充：{names}"), format_args!("the customer must add: {names}"))
    }

    pub(crate) fn risk_unknown(self, role: &str) -> String {
        let who = self.role(role);
        self.pick(
            format_args!("风险未知，不自动退款，需{who}审批"),
            format_args!("the risk is unknown, so nothing is automatic: {who} must agree"),
        )
    }

    pub(crate) fn risky(self, score: u32, from: u32, role: &str) -> String {
        let who = self.role(role);
        self.pick(
            format_args!("风险分{score}，达到{from}，需{who}审批"),
            format_args!("risk score {score} reaches {from}: {who} must agree"),
        )
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

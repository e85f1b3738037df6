//! Every sentence the rule says, in Chinese and English.

use std::fmt::{self, Arguments};

use redress_sdk::prelude::*;

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

    pub(crate) fn repeat(self, count: u32, days: u32) -> String {
        self.pick(format_args!("近{days}天内同类售后{count}次"), format_args!("{count} similar claims within {days} days"))
    }

    pub(crate) fn open(self, count: u32) -> String {
        self.pick(format_args!("该客户另有{count}个未完结的售后单"), format_args!("the customer has {count} other open claims"))
    }

    pub(crate) fn rate(self, percent: u32, totals: &Totals) -> String {
        let (refunded, paid) = (&totals.refunded, &totals.paid);
        self.pick(
            format_args!("累计退款{refunded}，占累计支付{paid}的{percent}%"),
            format_args!("refunded {refunded}, which is {percent} % of {paid} ever paid"),
        )
    }

    pub(crate) fn first_order(self, paid: &Money) -> String {
        self.pick(format_args!("首单金额高：{paid}"), format_args!("expensive first order: {paid}"))
    }

    pub(crate) fn soon(self, minutes: i64) -> String {
        self.pick(format_args!("签收后{minutes}分钟即申请售后"), format_args!("claimed {minutes} minutes after delivery"))
    }

    pub(crate) fn late(self, days: i64) -> String {
        self.pick(format_args!("签收{days}天后才申请售后"), format_args!("claimed {days} days after delivery"))
    }

    pub(crate) fn known(self, tag: &str) -> String {
        self.pick(format_args!("客户已有标签「{tag}」"), format_args!("the customer carries the tag \"{tag}\""))
    }
}

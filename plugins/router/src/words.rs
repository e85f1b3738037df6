//! Every sentence the rule says, in Chinese and English.

use std::fmt::{self, Arguments};

use redress_sdk::prelude::*;

use crate::config::Strategy;
use crate::rules::{Fit, Hit};

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

    /// Parts joined to one reason.
    pub(crate) fn join(self, parts: &[String]) -> String {
        parts.join(if self.chinese { "；" } else { "; " })
    }

    /// Which rule fitted, and by what.
    pub(crate) fn hit(self, hit: &Hit) -> String {
        let fits: Vec<String> = hit.fits.iter().map(|fit| self.fit(fit)).collect();
        let why = if fits.is_empty() {
            self.pick(format_args!("所有工单"), format_args!("every ticket"))
        } else {
            fits.join(if self.chinese { "、" } else { ", " })
        };
        match hit.name {
            "" => why,
            name => self.pick(format_args!("{name}（{why}）"), format_args!("{name} ({why})")),
        }
    }

    pub(crate) fn to_queue(self, queue: &Queue) -> String {
        self.pick(format_args!("分到「{}」", queue.name), format_args!("to queue \"{}\"", queue.name))
    }

    pub(crate) fn by_default(self, queue: &Queue) -> String {
        self.pick(
            format_args!("没有规则指定队列，分到默认队列「{}」", queue.name),
            format_args!("no rule names a queue: to the default queue \"{}\"", queue.name),
        )
    }

    pub(crate) fn named(self, agent: &Agent) -> String {
        self.pick(format_args!("指定由{}处理", agent.name), format_args!("{} is named for it", agent.name))
    }

    pub(crate) fn named_is_busy(self, agent: &Agent) -> String {
        self.pick(format_args!("指定的{}不在或已满", agent.name), format_args!("{}, who is named for it, is absent or full", agent.name))
    }

    pub(crate) fn picked(self, agent: &Agent, strategy: Strategy) -> String {
        let name = &agent.name;
        match strategy {
            Strategy::LeastLoaded => self.pick(
                format_args!("由{name}处理（在手{}单，最少）", agent.open_tickets),
                format_args!("{name} has the fewest open tickets ({})", agent.open_tickets),
            ),
            Strategy::RoundRobin => self.pick(format_args!("轮到{name}处理"), format_args!("it is the turn of {name}")),
            Strategy::WeightedByRating | Strategy::QueueOnly => {
                self.pick(format_args!("按评价加权，由{name}处理"), format_args!("{name} was drawn, weighted by rating"))
            }
        }
    }

    pub(crate) fn nobody_free(self) -> String {
        self.pick(format_args!("没有合适的空闲客服，先在队列等待"), format_args!("nobody suitable is free: it waits in the queue"))
    }

    fn fit(self, fit: &Fit) -> String {
        match fit {
            Fit::Problem(value) => self.pick(format_args!("问题类型{value}"), format_args!("problem {value}")),
            Fit::Reason(value) => self.pick(format_args!("原因{value}"), format_args!("reason {value}")),
            Fit::Category(value) => self.pick(format_args!("品类{value}"), format_args!("category {value}")),
            Fit::Kind(kind) => self.kind(*kind).to_owned(),
            Fit::MemberLevel(value) => self.pick(format_args!("会员等级{value}"), format_args!("member level {value}")),
            Fit::Channel(value) => self.pick(format_args!("渠道{value}"), format_args!("channel {value}")),
            Fit::Tag(value) => self.pick(format_args!("标签{value}"), format_args!("tag {value}")),
        }
    }
    fn kind(self, kind: TicketKind) -> &'static str {
        if !self.chinese {
            return kind.as_str();
        }
        match kind {
            TicketKind::ReturnRefund => "退货退款",
            TicketKind::RefundOnly => "仅退款",
            TicketKind::Exchange => "换货",
            TicketKind::Resend => "补发",
            TicketKind::Repair => "维修",
            TicketKind::PriceProtect => "价保",
            TicketKind::FreightClaim => "运费理赔",
            TicketKind::Complaint => "投诉",
            TicketKind::Inquiry => "咨询",
        }
    }
}

//! Every sentence the rule says, in Chinese and English.

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

    fn pick(self, chinese: String, english: String) -> String {
        if self.chinese { chinese } else { english }
    }

    /// Parts joined to one reason.
    pub(crate) fn join(self, parts: &[String]) -> String {
        parts.join(if self.chinese { "；" } else { "; " })
    }

    /// Which rule fitted, and by what.
    pub(crate) fn hit(self, hit: &Hit) -> String {
        let fits: Vec<String> = hit.fits.iter().map(|fit| self.fit(fit)).collect();
        let why = if fits.is_empty() {
            self.pick("所有工单".into(), "every ticket".into())
        } else {
            fits.join(if self.chinese { "、" } else { ", " })
        };
        match hit.name {
            "" => why,
            name => self.pick(format!("{name}（{why}）"), format!("{name} ({why})")),
        }
    }

    pub(crate) fn to_queue(self, queue: &Queue) -> String {
        self.pick(format!("分到「{}」", queue.name), format!("to queue \"{}\"", queue.name))
    }

    pub(crate) fn by_default(self, queue: &Queue) -> String {
        self.pick(
            format!("没有规则指定队列，分到默认队列「{}」", queue.name),
            format!("no rule names a queue: to the default queue \"{}\"", queue.name),
        )
    }

    pub(crate) fn named(self, agent: &Agent) -> String {
        self.pick(format!("指定由{}处理", agent.name), format!("{} is named for it", agent.name))
    }

    pub(crate) fn named_is_busy(self, agent: &Agent) -> String {
        self.pick(format!("指定的{}不在或已满", agent.name), format!("{}, who is named for it, is absent or full", agent.name))
    }

    pub(crate) fn picked(self, agent: &Agent, strategy: Strategy) -> String {
        let name = &agent.name;
        match strategy {
            Strategy::LeastLoaded => self.pick(
                format!("由{name}处理（在手{}单，最少）", agent.open_tickets),
                format!("{name} has the fewest open tickets ({})", agent.open_tickets),
            ),
            Strategy::RoundRobin => self.pick(format!("轮到{name}处理"), format!("it is the turn of {name}")),
            Strategy::WeightedByRating | Strategy::QueueOnly => {
                self.pick(format!("按评价加权，由{name}处理"), format!("{name} was drawn, weighted by rating"))
            }
        }
    }

    pub(crate) fn nobody_free(self) -> String {
        self.pick("没有合适的空闲客服，先在队列等待".into(), "nobody suitable is free: it waits in the queue".into())
    }

    fn fit(self, fit: &Fit) -> String {
        match fit {
            Fit::Problem(value) => self.pick(format!("问题类型{value}"), format!("problem {value}")),
            Fit::Reason(value) => self.pick(format!("原因{value}"), format!("reason {value}")),
            Fit::Category(value) => self.pick(format!("品类{value}"), format!("category {value}")),
            Fit::Kind(kind) => self.kind(*kind).to_owned(),
            Fit::MemberLevel(value) => self.pick(format!("会员等级{value}"), format!("member level {value}")),
            Fit::Channel(value) => self.pick(format!("渠道{value}"), format!("channel {value}")),
            Fit::Tag(value) => self.pick(format!("标签{value}"), format!("tag {value}")),
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

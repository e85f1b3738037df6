//! What a merchant may set. `{}` routes by the presets of the sources (U8, U10, L8).

use redress_sdk::prelude::*;

/// Where tickets go and who gets them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Rules in order. Every rule that fits adds its skills and tags; queue, person, priority and strategy come from the
    /// first rule that gives them. Default: VIP first (U8), presets by problem (U10), returns and exchanges (L8).
    pub rules: Vec<Rule>,
    /// Key or name of the queue for tickets that no rule gives one; null or unknown leaves it to the tenant's default.
    pub default_queue: Option<String>,
    /// How a person is picked among those who are free.
    pub strategy: Strategy,
    /// Prefer free people who have the product category of the ticket as a skill (家电类→专属客服, L7).
    pub prefer_category_skill: bool,
    /// How ratings weigh in `weighted_by_rating` (L9).
    pub rating: Rating,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            rules: Rule::of_the_sources(),
            default_queue: Some("support".into()),
            strategy: Strategy::LeastLoaded,
            prefer_category_skill: true,
            rating: Rating::default(),
        }
    }
}

/// How a person is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Who has the fewest open tickets; among equals in turn.
    LeastLoaded,
    /// Everybody in turn.
    RoundRobin,
    /// By lot, better-rated people more often (用户评价好的客服多接工单). The lot is recorded with the decision.
    WeightedByRating,
    /// Nobody: the ticket waits in the queue.
    QueueOnly,
}

/// How ratings become weights: weight = rating − floor, at least 1.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Rating {
    /// Rating in hundredths of a star (0–499) that counts as nothing. The higher, the more the best people get.
    pub floor: u32,
    /// Rating taken for people without ratings, in hundredths of a star (0–500).
    pub unrated: u32,
}

impl Default for Rating {
    fn default() -> Self {
        Self { floor: 200, unrated: 350 }
    }
}

/// One rule: when it fits, and what it says.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    /// Name for people, shown in the reason; may be empty.
    pub name: String,
    /// When the rule fits; empty: always.
    pub when: Conditions,
    /// Key or name of the queue. A queue the tenant does not have is passed over.
    pub queue: Option<String>,
    /// Id or name of the person. Passed over when absent or full; then the strategy picks.
    pub assignee: Option<String>,
    /// Skills the person must have.
    pub skills: Vec<String>,
    /// Priority of the ticket. A ticket that people have raised is never lowered.
    pub priority: Option<Priority>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Strategy for this rule's tickets; null for the general one.
    pub strategy: Option<Strategy>,
    /// Look at no further rule when this one fits.
    pub stop: bool,
}

/// All lists that are not empty must fit; a list fits when any of its items does. Letter case does not matter.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Conditions {
    /// Problem labels of the ticket, for example "damaged".
    pub problem_types: Vec<String>,
    /// Reason codes of the ticket's lines, for example "unwanted".
    pub reasons: Vec<String>,
    /// Product categories of the ticket's lines (of the order's, when the ticket has none).
    pub categories: Vec<String>,
    /// Kinds of ticket.
    pub kinds: Vec<TicketKind>,
    /// Member levels of the customer, for example "vip".
    pub member_levels: Vec<String>,
    /// Channels, for example "taobao".
    pub channels: Vec<String>,
    /// Tags of the ticket or of the customer.
    pub tags: Vec<String>,
}

impl Rule {
    fn of_the_sources() -> Vec<Self> {
        let by_problem = |queue: &str, problem_types: &[&str]| Self {
            queue: Some(queue.into()),
            when: Conditions { problem_types: texts(problem_types), ..Conditions::default() },
            ..Self::default()
        };
        vec![
            Self {
                when: Conditions { member_levels: texts(&["vip", "svip"]), ..Conditions::default() },
                priority: Some(Priority::High),
                tags: texts(&["VIP"]),
                ..Self::default()
            },
            by_problem("claims", &["damaged", "商品破损"]),
            by_problem("logistics", &["logistics", "delivery_delay", "lost_parcel", "物流异常", "快递延迟", "丢件"]),
            by_problem("finance", &["refund", "refund_delay", "refund_failed", "退款问题", "退款延迟", "退款失败"]),
            by_problem("quality", &["quality", "质量", "商品质量问题"]),
            Self {
                when: Conditions { kinds: vec![TicketKind::FreightClaim], ..Conditions::default() },
                queue: Some("logistics".into()),
                ..Self::default()
            },
            Self {
                when: Conditions { kinds: vec![TicketKind::ReturnRefund, TicketKind::Exchange], ..Conditions::default() },
                queue: Some("returns".into()),
                ..Self::default()
            },
        ]
    }
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|&text| text.to_owned()).collect()
}

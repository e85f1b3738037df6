//! What a merchant may set. `{}` is a valid configuration: it carries the numbers of the sources (D3, Z11, Z22, U9, Z6).

use std::borrow::Cow;
use std::collections::BTreeMap;

use redress_sdk::prelude::*;

/// A text that costs nothing when it is a default: a rule reads its configuration on every call.
pub type Text = Cow<'static, str>;
/// A list that costs nothing when it is a default.
pub type List<T> = Cow<'static, [T]>;

/// Reason codes that mean 七天无理由退货 (D9), in the words of the API and of the channels.
const NO_REASON: &[Text] = &[text("unwanted"), text("no_reason"), text("seven_day_no_reason"), text("七天无理由"), text("7天无理由")];
const RETURNS: &[TicketKind] = &[TicketKind::ReturnRefund];
const ROLES: &[Text] = &[text("supervisor"), text("director")];
const RISKY: &[RiskLevel] = &[RiskLevel { from: 60, role: text("director"), with_report: true }];
const DAMAGED: &[Text] = &[text("damaged"), text("商品破损")];
const DAMAGED_FIELDS: &[Text] = &[text("photo"), text("damage_position")];
const QUALITY: &[Text] = &[text("quality"), text("商品质量问题")];
const QUALITY_FIELDS: &[Text] = &[text("description"), text("photo")];
const BANK_CARD_FIELDS: &[Text] = &[text("bank_card_number")];
/// 商品破损 (U9), 商品质量问题 (Z6), refund to a bank card (U9).
const EVIDENCE: &[RequiredFields] = &[
    RequiredFields { kinds: list(&[]), problems: list(DAMAGED), when_field: text(""), when_value: text(""), fields: list(DAMAGED_FIELDS) },
    RequiredFields { kinds: list(&[]), problems: list(QUALITY), when_field: text(""), when_value: text(""), fields: list(QUALITY_FIELDS) },
    RequiredFields {
        kinds: list(&[]),
        problems: list(&[]),
        when_field: text("refund_method"),
        when_value: text("bank_card"),
        fields: list(BANK_CARD_FIELDS),
    },
];

/// Who must agree to a refund of which size, and what else is looked at first.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Amount tiers by ISO 4217 currency code, each list in ascending order. The first tier whose `up_to` is not exceeded
    /// by the highest of requested and net amount decides. Default (D3): CNY ≤ 50 automatic, ≤ 500 supervisor (客服组长),
    /// above director (运营总监) with the purchase-behaviour report.
    pub tiers: BTreeMap<String, Vec<Tier>>,
    /// Who must agree when the currency has no tiers.
    pub other_currencies: Need,
    /// Roles from lowest to highest; when several reasons ask for people, the highest role is asked. Every role named
    /// elsewhere must be in this list.
    pub role_order: List<Text>,
    /// Add what was already refunded on the order to the amount, so that many small requests do not slip under a tier.
    pub include_refunded_before: bool,
    /// Rules of the kind: small amounts are inspected in the warehouse, for large ones people are asked first (Z11). The
    /// first that fits replaces the tiers. Empty by default; `[{}]` is the rule of the source: `return_refund`, below 500
    /// CNY, else supervisor.
    pub inspection: Vec<Inspection>,
    /// Rules that approve whatever the amount (Z22). The first that fits replaces inspection rules and tiers. Empty: none.
    pub auto_approve: Vec<AutoApprove>,
    /// How long after delivery a request is in time. All that fit are checked.
    pub windows: Vec<Window>,
    /// From when a day count runs: from the moment of delivery (签收), or from the next midnight.
    pub days_count_from: DayStart,
    /// Offset of the shop's clock from UTC in minutes, for `next_midnight`; 480 is China.
    pub utc_offset_minutes: i32,
    /// What a fraud score does.
    pub risk: RiskLimits,
    /// Evidence without which nobody decides (U9, Z6); what is missing is asked of the customer.
    pub required_fields: List<RequiredFields>,
}

impl Default for Config {
    fn default() -> Self {
        let tier = |up_to, role: Option<&'static str>, with_report| Tier { up_to, role: role.map(text), quorum: Votes::Any, with_report };
        Self {
            tiers: [(
                "CNY".into(),
                vec![tier(Some(5_000), None, false), tier(Some(50_000), Some("supervisor"), false), tier(None, Some("director"), true)],
            )]
            .into(),
            other_currencies: Need { role: text("director"), quorum: Votes::Any, with_report: true },
            role_order: list(ROLES),
            include_refunded_before: false,
            inspection: Vec::new(),
            auto_approve: vec![AutoApprove::default()],
            windows: vec![Window::default()],
            days_count_from: DayStart::Delivery,
            utc_offset_minutes: 480,
            risk: RiskLimits::default(),
            required_fields: list(EVIDENCE),
        }
    }
}

/// One step of the amount ladder.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Largest amount of this tier in minor units (fen, cents), itself included; null for "no end", which the last tier has.
    pub up_to: Option<i64>,
    /// Role that must agree; null approves automatically.
    #[serde(default)]
    pub role: Option<Text>,
    /// How many holders of the role must agree.
    #[serde(default)]
    pub quorum: Votes,
    /// Attach the purchase-behaviour report (用户历史购买行为分析报告).
    #[serde(default)]
    pub with_report: bool,
}

/// How many must agree: `"any"`, `"all"` (会签) or `{"at_least": 2}`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Votes {
    /// One holder of the role.
    #[default]
    Any,
    /// All holders of the role (会签).
    All,
    /// So many holders, at least 1.
    AtLeast(u32),
}

/// People who must agree.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Role that must agree.
    pub role: Text,
    /// How many holders of the role must agree.
    #[serde(default)]
    pub quorum: Votes,
    /// Attach the purchase-behaviour report.
    #[serde(default)]
    pub with_report: bool,
}

/// Small amounts go to the warehouse inspection, larger ones to people first (Z11).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Inspection {
    /// Kinds of ticket the rule is for; empty for all.
    pub kinds: List<TicketKind>,
    /// Product categories the rule is for (every line must be in one of them); empty for all.
    pub categories: List<Text>,
    /// Threshold in minor units by currency: below it the goods are inspected and nobody is asked before. In a currency
    /// without a threshold the rule does not apply.
    pub below: BTreeMap<String, i64>,
    /// Role that must agree first at and above the threshold.
    pub role: Text,
    /// How many holders of the role must agree.
    pub quorum: Votes,
    /// Tag for tickets that wait for the inspection; empty for none.
    pub tag: Text,
}

impl Default for Inspection {
    fn default() -> Self {
        Self {
            kinds: list(RETURNS),
            categories: list(&[]),
            below: [("CNY".into(), 50_000)].into(),
            role: text("supervisor"),
            quorum: Votes::Any,
            tag: text("待仓库质检"),
        }
    }
}

/// 自动审批: a return without reason, in time, with an intact package (Z22).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AutoApprove {
    /// Kinds of ticket the rule is for; empty for all.
    pub kinds: List<TicketKind>,
    /// Reason codes that qualify; every line of the ticket must have one of them.
    pub reasons: List<Text>,
    /// Days after delivery within which the request must come.
    pub within_days: u32,
    /// Form field that must be true, here "the photo shows an intact package"; empty for none.
    pub field: Text,
    /// Largest amount in minor units by currency; no entry means no limit.
    pub max_amount: BTreeMap<String, i64>,
}

impl Default for AutoApprove {
    fn default() -> Self {
        Self { kinds: list(RETURNS), reasons: list(NO_REASON), within_days: 7, field: text("package_intact"), max_amount: BTreeMap::new() }
    }
}

/// How long after delivery a request is in time.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Window {
    /// Kinds of ticket the window is for; empty for all.
    pub kinds: List<TicketKind>,
    /// Reason codes the window is for (any line); empty for all.
    pub reasons: List<Text>,
    /// Days after delivery. An unknown delivery time is never late.
    pub days: u32,
    /// What happens to a late request.
    pub late: Late,
    /// Role that must agree to a late request when `late` is "approval".
    pub role: Text,
    /// Words for the customer when `late` is "reject"; null for the built-in ones.
    pub message: Option<String>,
}

impl Default for Window {
    fn default() -> Self {
        Self { kinds: list(RETURNS), reasons: list(NO_REASON), days: 7, late: Late::Approval, role: text("supervisor"), message: None }
    }
}

/// What happens to a late request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Late {
    /// A person must agree.
    Approval,
    /// It is refused.
    Reject,
}

/// From when a day count runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayStart {
    /// From the moment of delivery; a day is 24 hours.
    Delivery,
    /// From the midnight after delivery (自签收次日零时起).
    NextMidnight,
}

/// What a fraud score does.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RiskLimits {
    /// Score from which people must agree whatever the amount; the highest reached level counts.
    pub levels: List<RiskLevel>,
    /// Role that must agree to what would be automatic when no fraud rule could answer.
    pub unknown_role: Text,
}

impl Default for RiskLimits {
    fn default() -> Self {
        Self { levels: list(RISKY), unknown_role: text("supervisor") }
    }
}

/// One level of risk.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskLevel {
    /// Lowest score of the level, 1–100.
    pub from: u32,
    /// Role that must agree.
    pub role: Text,
    /// Attach the purchase-behaviour report.
    #[serde(default)]
    pub with_report: bool,
}

/// Fields the customer must have filled in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RequiredFields {
    /// Kinds of ticket the rule is for; empty for all.
    pub kinds: List<TicketKind>,
    /// Problem labels or reason codes the rule is for; empty for all.
    pub problems: List<Text>,
    /// Only when this form field …; empty for always.
    pub when_field: Text,
    /// … has this value.
    pub when_value: Text,
    /// Names of the fields that must be filled; "description" is the ticket's own text.
    pub fields: List<Text>,
}

const fn text(text: &'static str) -> Text {
    Cow::Borrowed(text)
}

const fn list<T: Clone>(items: &'static [T]) -> List<T> {
    Cow::Borrowed(items)
}

//! What rules are asked and what they may answer: the hooks of `redress:rules` in the words of the business.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::history::History;
use crate::money::Money;
use crate::order::{Customer, Order};
use crate::parameter::ParameterValue;
use crate::status::names;
use crate::ticket::{Priority, Ticket};

names! {
    /// A point at which rules are asked.
    Hook {
        /// Who handles the ticket.
        Routing = "routing",
        /// Does it look like abuse.
        FraudScoring = "fraud-scoring",
        /// May the money be paid back.
        RefundApproval = "refund-approval",
        /// Who is told what.
        Notification = "notification",
    }
}

/// What a call is told about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallContext {
    /// Identifier of the decision, as text.
    pub decision_id: String,
    /// Slug of the tenant.
    pub tenant: String,
    /// "Now" for the rule.
    pub now: Timestamp,
    /// Two words of randomness.
    pub seed: (u32, u32),
    /// BCP 47 tag of the tenant's language.
    pub locale: String,
}

/// All that is known of a case at one event. Stored once per event by digest and shared by its decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseFile {
    /// The ticket as it stands.
    pub ticket: Ticket,
    /// Who bought.
    pub customer: Option<Customer>,
    /// What was bought.
    pub order: Option<Order>,
    /// The customer's past; `None` without a customer.
    pub history: Option<History>,
    /// The tenant's external parameters by code.
    #[serde(default)]
    pub parameters: BTreeMap<String, ParameterValue>,
}

/// A question to a rule: the hook and what it needs besides the case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "hook", content = "input", rename_all = "kebab-case")]
pub enum Question {
    /// Who handles it.
    Routing(Arc<Desk>),
    /// Does it look like abuse.
    FraudScoring,
    /// May it be paid.
    RefundApproval(RefundRequest),
    /// Who is told.
    Notification(RuleEvent),
}

impl Question {
    /// The hook that is asked.
    pub const fn hook(&self) -> Hook {
        match self {
            Self::Routing(_) => Hook::Routing,
            Self::FraudScoring => Hook::FraudScoring,
            Self::RefundApproval(_) => Hook::RefundApproval,
            Self::Notification(_) => Hook::Notification,
        }
    }
}

/// A rule's answer, by hook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "hook", content = "output", rename_all = "kebab-case")]
pub enum Answer {
    /// `None`: no opinion.
    Routing(Option<Route>),
    /// A score with reasons.
    FraudScoring(Assessment),
    /// A verdict with reasons.
    RefundApproval(RefundDecision),
    /// Messages to send.
    Notification(Vec<Message>),
}

/// One thing wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Violation {
    /// JSON Pointer to the value.
    pub path: String,
    /// What is wrong and what to change.
    pub message: String,
}

/// Why a rule said it could not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "code", content = "detail", rename_all = "snake_case")]
pub enum RuleError {
    /// The case lacks what the rule needs.
    InvalidInput(Vec<Violation>),
    /// The configuration does not fit.
    Config(Vec<Violation>),
    /// Something is missing for now.
    Unavailable(String),
    /// A defect in the rule.
    Internal(String),
}

/// A queue as routing rules see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskQueue {
    /// Key.
    pub key: String,
    /// Display name.
    pub name: String,
}

/// A person as routing rules see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskAgent {
    /// Redress id, as text.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Keys of their queues.
    pub queues: Vec<String>,
    /// Skills.
    pub skills: Vec<String>,
    /// Open tickets now.
    pub open_tickets: u32,
    /// Open tickets they should have at most; 0 for no limit.
    pub capacity: u32,
    /// Mean rating in hundredths of a star.
    pub rating: Option<u32>,
    /// Takes tickets now.
    pub available: bool,
}

/// Who could take a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Desk {
    /// Queues by key.
    pub queues: Vec<DeskQueue>,
    /// People by id.
    pub agents: Vec<DeskAgent>,
    /// The turn counter for round robin.
    pub turn: u32,
}

/// Where a ticket goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Route {
    /// Key of the queue.
    pub queue: Option<String>,
    /// Id of the person, as text.
    pub assignee: Option<String>,
    /// Skills the person needs.
    pub skills: Vec<String>,
    /// New priority.
    pub priority: Option<Priority>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Why.
    pub reason: String,
}

/// One reason for a fraud score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signal {
    /// Stable code.
    pub code: String,
    /// Share of the score, 0–100.
    pub weight: u32,
    /// Why.
    pub detail: String,
}

/// A fraud score with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Assessment {
    /// 0–100.
    pub score: u32,
    /// Reasons.
    pub signals: Vec<Signal>,
    /// Tags to add.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// What all fraud rules said together: the highest score, all signals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Risk {
    /// 0–100.
    pub score: u32,
    /// All signals.
    pub signals: Vec<Signal>,
}

/// A refund in question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RefundRequest {
    /// What the customer asks.
    pub requested: Money,
    /// What would be paid after deductions known so far.
    pub net: Money,
    /// What was already refunded on the order.
    pub refunded_before: Money,
    /// What the fraud rules said; `None` when none could answer.
    pub risk: Option<Risk>,
}

/// How many holders of a role must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// One.
    Any,
    /// All (会签).
    All,
    /// So many, at least 1.
    AtLeast(u32),
}

/// Who must agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApprovalNeed {
    /// Name of the role.
    pub role: String,
    /// How many holders.
    pub quorum: Quorum,
    /// Attach the purchase-behaviour report (D3).
    #[serde(default)]
    pub with_report: bool,
}

/// A verdict, from mildest to strictest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Pay.
    Approve,
    /// Ask people.
    NeedsApproval(ApprovalNeed),
    /// Ask the customer for these fields.
    NeedInformation(Vec<String>),
    /// Do not pay; the text goes to the customer.
    Reject(String),
}

names! {
    /// The name of a verdict, in order of strictness.
    VerdictKind {
        /// Pay.
        Approve = "approve",
        /// Ask people.
        NeedsApproval = "needs_approval",
        /// Ask the customer.
        NeedInformation = "need_information",
        /// Do not pay.
        Reject = "reject",
    }
}

impl Verdict {
    /// Its name.
    pub const fn kind(&self) -> VerdictKind {
        match self {
            Self::Approve => VerdictKind::Approve,
            Self::NeedsApproval(_) => VerdictKind::NeedsApproval,
            Self::NeedInformation(_) => VerdictKind::NeedInformation,
            Self::Reject(_) => VerdictKind::Reject,
        }
    }
}

/// Money to keep back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deduction {
    /// Stable code.
    pub code: String,
    /// How much, not negative.
    pub amount: Money,
    /// Why, for the customer.
    pub reason: String,
}

/// What one approval rule said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RefundDecision {
    /// The verdict.
    pub verdict: Verdict,
    /// Money to keep back.
    #[serde(default)]
    pub deductions: Vec<Deduction>,
    /// Why, for an agent.
    pub explanation: String,
    /// Tags to add.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// What happened, for notification rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RuleEvent {
    /// Name, for example `ticket.created`.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Who: a user's id, `customer` or `system`.
    pub actor: String,
    /// Details by name.
    #[serde(default)]
    pub details: BTreeMap<String, serde_json::Value>,
}

/// Who gets a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The customer of the ticket.
    Customer,
    /// Everybody with a role.
    Role(String),
    /// One user.
    User(String),
    /// The merchant's systems.
    System,
}

/// One message to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// Channel, for example `webhook`, `log`, `email`, `sms`.
    pub channel: String,
    /// Who gets it.
    pub recipient: Recipient,
    /// Template it was made from.
    pub template: Option<String>,
    /// BCP 47 tag of the text.
    pub locale: String,
    /// Subject line.
    pub subject: String,
    /// The text.
    pub body: String,
}

//! May money be paid back.

use serde::{Deserialize, Serialize};

use super::Risk;
use crate::id::TicketLineId;
use crate::money::Money;
use crate::status::names;

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
    /// Line it is kept back from; spread over all lines by what is asked for them when it is about none. Rules name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<TicketLineId>,
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

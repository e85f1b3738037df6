//! The ticket: one case of one customer, with its lines and its four status axes.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{CustomerId, OrderId, QueueId, TicketId, TicketLineId, UserId};
use crate::money::Money;
use crate::rule::{ApprovalNeed, Deduction, Risk, VerdictKind};
use crate::status::{Axes, DisputeStatus, names};

names! {
    /// What the customer asks for.
    TicketKind {
        /// Goods back, money back.
        ReturnRefund = "return_refund",
        /// Money back without goods.
        RefundOnly = "refund_only",
        /// Other goods for these.
        Exchange = "exchange",
        /// Missing goods again.
        Resend = "resend",
        /// Mend the goods.
        Repair = "repair",
        /// The price fell after the sale.
        PriceProtect = "price_protect",
        /// Claim from the carrier.
        FreightClaim = "freight_claim",
        /// No claim on goods or money.
        Complaint = "complaint",
        /// A question.
        Inquiry = "inquiry",
    }
}

/// [`Ticket::channel`] of tickets that the platform opens for another team (工单共享, U11); nobody else may name it.
pub const LINKED_CHANNEL: &str = "workflow";

/// Refusals from which on a ticket is refused for good.
pub const FOR_GOOD: u32 = 2;

impl TicketKind {
    /// True when the customer asks for money, so that refund approval is asked.
    pub const fn asks_money(self) -> bool {
        matches!(self, Self::ReturnRefund | Self::RefundOnly | Self::PriceProtect | Self::FreightClaim)
    }

    /// True when goods leave for the customer instead of money.
    pub const fn replaces_goods(self) -> bool {
        matches!(self, Self::Exchange | Self::Resend | Self::Repair)
    }

    /// What it becomes when the customer takes money instead of goods.
    #[must_use]
    pub const fn refunded(self) -> Self {
        match self {
            Self::Exchange | Self::Repair => Self::ReturnRefund,
            Self::Resend => Self::RefundOnly,
            other => other,
        }
    }

    /// True when goods must come back before the case can end.
    pub const fn returns_goods(self) -> bool {
        matches!(self, Self::ReturnRefund | Self::Exchange | Self::Repair)
    }
}

names! {
    /// How urgent a ticket is.
    Priority {
        /// May wait.
        Low = "low",
        /// The default.
        Normal = "normal",
        /// Before normal ones.
        High = "high",
        /// Before everything.
        Urgent = "urgent",
    }
}

/// One line of a ticket: which goods, how many, why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TicketLine {
    /// Redress id.
    pub id: TicketLineId,
    /// Name of the order line, when the order is known.
    pub order_line: Option<String>,
    /// Stock keeping unit, empty when unknown.
    pub sku: String,
    /// Product category, when known.
    pub category: Option<String>,
    /// How many, at least 1.
    pub quantity: u32,
    /// Reason code.
    pub reason: String,
    /// What is asked for this line.
    pub requested: Money,
}

/// Another amount for a line of a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LineAmount {
    /// The line.
    pub line: TicketLineId,
    /// What is asked for it now, not negative.
    pub requested: Money,
}

/// What the rules said about the refund, as shown on the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refund {
    /// The combined verdict.
    pub verdict: VerdictKind,
    /// Role that must agree next, when the verdict asks for people.
    pub role: Option<String>,
    /// What would be paid: requested less deductions.
    pub amount: Money,
    /// Why, in words for an agent.
    pub explanation: String,
}

/// One agreement that a ticket waits for or has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Approval {
    /// Who must agree.
    pub need: ApprovalNeed,
    /// How many must agree, counted when the need arose.
    pub required: u32,
    /// Who has agreed so far, without repeats.
    pub agreed: Vec<UserId>,
}

impl Approval {
    /// True when enough have agreed.
    pub fn is_met(&self) -> bool {
        u32::try_from(self.agreed.len()).is_ok_and(|n| n >= self.required)
    }
}

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ticket {
    /// Redress id.
    pub id: TicketId,
    /// The number people use, unique within the tenant.
    pub number: String,
    /// Counts changes; every write checks it.
    pub version: i64,
    /// What is asked for.
    pub kind: TicketKind,
    /// Where it came from.
    pub channel: String,
    /// The channel's own number, unique within tenant and channel.
    pub external_ref: Option<String>,
    /// One line of text.
    pub subject: String,
    /// The customer's words.
    pub description: String,
    /// Problem label.
    pub problem_type: Option<String>,
    /// Who bought, when known.
    pub customer: Option<CustomerId>,
    /// What was bought, when known.
    pub order: Option<OrderId>,
    /// The four axes.
    #[serde(flatten)]
    pub axes: Axes,
    /// Queue it waits in.
    pub queue: Option<QueueId>,
    /// Person who has it.
    pub assignee: Option<UserId>,
    /// How urgent it is.
    pub priority: Priority,
    /// Tags, without repeats.
    pub tags: Vec<String>,
    /// What the fraud rules said; `None` when none could answer.
    pub risk: Option<Risk>,
    /// What the approval rules said; `None` when no money is asked.
    pub refund: Option<Refund>,
    /// Agreements the refund waits for or has, in order; the first unmet one is next.
    #[serde(default)]
    pub approvals: Vec<Approval>,
    /// Money to keep back when the refund is paid.
    #[serde(default)]
    pub deductions: Vec<Deduction>,
    /// How often it was refused since it was opened or reopened; the second refusal is final.
    #[serde(default)]
    pub refusals: u32,
    /// Goods in question.
    pub lines: Vec<TicketLine>,
    /// Values of the tenant's form.
    pub fields: serde_json::Map<String, serde_json::Value>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When its present round began: a ticket that is opened again, by a person or by goods that come late, decides and pays afresh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened_at: Option<Timestamp>,
}

impl Ticket {
    /// True when the platform ruled for the seller in this round (D8): nothing that has not left yet will leave.
    pub const fn is_ruled_against(&self) -> bool {
        matches!(self.axes.dispute, DisputeStatus::RuledSeller) && self.refusals >= FOR_GOOD
    }

    /// True of work for colleagues that the platform opened beside a ticket, such as a claim on the carrier: the customer has not asked
    /// for it, is told nothing of it and is not asked about it.
    pub fn is_work(&self) -> bool {
        self.channel == LINKED_CHANNEL && !self.kind.asks_money() && !self.kind.replaces_goods()
    }
}

//! What one ticket adds to the figures.

mod derive;
mod paid;
mod stage;
mod terms;

use serde::{Deserialize, Serialize};

pub(super) use derive::BATCH;
pub use derive::Event;
pub use paid::paid_back;
pub use stage::Stage;
pub use terms::{QUALITY_PARAMETER, RESPONSE_PARAMETER, Terms, ZONE_PARAMETER};

use crate::clock::Timestamp;
use crate::id::TicketId;
use crate::status::names;

names! {
    /// Something that is true of a ticket or not. [`Fact::flags`] keeps them as bits in this order: new ones go to the end.
    Flag as ReportFlag {
        /// A person took it (接单).
        Accepted = "accepted",
        /// The customer has an answer: a person wrote or decided, or the rules decided.
        Responded = "responded",
        /// The first answer came later than the limit (U22 响应延迟).
        LateResponse = "late_response",
        /// Nobody has to do anything any more.
        Ended = "ended",
        /// It ended as the customer asked (Z31).
        Resolved = "resolved",
        /// Resolved without a second contact and without coming back (Z30 一次性解决).
        ResolvedAtOnce = "resolved_at_once",
        /// It came back after its end.
        Reopened = "reopened",
        /// It was refused.
        Refused = "refused",
        /// Money was paid back.
        Refunded = "refunded",
        /// Goods or their price are wanted back (Z25 退货), unless the request was withdrawn, ran out, or goes on in another ticket.
        Returned = "returned",
        /// A line complains about the quality of goods (U17).
        Quality = "quality",
        /// Somebody of the merchant had to do a thing again (D16 重复操作).
        Repeated = "repeated",
        /// It was handed on twice or more (U27 踢皮球).
        Bounced = "bounced",
        /// A time limit of the merchant passed (L20 超时).
        Overdue = "overdue",
        /// It says all that is needed to work on it (U24).
        Complete = "complete",
        /// Allowed without a person (D3).
        AutoApproved = "auto_approved",
        /// Allowed, by rules or people.
        Approved = "approved",
        /// The customer answered the survey (U14).
        Surveyed = "surveyed",
        /// The customer is satisfied (L22).
        Satisfied = "satisfied",
        /// The customer gave a score of 1 or 2 (D20 差评).
        BadReview = "bad_review",
        /// It came to finance, to be paid (Z42).
        ToFinance = "to_finance",
        /// It came to finance within 24 hours of its submission (Z42).
        ToFinanceInTime = "to_finance_in_time",
        /// The customer said how likely they are to recommend the shop (D17).
        Rated = "rated",
        /// They said 9 or 10 (D17 推荐者).
        Promoter = "promoter",
        /// They said 0 to 6 (D17 贬损者).
        Detractor = "detractor",
    }
}

names! {
    /// A number of a ticket. [`Fact::fields`] keeps them in this order: new ones go to the end. Times are microseconds, amounts
    /// minor units of the tenant's currency.
    Field as ReportField {
        /// From submission until a person took it (L20 接单用时).
        AcceptTime = "accept_time",
        /// From submission to the first answer (Z30 首次响应时间).
        ResponseTime = "response_time",
        /// From submission to the end (Z27 处理时长, U26).
        ResolutionTime = "resolution_time",
        /// From submission to the money (D15 退款时长).
        RefundTime = "refund_time",
        /// Spent in review (Z28 客服审核).
        ReviewTime = "review_time",
        /// Spent waiting for the customer or the parcel.
        CustomerTime = "customer_time",
        /// Spent in the warehouse (Z28 仓库质检).
        WarehouseTime = "warehouse_time",
        /// Spent with finance (Z28 财务退款).
        FinanceTime = "finance_time",
        /// Spent on replacements and on goods that go back.
        FulfilmentTime = "fulfilment_time",
        /// Asked for.
        Requested = "requested",
        /// Paid back.
        RefundedAmount = "refunded_amount",
        /// Times the customer turned to the merchant (U25).
        Contacts = "contacts",
        /// Times it was handed on.
        Transfers = "transfers",
        /// Score of the survey, 1 to 5.
        Score = "score",
        /// Score of the speed, 1 to 5.
        Speed = "speed",
    }
}

names! {
    /// What tickets are told apart by.
    Dimension as ReportDimension {
        /// Where it came from.
        Channel = "channel",
        /// What is asked for.
        Kind = "kind",
        /// Problem label.
        ProblemType = "problem_type",
        /// Queue it is or was last in.
        Queue = "queue",
        /// Person who has or last had it.
        Assignee = "assignee",
        /// Where the case stands.
        Case = "case",
        /// How it ended; empty while it is open.
        Outcome = "outcome",
        /// Who had to agree: `auto`, or the role (D3).
        Tier = "tier",
        /// Batch of the goods (U17 批次).
        Batch = "batch",
        /// Product category of a line.
        Category = "category",
        /// Stock keeping unit of a line.
        Sku = "sku",
        /// Reason code of a line (Z26).
        Reason = "reason",
    }
}

impl Dimension {
    /// True when a ticket may have several values of it, one for each line: it counts once under each.
    pub const fn is_of_lines(self) -> bool {
        matches!(self, Self::Category | Self::Sku | Self::Reason)
    }
}

names! {
    /// How a ticket ended.
    Outcome as CaseOutcome {
        /// Money back.
        Refunded = "refunded",
        /// Other goods.
        Exchanged = "exchanged",
        /// Missing goods sent.
        Resent = "resent",
        /// Goods mended.
        Repaired = "repaired",
        /// Answered, without goods or money.
        Answered = "answered",
        /// Refused.
        Refused = "refused",
        /// Withdrawn by the customer.
        Cancelled = "cancelled",
        /// The customer did not answer or send the goods.
        Expired = "expired",
        /// Goes on in another ticket.
        Merged = "merged",
    }
}

impl Flag {
    /// Its bit.
    pub const fn bit(self) -> i64 {
        1 << self as u32
    }
}

impl Field {
    /// Its place among the fields.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// True when it counts microseconds.
    pub const fn is_time(self) -> bool {
        self.place() <= Self::FulfilmentTime.place()
    }

    /// True when it is an amount of money.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Requested | Self::RefundedAmount)
    }
}

/// How many fields there are.
pub const FIELD_COUNT: usize = Field::ALL.len();

/// What lines of a ticket are told apart by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LineFact {
    /// Stock keeping unit, empty when unknown.
    pub sku: String,
    /// Product category, empty when unknown.
    pub category: String,
    /// Reason code.
    pub reason: String,
}

/// Everything of one ticket that is ever counted. Empty text means unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The ticket.
    pub ticket: TicketId,
    /// When it was submitted.
    pub created_at: Timestamp,
    /// The tenant's day on which it was submitted, counted from 1970-01-01. It says in which bucket everything of the ticket counts.
    pub day: i64,
    /// Where it came from.
    pub channel: String,
    /// What is asked for.
    pub kind: String,
    /// Problem label.
    pub problem_type: String,
    /// Queue, by its id.
    pub queue: String,
    /// Person, by their id.
    pub assignee: String,
    /// Case axis.
    pub case: String,
    /// [`Outcome`], empty while open.
    pub outcome: String,
    /// `auto` or the role that had to agree.
    pub tier: String,
    /// Batch of the goods.
    pub batch: String,
    /// What its lines are, without repeats, in order.
    pub lines: Vec<LineFact>,
    /// Bits of [`Flag`].
    pub flags: i64,
    /// Values of [`Field`].
    pub fields: [Option<i64>; FIELD_COUNT],
    /// When the case moved last.
    pub since: Timestamp,
    /// When a time limit passed last.
    pub overdue_at: Option<Timestamp>,
    /// Bits of the operations that were done once.
    pub operations: i64,
}

impl Fact {
    /// Whether a flag is set.
    pub const fn is(&self, flag: Flag) -> bool {
        self.flags & flag.bit() != 0
    }

    /// A number.
    pub const fn field(&self, field: Field) -> Option<i64> {
        self.fields[field.place()]
    }

    /// The value of a dimension that every ticket has once; `None` for those of lines.
    pub fn dimension(&self, dimension: Dimension) -> Option<&str> {
        Some(match dimension {
            Dimension::Channel => &self.channel,
            Dimension::Kind => &self.kind,
            Dimension::ProblemType => &self.problem_type,
            Dimension::Queue => &self.queue,
            Dimension::Assignee => &self.assignee,
            Dimension::Case => &self.case,
            Dimension::Outcome => &self.outcome,
            Dimension::Tier => &self.tier,
            Dimension::Batch => &self.batch,
            Dimension::Category | Dimension::Sku | Dimension::Reason => return None,
        })
    }

    fn set(&mut self, flag: Flag, holds: bool) {
        if holds {
            self.flags |= flag.bit();
        } else {
            self.flags &= !flag.bit();
        }
    }

    fn put(&mut self, field: Field, value: Option<i64>) {
        self.fields[field.place()] = value;
    }

    /// Notes a time since the submission, once.
    fn once(&mut self, field: Field, at: Timestamp) {
        if self.field(field).is_none() {
            self.put(field, Some(micros(self.created_at, at)));
        }
    }

    fn add(&mut self, field: Field, more: i64) {
        self.put(field, Some(self.field(field).unwrap_or(0).saturating_add(more)));
    }
}

/// Microseconds between two moments, never negative: clocks of several nodes differ.
fn micros(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_datetime() - from.as_datetime()).num_microseconds().unwrap_or(i64::MAX).max(0)
}

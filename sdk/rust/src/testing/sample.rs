//! Sample cases: a pet feeder returned three days after delivery, by a customer without a past.

use crate::{
    AfterSaleSummary, Agent, CaseFile, Customer, Desk, Event, Field, Money, Order, OrderLine, OrderSummary, Priority, Queue, RefundRequest,
    Risk, Ticket, TicketKind, TicketLine,
};

/// "Now" of the samples: 2026-10-07T08:00:00Z, three days after delivery.
pub const NOW_MS: i64 = 1_791_360_000_000;

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// The sample case as it is.
pub fn case() -> CaseFile {
    CaseBuilder::new().build()
}

/// A request for so many fen, with nothing deducted, nothing refunded before and a risk of 0.
pub fn refund_request(minor: i64) -> RefundRequest {
    RefundRequest {
        requested: Money::new(minor, "CNY"),
        net: Money::new(minor, "CNY"),
        refunded_before: Money::zero("CNY"),
        risk: Some(Risk { score: 0, signals: Vec::new() }),
    }
}

/// Two queues (`after_sales`, `finance`) and two people, one in each.
pub fn desk() -> Desk {
    let queue = |key: &str, name: &str| Queue { key: key.into(), name: name.into() };
    let agent = |id: &str, name: &str, queue: &str, skills: &[&str], open_tickets| Agent {
        id: id.into(),
        name: name.into(),
        queues: vec![queue.into()],
        skills: skills.iter().map(|&skill| skill.to_owned()).collect(),
        open_tickets,
        capacity: 20,
        rating: Some(450),
        available: true,
    };
    Desk {
        queues: vec![queue("after_sales", "售后"), queue("finance", "财务")],
        agents: vec![
            agent("usr_00000000000000000000000000000001", "小李", "after_sales", &["pet_device"], 3),
            agent("usr_00000000000000000000000000000002", "Ann", "finance", &["en"], 0),
        ],
        turn: 0,
    }
}

/// An event at [`NOW_MS`] by the system, without details.
pub fn event(name: &str) -> Event {
    Event { name: name.into(), at_ms: NOW_MS, actor: "system".into(), details: Vec::new() }
}

/// An earlier ticket: an unwanted feeder, created so many days before [`NOW_MS`], closed, refunded in full.
pub fn after_sale(number: &str, days_ago: u32) -> AfterSaleSummary {
    AfterSaleSummary {
        number: number.into(),
        kind: TicketKind::ReturnRefund,
        problem_type: None,
        reasons: vec!["unwanted".into()],
        skus: vec!["FEEDER-1".into()],
        case_status: "closed".into(),
        created_at_ms: NOW_MS - i64::from(days_ago) * DAY_MS,
        refunded: Money::new(28_800, "CNY"),
    }
}

/// An earlier order of one line, placed so many days before [`NOW_MS`].
pub fn past_order(external_id: &str, days_ago: u32, paid_minor: i64) -> OrderSummary {
    OrderSummary {
        external_id: external_id.into(),
        placed_at_ms: Some(NOW_MS - i64::from(days_ago) * DAY_MS),
        paid: Money::new(paid_minor, "CNY"),
        lines: 1,
    }
}

/// Builds a case from the sample: change what matters to the test.
///
/// ```
/// use redress_sdk::testing::{CaseBuilder, NOW_MS};
/// let case = CaseBuilder::new().requested(9_900).delivered_days_ago(10).member_level("normal").tag("复购").build();
/// assert_eq!(case.days_since_delivery(NOW_MS), Some(10));
/// assert_eq!(case.ticket.lines[0].requested.minor, 9_900);
/// ```
#[derive(Debug, Clone)]
pub struct CaseBuilder(CaseFile);

impl Default for CaseBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl CaseBuilder {
    /// The sample.
    pub fn new() -> Self {
        Self(CaseFile { ticket: ticket(), customer: Some(customer()), order: Some(order()) })
    }

    /// What is asked for.
    #[must_use]
    pub fn kind(mut self, kind: TicketKind) -> Self {
        self.0.ticket.kind = kind;
        self
    }

    /// How much is asked for the first line, in fen.
    #[must_use]
    pub fn requested(mut self, minor: i64) -> Self {
        self.0.ticket.lines[0].requested.minor = minor;
        self
    }

    /// Why, for the first line.
    #[must_use]
    pub fn reason(mut self, reason: &str) -> Self {
        reason.clone_into(&mut self.0.ticket.lines[0].reason);
        self
    }

    /// Product category of the first line, on the ticket and on the order.
    #[must_use]
    pub fn category(mut self, category: &str) -> Self {
        self.0.ticket.lines[0].category = Some(category.to_owned());
        for line in self.0.order.iter_mut().flat_map(|order| &mut order.lines) {
            line.category = Some(category.to_owned());
        }
        self
    }

    /// Problem label.
    #[must_use]
    pub fn problem_type(mut self, label: &str) -> Self {
        self.0.ticket.problem_type = Some(label.to_owned());
        self
    }

    /// The customer's level.
    #[must_use]
    pub fn member_level(mut self, level: &str) -> Self {
        if let Some(customer) = &mut self.0.customer {
            customer.member_level = Some(level.to_owned());
        }
        self
    }

    /// A tag on the ticket.
    #[must_use]
    pub fn tag(mut self, tag: &str) -> Self {
        self.0.ticket.tags.push(tag.to_owned());
        self
    }

    /// A form field; `value` becomes JSON.
    #[must_use]
    pub fn field(mut self, name: &str, value: &serde_json::Value) -> Self {
        self.0.ticket.fields.push(Field { name: name.to_owned(), value: value.to_string() });
        self
    }

    /// When it was delivered, in days before [`NOW_MS`].
    #[must_use]
    pub fn delivered_days_ago(mut self, days: u32) -> Self {
        if let Some(order) = &mut self.0.order {
            order.delivered_at_ms = Some(NOW_MS - i64::from(days) * DAY_MS);
        }
        self
    }

    /// Nobody knows who bought.
    #[must_use]
    pub fn without_customer(mut self) -> Self {
        self.0.customer = None;
        self
    }

    /// Nobody knows what was bought.
    #[must_use]
    pub fn without_order(mut self) -> Self {
        self.0.order = None;
        self
    }

    /// The case.
    pub fn build(self) -> CaseFile {
        self.0
    }
}

fn ticket() -> Ticket {
    Ticket {
        id: "tkt_00000000000000000000000000000001".into(),
        number: "20261007-0001".into(),
        kind: TicketKind::ReturnRefund,
        channel: "api".into(),
        problem_type: Some("size_mismatch".into()),
        subject: "太小了".into(),
        description: "想退货".into(),
        priority: Priority::Normal,
        tags: Vec::new(),
        case_status: "submitted".into(),
        goods_status: "with_customer".into(),
        money_status: "none".into(),
        dispute_status: "none".into(),
        created_at_ms: NOW_MS,
        lines: vec![TicketLine {
            order_line: Some("1".into()),
            sku: "FEEDER-1".into(),
            category: Some("pet_device".into()),
            quantity: 1,
            reason: "unwanted".into(),
            requested: Money::new(28_800, "CNY"),
        }],
        fields: Vec::new(),
    }
}

fn customer() -> Customer {
    Customer {
        id: "cus_00000000000000000000000000000001".into(),
        external_id: "c-42".into(),
        name: Some("customer 42".into()),
        member_level: Some("vip".into()),
        tags: Vec::new(),
    }
}

fn order() -> Order {
    Order {
        id: "ord_00000000000000000000000000000001".into(),
        external_id: "o-77".into(),
        placed_at_ms: Some(NOW_MS - 6 * DAY_MS),
        delivered_at_ms: Some(NOW_MS - 3 * DAY_MS),
        paid: Money::new(28_800, "CNY"),
        lines: vec![OrderLine {
            external_id: "1".into(),
            sku: "FEEDER-1".into(),
            title: "自动喂食器".into(),
            category: Some("pet_device".into()),
            quantity: 1,
            unit_price: Money::new(28_800, "CNY"),
        }],
        attributes: Vec::new(),
    }
}

/// An order to pay 288 yuan of 288 back over payment `pay_1`.
pub fn instruction() -> crate::gateway::Instruction {
    let money = crate::Money { minor: 28_800, currency: "CNY".into() };
    crate::gateway::Instruction {
        id: "rfi_00000000000000000000000000000001".into(),
        amount: money.clone(),
        payment: "pay_1".into(),
        paid: money,
        reference: None,
        ticket: "T-1".into(),
        order: Some("o-1".into()),
        reason: "quality".into(),
        created_at_ms: NOW_MS,
    }
}

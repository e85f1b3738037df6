//! The cases that the sources tell, so that everybody who starts the demo sees them.

use chrono::Duration;
use redress_domain::Timestamp;
use redress_domain::ticket::TicketKind;
use serde_json::{Value, json};

use super::body::{CaseBody, CustomerBody, LineBody, OrderBody, OrderReference, TimedCase};
use super::catalogue::{COAT_SKU, FEEDER_SKU, Product, SAMPLE_SKU};
use super::shop::{assemble, line};

/// How many orders the stories add.
pub(super) const ORDERS: usize = STORIES.len();

struct Story {
    /// Number of the order and, with `DEMO-`, of the case.
    name: &'static str,
    sku: &'static str,
    /// Place of the customer in the list.
    customer: usize,
    /// Days before now at which the order was delivered, and at which the customer writes.
    days: (i64, i64),
    kind: TicketKind,
    problem_type: &'static str,
    reason: &'static str,
    words: (&'static str, &'static str),
    fields: fn() -> Value,
}

const STORIES: &[Story] = &[
    // D3: up to 50 yuan, approved and refunded at once.
    Story {
        name: "SAMPLE",
        sku: SAMPLE_SKU,
        customer: 10,
        days: (4, 1),
        kind: TicketKind::RefundOnly,
        problem_type: "consultation",
        reason: "not_as_described",
        words: ("试吃装猫不吃", "9.9元的试吃装，我家猫闻都不闻，申请退款。"),
        fields: || json!({}),
    },
    // D3: above 500 yuan, the director with the purchase-behaviour report.
    Story {
        name: "FEEDER",
        sku: FEEDER_SKU,
        customer: 20,
        days: (6, 2),
        kind: TicketKind::ReturnRefund,
        problem_type: "malfunction",
        reason: "defective",
        words: ("旗舰喂食器连不上网", "2880元的喂食器一直连不上网，要求退货退款。"),
        fields: || json!({}),
    },
    // D3: between 50 and 500 yuan, the supervisor; the example of the API's contract.
    Story {
        name: "TOO-SMALL",
        sku: "FEEDER-1",
        customer: 41,
        days: (8, 3),
        kind: TicketKind::ReturnRefund,
        problem_type: "size_mismatch",
        reason: "unwanted",
        words: ("太小了", "想退货"),
        fields: || json!({}),
    },
    // D7: the purifier comes back without its filter set.
    Story {
        name: "FILTER",
        sku: "DEODORIZER",
        customer: 50,
        days: (9, 4),
        kind: TicketKind::ReturnRefund,
        problem_type: "unwanted",
        reason: "unwanted",
        words: ("声音太大", "夜里声音太大，包装完好，七天无理由退货。"),
        fields: || json!({ "package_intact": true, "photo": "photo-package.jpg" }),
    },
    // D6: the same customer returns the same coat for the third time in half a year.
    Story {
        name: "COAT-1",
        sku: COAT_SKU,
        customer: 30,
        days: (150, 145),
        kind: TicketKind::RefundOnly,
        problem_type: "quality",
        reason: "quality",
        words: ("羽绒服跑毛", "跑毛严重，申请仅退款。"),
        fields: || json!({ "photo": "photo-coat-1.jpg" }),
    },
    Story {
        name: "COAT-2",
        sku: COAT_SKU,
        customer: 30,
        days: (80, 76),
        kind: TicketKind::RefundOnly,
        problem_type: "quality",
        reason: "quality",
        words: ("羽绒服又跑毛", "第二件还是跑毛，申请仅退款。"),
        fields: || json!({ "photo": "photo-coat-2.jpg" }),
    },
    Story {
        name: "COAT-3",
        sku: COAT_SKU,
        customer: 30,
        days: (5, 1),
        kind: TicketKind::RefundOnly,
        problem_type: "quality",
        reason: "quality",
        words: ("羽绒服还是跑毛", "第三件了，申请仅退款。"),
        fields: || json!({ "photo": "photo-coat-3.jpg" }),
    },
];

/// True for an order of a story, about which nothing else is told.
pub(super) fn is_told(order: &OrderBody) -> bool {
    order.external_id.starts_with("PS-")
}

/// Adds the orders of the stories, and tells them.
pub(super) fn cases(orders: &mut Vec<OrderBody>, products: &[Product], customers: &[CustomerBody], now: Timestamp) -> Vec<TimedCase> {
    STORIES.iter().filter_map(|story| tell(story, orders, products, customers, now)).collect()
}

fn tell(story: &Story, orders: &mut Vec<OrderBody>, products: &[Product], customers: &[CustomerBody], now: Timestamp) -> Option<TimedCase> {
    let product = products.iter().find(|p| p.sku == story.sku)?;
    let customer = customers.get(story.customer)?.clone();
    let delivered_at = now.plus(-Duration::days(story.days.0));
    let number = format!("PS-{}", story.name);
    let lines = vec![line(1, product, 1)];
    let mut order = assemble(number.clone(), customer.clone(), delivered_at.plus(-Duration::days(3)), Some(delivered_at), lines);
    order.attributes.insert("channel".to_owned(), "taobao".to_owned());
    orders.push(order);
    let fields = match (story.fields)() {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    };
    let body = CaseBody {
        kind: story.kind,
        channel: "taobao".to_owned(),
        external_ref: format!("DEMO-{}", story.name),
        subject: story.words.0.to_owned(),
        description: story.words.1.to_owned(),
        problem_type: story.problem_type.to_owned(),
        customer,
        order: Some(OrderReference { external_id: number }),
        lines: vec![LineBody { order_line: "1".to_owned(), quantity: 1, reason: story.reason.to_owned(), requested: None }],
        fields,
    };
    Some(TimedCase { at: now.plus(-Duration::days(story.days.1)), body })
}

//! The replacement leaves first: the goods it is for come in time, or their price is fetched back (domain.md §2, 追缴).

use redress_domain::timer::TimerKind;
use serde_json::{Value, json};

use super::{Desk, axes, cny};

async fn shipped(desk: &Desk, name: &str) -> (Value, Value) {
    let ticket = desk.allowed("exchange", name, 20_000).await;
    let proposal = json!({"lines": [{"sku": "FEEDER-2"}], "ship_first": true});
    let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
    desk.work().await;
    assert_eq!(desk.state(&replacement).await, "ready", "it does not wait for the goods");
    let left = desk.act(&replacement, "ship", json!({"tracking_number": "SF1029384756013"})).await.expect(200).body;
    assert_eq!(left["replacement"]["return_by"], "2026-10-19T08:00:00Z", "14 days: {left}");
    (ticket, replacement)
}

/// The goods come in time: the timer is gone, and an inspection is kept.
#[tokio::test]
async fn goods_that_come_in_time_owe_nothing() {
    let desk = Desk::open(&[("FEEDER-2", 1)]).await;
    let (ticket, replacement) = shipped(&desk, "in-time").await;
    let announced = desk.shop.act(&ticket, "parcels", &desk.shop.agent, json!({"tracking_number": "SF0000000777"})).await.expect(201).body;
    assert_eq!(announced["outcome"], "awaited");
    let done = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&done["ticket"]), ("completed", "replacement_delivered", "none"));
    let scan = json!({"raw": "SF0000000777", "station": "gate 2"});
    let scanned = desk.shop.server.post("/api/v1/scans", &desk.shop.warehouse, scan).await.expect(201).body;
    assert_eq!(scanned["outcome"], "matched", "{scanned}");
    let good =
        json!({"line": ticket["lines"][0]["id"], "good": 1, "placements": [{"quantity": 1, "grade": "b", "disposition": "restock"}]});
    let inspected = desk.shop.act(&ticket, "inspections", &desk.shop.warehouse, json!({"lines": [good]})).await.expect(201).body;
    assert_eq!(inspected["inspection"]["finding"], "ok");
    desk.wait(15 * 86_400);
    desk.timers().await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).0, "closed");
    desk.balanced(&ticket).await;
}

/// Until the goods come, what shipped first counts for nothing: the customer has both, and owes one.
#[tokio::test]
async fn what_shipped_first_is_not_refunded_before_the_goods_are_back() {
    let desk = Desk::open(&[("FEEDER-2", 1)]).await;
    let (_, replacement) = shipped(&desk, "both").await;
    desk.act(&replacement, "delivered", json!({})).await.expect(200);
    let mut greedy = crate::shop::request("refund_only", "both", 20_000);
    greedy["external_ref"] = json!("T-both-2");
    let refused = desk.shop.submit(greedy).await.expect(422);
    assert_eq!(refused.code(), "quantity_over_bought", "{}", refused.body);
}

/// An empty box is no return: the replacement stays owed. It can be asked about all the same, by its own name.
#[tokio::test]
async fn what_shipped_first_is_owed_when_the_box_is_empty() {
    let desk = Desk::open(&[("FEEDER-2", 1)]).await;
    let (ticket, replacement) = shipped(&desk, "empty").await;
    desk.shop.act(&ticket, "parcels", &desk.shop.agent, json!({"tracking_number": "SF0000000778"})).await.expect(201);
    desk.act(&replacement, "delivered", json!({})).await.expect(200);
    let scan = json!({"raw": "SF0000000778", "station": "gate 2"});
    desk.shop.server.post("/api/v1/scans", &desk.shop.warehouse, scan).await.expect(201);
    let empty = json!({"line": ticket["lines"][0]["id"], "good": 0, "missing": 1});
    let inspected = desk.shop.act(&ticket, "inspections", &desk.shop.warehouse, json!({"lines": [empty]})).await.expect(201).body;
    assert_eq!(inspected["inspection"]["finding"], "hold", "{inspected}");
    let about = |kind: &str, number: u32| {
        let mut body = crate::shop::request(kind, "empty", 20_000);
        (body["external_ref"], body["lines"][0]["sku"]) = (json!(format!("T-empty-{number}")), json!("FEEDER-2"));
        body
    };
    let refused = desk.shop.submit(about("refund_only", 2)).await.expect(422);
    assert_eq!(refused.code(), "quantity_over_bought", "{}", refused.body);
    let resend = desk.shop.submit(about("resend", 3)).await.expect(201).body;
    assert_eq!(resend["lines"][0]["sku"], "FEEDER-2", "{resend}");
}

/// The goods never come: their price is fetched back, the ticket is tagged, and collecting it ends the case level.
#[tokio::test]
async fn goods_that_never_come_are_fetched_back_in_money() {
    let desk = Desk::open(&[("FEEDER-2", 3)]).await;
    let (ticket, replacement) = shipped(&desk, "never").await;
    desk.act(&replacement, "delivered", json!({})).await.expect(200);
    desk.wait(8 * 86_400);
    desk.timers().await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).0, "closed", "the archive does not end what is owed");
    desk.wait(7 * 86_400);
    desk.timers().await;
    let overdue = desk.shop.ticket(&ticket).await;
    assert_eq!(axes(&overdue), ("settling", "replacement_delivered", "clawback"));
    assert_eq!(overdue["tags"], json!(["ship_first_unreturned"]));
    let too_much = desk.shop.act(&ticket, "clawback/collected", &desk.shop.finance, json!({"amount": cny(20_001)})).await.expect(422);
    assert!(too_much.text("detail").contains("200.00"), "{}", too_much.body);
    let back = desk.shop.act(&ticket, "clawback/collected", &desk.shop.finance, json!({"amount": cny(20_000)})).await.expect(200).body;
    assert_eq!(axes(&back), ("completed", "replacement_delivered", "none"));
    let wanted = [("goods", 20_000), ("replacement", -20_000), ("clawback", -20_000)].map(|(kind, minor)| (kind.to_owned(), minor));
    assert_eq!(desk.ledger(&ticket).await, wanted);
    desk.balanced(&ticket).await;
}

/// They come late, while their price is being fetched back: it is waived. And one that was not delivered yet arrives all the same.
#[tokio::test]
async fn goods_that_come_late_are_taken_in_and_the_clawback_waived() {
    let desk = Desk::open(&[("FEEDER-2", 3)]).await;
    let (ticket, replacement) = shipped(&desk, "late").await;
    desk.due(&ticket, TimerKind::GoodsOverdue).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await), ("settling", "replacement_shipped", "clawback"));
    let arrived = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&arrived["ticket"]), ("settling", "replacement_delivered", "clawback"));
    let waived = desk.shop.act(&ticket, "clawback/waived", &desk.shop.finance, json!({"reason": "came after all"})).await.expect(200).body;
    assert_eq!(axes(&waived), ("completed", "replacement_delivered", "none"));
    desk.balanced(&ticket).await;
    let mut later = crate::shop::request("return_refund", "late", 20_000);
    later["external_ref"] = json!("T-late-2");
    let back = desk.shop.submit(later).await.expect(201).body;
    assert_eq!(back["lines"][0]["sku"], "FEEDER-2", "nothing is owed for it any more: {back}");
}

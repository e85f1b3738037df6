//! What came in exchange counts as bought: it is returned and exchanged like anything else.

use serde_json::{Value, json};

use super::{Desk, axes, cny};
use crate::shop::request;

/// An order of one piece whose exchange for a dearer one has arrived: 40 yuan, and 5 on top.
async fn exchanged(desk: &Desk, name: &str) -> Value {
    let ticket = desk.allowed("exchange", name, 4_000).await;
    let proposal = json!({"lines": [{"sku": "FEEDER-PRO", "unit_price": cny(4_500)}]});
    let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
    desk.work().await;
    desk.goods_come(&ticket).await;
    desk.act(&replacement, "paid", json!({"reference": "B-1"})).await.expect(200);
    desk.act(&replacement, "ship", json!({})).await.expect(200);
    let done = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&done["ticket"]), ("completed", "replacement_delivered", "none"));
    ticket
}

/// A later request about the order's only line.
fn later(kind: &str, name: &str, number: u32) -> Value {
    let mut body = request(kind, name, 4_000);
    body["external_ref"] = json!(format!("T-{name}-{number}"));
    body
}

/// Z10: the replacement is returned for all that was paid for it, once, and never together with what it replaced.
#[tokio::test]
async fn z10_what_came_in_exchange_is_returned_for_what_was_paid_for_it() {
    let desk = Desk::open(&[("FEEDER-PRO", 3)]).await;
    let first = exchanged(&desk, "twice").await;
    // The archive forgets nothing.
    desk.close(&first).await;
    let mut greedy = later("return_refund", "twice", 2);
    greedy["lines"][0]["requested"] = cny(4_501);
    assert_eq!(desk.shop.submit(greedy).await.expect(422).pointers(), ["/lines/0/requested"]);
    let mut original = later("return_refund", "twice", 2);
    original["lines"][0]["sku"] = json!("FEEDER-1");
    let refused = desk.shop.submit(original).await.expect(422);
    assert_eq!((refused.code(), refused.pointers()), ("quantity_over_bought", vec!["/lines/0/quantity"]), "it went back before");
    let ticket = desk.shop.submit(later("return_refund", "twice", 2)).await.expect(201).body;
    assert_eq!((&ticket["lines"][0]["sku"], &ticket["lines"][0]["requested"]), (&json!("FEEDER-PRO"), &cny(4_500)));
    let third = desk.shop.submit(later("return_refund", "twice", 3)).await.expect(422);
    assert_eq!(third.code(), "quantity_over_bought");
    desk.shop.act(&ticket, "approve", &desk.shop.server.owner, json!({})).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).0, "approved", "the goods have to come first");
    let here = desk.goods_come(&ticket).await;
    assert_eq!(axes(&here), ("settling", "inspected", "refund_pending"));
    let sum: i64 = desk.shop.instructions(&ticket).await.iter().map(|one| one["amount"]["minor"].as_i64().unwrap()).sum();
    assert_eq!(sum, 4_500);
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).0, "completed");
    desk.balanced(&ticket).await;
}

/// Z10: however the ticket of an exchange ends later, what went back for the replacement is not there again.
#[tokio::test]
async fn z10_an_exchange_that_is_opened_again_frees_nothing() {
    let desk = Desk::open(&[("FEEDER-PRO", 1)]).await;
    let first = exchanged(&desk, "freed").await;
    desk.shop.act(&first, "reopen", &desk.shop.agent, json!({"reason": "客户又来了"})).await.expect(200);
    desk.shop.act(&first, "cancel", &desk.shop.agent, json!({"reason": "没事了"})).await.expect(200);
    let mut original = later("refund_only", "freed", 2);
    original["lines"][0]["sku"] = json!("FEEDER-1");
    let refused = desk.shop.submit(original).await.expect(422);
    assert_eq!(refused.code(), "quantity_over_bought", "it went back before: {}", refused.body);
    let has = desk.shop.submit(later("refund_only", "freed", 3)).await.expect(201).body;
    assert_eq!(has["lines"][0]["sku"], "FEEDER-PRO", "what the customer has");
}

/// Z10, D8: what has left is not called back: nobody withdraws it, a ruling for the seller does not undo it, and its goods are given.
#[tokio::test]
async fn z10_a_replacement_that_has_left_arrives_whatever_becomes_of_the_ticket() {
    let desk = Desk::open(&[("FEEDER-2", 2)]).await;
    let ticket = desk.allowed("exchange", "left", 4_000).await;
    let replacement = desk.propose(&ticket, json!({"lines": [{"sku": "FEEDER-2"}]})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    desk.goods_come(&ticket).await;
    desk.act(&replacement, "ship", json!({})).await.expect(200);
    let refused = desk.shop.act(&ticket, "cancel", &desk.shop.agent, json!({"reason": "不换了"})).await.expect(409);
    assert!(refused.text("detail").contains("has left for the customer"), "{}", refused.body);
    let link = desk.shop.act(&ticket, "portal-link", &desk.shop.agent, json!({})).await.expect(201).body;
    let seen = desk.shop.server.get("/portal/v1/ticket", link["token"].as_str().unwrap()).await.expect(200).body;
    assert!(!seen["may"].as_array().unwrap().contains(&json!("cancel")), "{seen}");
    desk.shop.act(&ticket, "dispute", &desk.shop.agent, json!({})).await.expect(200);
    let ruled = desk.shop.act(&ticket, "dispute/ruling", &desk.shop.director, json!({"for": "seller"})).await.expect(200).body;
    assert_eq!(axes(&ruled), ("refused_final", "replacement_shipped", "none"));
    let mut original = later("refund_only", "left", 2);
    original["lines"][0]["sku"] = json!("FEEDER-1");
    assert_eq!(desk.shop.submit(original.clone()).await.expect(422).code(), "quantity_over_bought", "on its way for it");
    let arrived = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&arrived["ticket"]), ("refused_final", "replacement_delivered", "none"));
    assert_eq!(desk.shop.submit(original).await.expect(422).code(), "quantity_over_bought", "{arrived}");
    assert_eq!(desk.shop.submit(later("refund_only", "left", 3)).await.expect(201).body["lines"][0]["sku"], "FEEDER-2");
}

/// D8: after a ruling for the seller nothing more leaves, though the rest of the price has been paid; and the case ends.
#[tokio::test]
async fn d8_a_ruling_for_the_seller_stops_a_replacement_that_waits() {
    let desk = Desk::open(&[("FEEDER-MINI", 1)]).await;
    let ticket = desk.allowed("exchange", "stopped", 20_000).await;
    let proposal = json!({"lines": [{"sku": "FEEDER-MINI", "unit_price": cny(16_500)}]});
    let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
    desk.work().await;
    desk.goods_come(&ticket).await;
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await), ("fulfilling", "inspected", "refunded"));
    desk.shop.act(&ticket, "dispute", &desk.shop.agent, json!({})).await.expect(200);
    let ruled = desk.shop.act(&ticket, "dispute/ruling", &desk.shop.director, json!({"for": "seller"})).await.expect(200).body;
    assert_eq!(axes(&ruled), ("completed", "inspected", "refunded"));
    assert_eq!(desk.state(&replacement).await, "cancelled");
    desk.work().await;
    assert_eq!(desk.inventory.books().free["FEEDER-MINI"], 1);
}

/// Z10: the replacement is exchanged again, and counts for what was paid for it.
#[tokio::test]
async fn z10_what_came_in_exchange_is_exchanged_again() {
    let desk = Desk::open(&[("FEEDER-PRO", 1), ("FEEDER-MINI", 1)]).await;
    exchanged(&desk, "chain").await;
    let ticket = desk.shop.submit(later("exchange", "chain", 2)).await.expect(201).body;
    desk.approve(&ticket).await;
    let proposal = json!({"lines": [{"sku": "FEEDER-MINI", "unit_price": cny(3_000)}]});
    let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
    assert_eq!((&replacement["returned"][0]["credit"], &replacement["difference"]), (&cny(4_500), &cny(-1_500)));
    desk.work().await;
    desk.goods_come(&ticket).await;
    desk.act(&replacement, "ship", json!({})).await.expect(200);
    desk.act(&replacement, "delivered", json!({})).await.expect(200);
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).0, "completed");
    desk.balanced(&ticket).await;
    let third = desk.shop.submit(later("refund_only", "chain", 3)).await.expect(201).body;
    assert_eq!((&third["lines"][0]["sku"], &third["lines"][0]["requested"]), (&json!("FEEDER-MINI"), &cny(3_000)));
}

/// D3: two small rests are one large one: nobody gets past their tier in parts.
#[tokio::test]
async fn d3_what_goes_back_in_parts_needs_the_tier_of_the_sum() {
    let desk = Desk::open(&[("FEEDER-MINI", 2)]).await;
    let mut body = request("exchange", "parts", 20_000);
    (body["order"]["lines"][0]["quantity"], body["order"]["lines"][0]["unit_price"]) = (json!(2), cny(10_000));
    body["lines"][0]["quantity"] = json!(2);
    let ticket = desk.shop.submit(body).await.expect(201).body;
    desk.approve(&ticket).await;
    let part = json!({
        "returned": [{"line": ticket["lines"][0]["id"], "quantity": 1}], "lines": [{"sku": "FEEDER-MINI", "quantity": 1, "unit_price": cny(6_000)}],
    });
    desk.shop.act(&ticket, "replacements", &desk.shop.agent, part.clone()).await.expect(201);
    desk.shop.act(&ticket, "replacements", &desk.shop.agent, part.clone()).await.expect(403);
    desk.shop.act(&ticket, "replacements", &desk.shop.supervisor, part).await.expect(201);
}

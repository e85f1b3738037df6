//! Goods are mended, or cannot be (Z10, Z33).

use serde_json::{Value, json};

use super::{Desk, axes, cny};

async fn in_repair(desk: &Desk, name: &str) -> (Value, Value) {
    let ticket = desk.allowed("repair", name, 4_800).await;
    let replacement = desk.propose(&ticket, json!({"reason": "电机异响"})).await.expect(201).body["replacement"].clone();
    assert_eq!((&replacement["state"], &replacement["kind"]), (&json!("in_repair"), &json!("repair")));
    (ticket, replacement)
}

/// Sent in, mended for a price, paid, sent back.
#[tokio::test]
async fn goods_are_sent_in_mended_paid_and_sent_back() {
    let desk = Desk::open(&[]).await;
    let (ticket, replacement) = in_repair(&desk, "mended").await;
    desk.act(&replacement, "reserved", json!({})).await.expect(409);
    let here = desk.goods_come(&ticket).await;
    assert_eq!(axes(&here).0, "inspected_ok");
    let wrong = desk.act(&replacement, "repaired", json!({"cost": cny(-1)})).await.expect(422);
    assert_eq!(wrong.pointers(), ["/cost"]);
    let mended = desk.act(&replacement, "repaired", json!({"note": "换了电机", "cost": cny(1_500)})).await.expect(200).body;
    assert_eq!((&mended["replacement"]["state"], &mended["replacement"]["difference"]), (&json!("awaiting_payment"), &cny(1_500)));
    desk.act(&replacement, "paid", json!({"reference": "B-2"})).await.expect(200);
    desk.act(&replacement, "ship", json!({"carrier": "顺丰"})).await.expect(200);
    let done = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&done["ticket"]), ("completed", "replacement_delivered", "none"));
    assert!(desk.inventory.requests().is_empty(), "nothing comes from a shelf");
    desk.balanced(&ticket).await;
}

/// Not repairable: the customer takes the money, through the tiers.
#[tokio::test]
async fn what_cannot_be_mended_is_paid_back_when_the_customer_agrees() {
    let desk = Desk::open(&[]).await;
    let (ticket, replacement) = in_repair(&desk, "hopeless").await;
    desk.goods_come(&ticket).await;
    let asked = desk.act(&replacement, "not-repairable", json!({"reason": "进水"})).await.expect(200).body;
    assert_eq!((&asked["replacement"]["state"], &asked["replacement"]["consent"]["amount"]), (&json!("not_repairable"), &cny(4_800)));
    let agreed = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(200).body;
    assert_eq!(axes(&agreed["ticket"]), ("settling", "inspected", "refund_pending"));
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).2, "refunded");
    desk.balanced(&ticket).await;
}

/// Not repairable, and the customer wants it as it is.
#[tokio::test]
async fn what_cannot_be_mended_goes_back_as_it_is_when_the_customer_wants_it() {
    let desk = Desk::open(&[]).await;
    let (ticket, replacement) = in_repair(&desk, "as-is").await;
    desk.goods_come(&ticket).await;
    desk.act(&replacement, "not-repairable", json!({"reason": "进水"})).await.expect(200);
    let back = desk.act(&replacement, "answer", json!({"choice": "wait"})).await.expect(200).body;
    assert_eq!((&back["replacement"]["state"], axes(&back["ticket"]).0), (&json!("ready"), "fulfilling"));
    let other = desk.act(&replacement, "answer", json!({"choice": "refund"})).await.expect(409);
    assert_eq!(other.code(), "not_allowed_now");
    desk.act(&replacement, "ship", json!({})).await.expect(200);
    desk.act(&replacement, "delivered", json!({})).await.expect(200);
    desk.balanced(&ticket).await;
}

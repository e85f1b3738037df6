//! Money that moves otherwise: paid elsewhere, fetched back, credit, another amount (D3, D12).

use redress_tests::gateway::{Fault, Faults};
use serde_json::{Value, json};

use super::till::Till;
use crate::shop::{Shop, request};

fn yuan(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

/// D12: the platform has paid; our own instruction is withdrawn, so that nobody pays again.
#[tokio::test]
async fn what_was_paid_elsewhere_is_not_paid_again() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("outside", &[("stripe", "pi_out", 3_000)])).await;
    let paid = json!({"amount": yuan(3_000), "reference": "TB-1"});
    till.shop.act(&ticket, "refunded-elsewhere", &till.shop.agent, paid.clone()).await.expect(403);
    let after = till.shop.act(&ticket, "refunded-elsewhere", &till.shop.finance, paid).await.expect(200).body;
    assert_eq!(after["money"], "refunded_externally");
    till.work().await;
    assert_eq!(till.shop.instructions(&ticket).await[0]["state"], "cancelled");
    assert!(till.gateway.requests().is_empty(), "nothing leaves any more");
}

/// While our own money is under way nobody may book another payment: what became of it comes first.
#[tokio::test]
async fn nothing_is_booked_elsewhere_while_our_own_money_is_under_way() {
    let till = Till::open(Faults::none()).await;
    till.gateway.then([Fault::DropAfter]);
    let ticket = till.allow(till.claim("both", &[("stripe", "pi_both", 3_000)])).await;
    till.work().await;
    assert_eq!(till.shop.ticket(&ticket).await["money"], "refund_unknown");
    let refused = till.shop.act(&ticket, "refunded-elsewhere", &till.shop.finance, json!({"amount": yuan(3_000)})).await.expect(409);
    assert!(refused.text("detail").contains("refund_unknown"), "{}", refused.body);
    till.wait(60);
    till.work().await;
    assert_eq!(till.shop.ticket(&ticket).await["money"], "refunded");
}

#[tokio::test]
async fn money_is_fetched_back_up_to_what_was_paid() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("back", &[("stripe", "pi_back", 3_000)])).await;
    till.work().await;
    let finance = &till.shop.finance;
    let too_much = json!({"amount": yuan(3_001), "reason": "goods never came"});
    assert_eq!(till.shop.act(&ticket, "clawback", finance, too_much).await.expect(422).pointers(), ["/amount"]);
    let start = json!({"amount": yuan(3_000), "reason": "goods never came"});
    assert_eq!(till.shop.act(&ticket, "clawback", finance, start).await.expect(200).body["money"], "clawback");
    let part = till.shop.act(&ticket, "clawback/collected", finance, json!({"amount": yuan(2_000)})).await.expect(200).body;
    assert_eq!((&part["case"], &part["money"]), (&json!("completed"), &json!("none")));
}

#[tokio::test]
async fn a_refund_becomes_credit_and_no_more_than_it_is_spent() {
    let shop = Shop::without_rules().await;
    let ticket = shop.submit(request("refund_only", "credit", 3_000)).await.expect(201).body;
    shop.act(&ticket, "approve", &shop.server.owner, json!({})).await.expect(200);
    let waiting = shop.instructions(&ticket).await.remove(0);
    let path = format!("/api/v1/refund-instructions/{}/credit", waiting["id"].as_str().unwrap());
    let paid = shop.server.send(axum::http::Method::POST, &path, &shop.finance, &[], None).await.expect(200).body;
    assert_eq!((&paid["tender"], &paid["state"]), (&json!("credit"), &json!("paid")));
    assert_eq!(shop.ticket(&ticket).await["money"], "refunded");
    let customer = shop.ticket(&ticket).await["customer"]["id"].as_str().unwrap().to_owned();
    let credit = format!("/api/v1/customers/{customer}/credit");
    let held = shop.server.get(&credit, &shop.agent).await.expect(200).body;
    assert_eq!((&held["balances"][0], &held["items"][0]["ticket"]), (&yuan(3_000), &ticket["id"]));
    let spend = |minor: i64| json!({"amount": yuan(minor), "reason": "order 77"});
    let refused = shop.server.post(&credit, &shop.finance, spend(-3_001)).await.expect(409);
    assert!(refused.text("detail").contains("more than"), "{}", refused.body);
    let left = shop.server.post(&credit, &shop.finance, spend(-1_000)).await.expect(201).body;
    assert_eq!(left["balances"][0], yuan(2_000));
}

/// D3: an amount that rises after somebody agreed finds its tier again; a line that the customer keeps is asked for at zero.
#[tokio::test]
async fn d3_a_higher_amount_is_decided_anew_and_a_line_may_be_kept() {
    let shop = Shop::open().await;
    let mut body = request("refund_only", "tier", 60_000);
    body["order"]["paid"] = yuan(80_000);
    let second = json!({"external_id": "2", "sku": "MAT", "title": "垫子", "quantity": 1, "unit_price": yuan(20_000)});
    body["order"]["lines"].as_array_mut().unwrap().push(second);
    body["lines"][0]["requested"] = yuan(4_000);
    body["lines"].as_array_mut().unwrap().push(json!({"order_line": "2", "quantity": 1, "reason": "unwanted", "requested": yuan(0)}));
    let ticket = shop.submit(body).await.expect(201).body;
    assert_eq!(ticket["case"], "settling", "up to 50 yuan nobody is asked: {ticket}");
    let line = ticket["lines"][0]["id"].clone();
    let ask = |minor: i64| json!({"lines": [{"line": line, "requested": yuan(minor)}], "reason": "客户补充了损坏照片"});
    let higher = shop.act(&ticket, "amount", &shop.agent, ask(59_000)).await.expect(200).body;
    assert_eq!((&higher["case"], &higher["refund"]["role"]), (&json!("approval"), &json!("director")), "{higher}");
    assert!(shop.instructions(&ticket).await.iter().all(|instruction| instruction["state"] == "cancelled"), "what was agreed is withdrawn");
    let settled = shop.act(&ticket, "approve", &shop.director, json!({})).await.expect(200).body;
    assert_eq!(settled["refund"]["amount"], yuan(59_000));
    let waiting: Vec<_> = shop.instructions(&ticket).await.into_iter().filter(|one| one["state"] == "pending").collect();
    assert!(waiting.len() == 1 && waiting[0]["amount"] == yuan(59_000), "{waiting:?}");
    let over = shop.act(&ticket, "amount", &shop.agent, ask(60_001)).await.expect(422);
    assert_eq!(over.pointers(), ["/lines/0/requested"]);
}

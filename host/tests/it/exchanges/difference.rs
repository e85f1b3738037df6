//! The price difference, either way, and both ways in one ticket.

use serde_json::{Value, json};

use super::{Desk, axes, cny};
use crate::shop::request;

/// Z10: the customer owes: nothing leaves before it is paid, and who paid under which reference is kept.
#[tokio::test]
async fn z10_what_the_customer_owes_holds_the_goods_until_it_is_paid() {
    let desk = Desk::open(&[("FEEDER-PRO", 3)]).await;
    let ticket = desk.allowed("exchange", "dearer", 20_000).await;
    let proposed = desk.propose(&ticket, json!({"lines": [{"sku": "FEEDER-PRO", "unit_price": cny(26_500)}]})).await.expect(201).body;
    let replacement = proposed["replacement"].clone();
    assert_eq!(replacement["difference"], cny(6_500));
    desk.work().await;
    let early = desk.act(&replacement, "paid", json!({"reference": "B-1"})).await.expect(409);
    assert!(early.text("detail").contains("waits for the goods"), "{}", early.body);
    let here = desk.goods_come(&ticket).await;
    assert_eq!((axes(&here).0, desk.state(&replacement).await.as_str()), ("inspected_ok", "awaiting_payment"));
    assert_eq!(desk.act(&replacement, "ship", json!({})).await.expect(409).code(), "not_allowed_now");
    let ids = (ticket["id"].as_str().unwrap(), replacement["id"].as_str().unwrap());
    let path = format!("/api/v1/tickets/{}/replacements/{}/paid", ids.0, ids.1);
    desk.shop.server.post(&path, &desk.shop.agent, json!({"reference": "B-1"})).await.expect(403);
    let paid = desk.shop.server.post(&path, &desk.shop.finance, json!({"reference": "B-1"})).await.expect(200).body;
    assert_eq!((axes(&paid["ticket"]).0, &paid["replacement"]["state"]), ("fulfilling", &json!("ready")));
    assert_eq!(paid["replacement"]["paid"]["reference"], "B-1");
    desk.act(&replacement, "ship", json!({"carrier": "顺丰"})).await.expect(200);
    let done = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&done["ticket"]), ("completed", "replacement_delivered", "none"));
    let mut kinds = desk.ledger(&ticket).await;
    // Entries of two turns in one moment of a clock that stands still have no order.
    kinds.sort_by_key(|(_, minor)| std::cmp::Reverse(*minor));
    let wanted = [("goods", 20_000), ("difference", 6_500), ("replacement", -26_500)].map(|(kind, minor)| (kind.to_owned(), minor));
    assert_eq!(kinds, wanted);
    desk.balanced(&ticket).await;
    assert!(desk.shop.instructions(&ticket).await.is_empty());
}

/// Z10: the customer is owed: the rest goes back over the payments of the order while the goods travel.
#[tokio::test]
async fn z10_what_the_customer_is_owed_goes_back() {
    let desk = Desk::open(&[("FEEDER-MINI", 1)]).await;
    let mut body = request("exchange", "cheaper", 20_000);
    body["order"]["payments"] = json!([{"tender": "alipay", "reference": "A-77", "amount": cny(20_000)}]);
    let ticket = desk.shop.submit(body).await.expect(201).body;
    desk.approve(&ticket).await;
    let proposal = json!({"lines": [{"sku": "FEEDER-MINI", "unit_price": cny(16_500)}]});
    let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
    assert_eq!(replacement["difference"], cny(-3_500));
    desk.work().await;
    let here = desk.goods_come(&ticket).await;
    assert_eq!(axes(&here), ("fulfilling", "inspected", "refund_pending"));
    let waiting = desk.shop.instructions(&ticket).await;
    assert_eq!((waiting.len(), &waiting[0]["tender"], &waiting[0]["amount"]), (1, &json!("alipay"), &cny(3_500)));
    let refused = desk.act(&replacement, "cancel", json!({"reason": "too late"})).await.expect(409);
    assert!(refused.text("detail").contains("goes back already"), "{}", refused.body);
    desk.act(&replacement, "ship", json!({})).await.expect(200);
    let arrived = desk.act(&replacement, "delivered", json!({})).await.expect(200).body;
    assert_eq!(axes(&arrived["ticket"]), ("settling", "replacement_delivered", "refund_pending"), "the money is still on its way");
    desk.pay(&ticket).await;
    assert_eq!(axes(&desk.shop.ticket(&ticket).await), ("completed", "replacement_delivered", "refunded"));
    desk.balanced(&ticket).await;
}

/// Issue 4 item 5: refund A, exchange B in one ticket: it ends balanced, whichever of money and goods arrives first.
#[tokio::test]
async fn a_ticket_that_refunds_one_line_and_exchanges_another_ends_balanced() {
    for money_first in [true, false] {
        let desk = Desk::open(&[("MAT-2", 1)]).await;
        let mut body = request("exchange", "mixed", 4_000);
        let second = json!({"external_id": "2", "sku": "MAT", "quantity": 1, "unit_price": cny(2_500)});
        body["order"]["lines"].as_array_mut().unwrap().push(second);
        body["order"]["paid"]["minor"] = json!(6_500);
        body["lines"].as_array_mut().unwrap().push(json!({"order_line": "2", "quantity": 1, "reason": "colour"}));
        let ticket = desk.shop.submit(body).await.expect(201).body;
        desk.approve(&ticket).await;
        let line = |at: usize| ticket["lines"][at]["id"].clone();
        let proposal = json!({
            "returned": [{"line": line(0)}, {"line": line(1)}],
            "lines": [{"sku": "MAT-2", "replaces": line(1), "reason": "the blue one"}], "reason": "refund A, exchange B"
        });
        let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
        assert_eq!(replacement["difference"], cny(-4_000));
        desk.work().await;
        desk.goods_come(&ticket).await;
        desk.act(&replacement, "ship", json!({})).await.expect(200);
        if money_first {
            desk.pay(&ticket).await;
            assert_eq!(axes(&desk.shop.ticket(&ticket).await), ("fulfilling", "replacement_shipped", "refunded"));
            desk.act(&replacement, "delivered", json!({})).await.expect(200);
        } else {
            desk.act(&replacement, "delivered", json!({})).await.expect(200);
            desk.pay(&ticket).await;
        }
        assert_eq!(axes(&desk.shop.ticket(&ticket).await), ("completed", "replacement_delivered", "refunded"));
        let paid: Vec<Value> = desk.shop.instructions(&ticket).await;
        assert_eq!((paid.len(), &paid[0]["amount"], &paid[0]["state"]), (1, &cny(4_000), &json!("paid")));
        desk.balanced(&ticket).await;
        assert_eq!(axes(&desk.close(&ticket).await).0, "closed");
    }
}

/// D3: what goes back in an exchange needs what the refund rules ask for: up to 50 yuan nobody, up to 500 a supervisor, above
/// that a director.
#[tokio::test]
async fn d3_the_rest_of_an_exchange_needs_the_tier_of_its_amount() {
    let desk = Desk::open(&[("CHEAP", 9)]).await;
    let ticket = desk.allowed("exchange", "tiers", 90_000).await;
    let at = |minor: i64| json!({"lines": [{"sku": "CHEAP", "unit_price": cny(minor)}]});
    let refused = desk.shop.act(&ticket, "replacements", &desk.shop.agent, at(80_000)).await.expect(403);
    assert!(refused.text("detail").contains("supervisor"), "{}", refused.body);
    desk.shop.act(&ticket, "replacements", &desk.shop.supervisor, at(10_000)).await.expect(403);
    let list = format!("/api/v1/tickets/{}/replacements", ticket["id"].as_str().unwrap());
    assert_eq!(desk.shop.server.get(&list, &desk.shop.agent).await.expect(200).body["items"], json!([]));
    let small = desk.shop.act(&ticket, "replacements", &desk.shop.agent, at(86_000)).await.expect(201).body["replacement"].clone();
    desk.act(&small, "cancel", json!({"reason": "another one"})).await.expect(200);
    let more = desk.shop.act(&ticket, "replacements", &desk.shop.supervisor, at(80_000)).await.expect(201).body["replacement"].clone();
    desk.act(&more, "cancel", json!({"reason": "another one"})).await.expect(200);
    desk.shop.act(&ticket, "replacements", &desk.shop.director, at(10_000)).await.expect(201);
}

/// A difference that was paid goes back when its goods are called off, and the ledger is level.
#[tokio::test]
async fn a_paid_difference_goes_back_when_its_goods_do_not_leave() {
    let desk = Desk::open(&[("DEAR", 2)]).await;
    let ticket = desk.allowed("exchange", "paid-off", 20_000).await;
    let proposal = json!({"lines": [{"sku": "DEAR", "unit_price": cny(23_000)}]});
    let replacement = desk.propose(&ticket, proposal.clone()).await.expect(201).body["replacement"].clone();
    desk.work().await;
    desk.goods_come(&ticket).await;
    desk.act(&replacement, "paid", json!({"reference": "B-9"})).await.expect(200);
    let off = desk.act(&replacement, "cancel", json!({"reason": "changed their mind"})).await.expect(200).body;
    assert_eq!((axes(&off["ticket"]).2, &off["replacement"]["state"]), ("refund_pending", &json!("cancelled")));
    desk.work().await;
    assert_eq!(desk.inventory.books().free["DEAR"], 2, "the stock is free again");
    let waiting = desk.shop.instructions(&ticket).await;
    assert_eq!((&waiting[0]["tender"], &waiting[0]["amount"]), (&json!("manual"), &cny(3_000)));
    desk.pay(&ticket).await;
    desk.balanced(&ticket).await;
    // And another one can be proposed, even this time.
    let even = desk.propose(&ticket, json!({"lines": [{"sku": "DEAR"}]})).await.expect(201).body["replacement"].clone();
    desk.work().await;
    assert_eq!(desk.state(&even).await, "ready", "the goods are here");
    desk.act(&even, "ship", json!({})).await.expect(200);
    desk.act(&even, "delivered", json!({})).await.expect(200);
    assert_eq!(axes(&desk.shop.ticket(&ticket).await).0, "completed");
    desk.balanced(&ticket).await;
}

/// A ticket that is cancelled takes its goods and its money with it.
#[tokio::test]
async fn a_cancelled_ticket_releases_stock_and_levels_its_ledger() {
    let desk = Desk::open(&[("FEEDER-MINI", 1)]).await;
    let ticket = desk.allowed("exchange", "cancelled", 20_000).await;
    let proposal = json!({"lines": [{"sku": "FEEDER-MINI", "unit_price": cny(16_500)}]});
    let replacement = desk.propose(&ticket, proposal).await.expect(201).body["replacement"].clone();
    desk.work().await;
    assert_eq!(desk.inventory.books().free["FEEDER-MINI"], 0);
    desk.goods_come(&ticket).await;
    let off = desk.shop.act(&ticket, "cancel", &desk.shop.agent, json!({"reason": "客户不换了"})).await.expect(200).body;
    assert_eq!(axes(&off), ("send_back", "inspected", "none"));
    assert_eq!(desk.state(&replacement).await, "cancelled");
    desk.work().await;
    assert_eq!(desk.inventory.books().free["FEEDER-MINI"], 1);
    desk.balanced(&ticket).await;
    assert!(desk.shop.instructions(&ticket).await.iter().all(|one| one["state"] == "cancelled"));
}

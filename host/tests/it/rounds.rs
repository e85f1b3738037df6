//! Tickets that come back, and tickets that share an order: together they never give back more than was paid, in whole or per
//! line (domain.md §2).

use serde_json::{Value, json};

use crate::shop::{Shop, request};

/// Pays the only refund instruction of a ticket that waits.
async fn pay(shop: &Shop, ticket: &Value) {
    let waiting = shop.instructions(ticket).await.into_iter().find(|instruction| instruction["state"] == "pending").expect("one waits");
    let path = format!("/api/v1/refund-instructions/{}/paid", waiting["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, json!({"reference": "bank"})).await.expect(200);
}

/// What was paid out on a ticket, in minor units.
async fn paid(shop: &Shop, ticket: &Value) -> i64 {
    shop.instructions(ticket).await.iter().filter(|i| i["state"] == "paid").map(|i| i["amount"]["minor"].as_i64().unwrap()).sum()
}

#[tokio::test]
async fn a_ticket_that_was_paid_and_comes_back_is_not_paid_again() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "again", 4_000)).await.expect(201).body;
    assert_eq!(ticket["case"], "settling");
    pay(&shop, &ticket).await;
    let again = shop.act(&ticket, "reopen", &shop.agent, json!({"reason": "客户又来了"})).await;
    let again = again.expect(200).body;
    assert_eq!(again["refund"]["amount"]["minor"], 0, "all that was asked was given back: {again}");
    assert!(shop.instructions(&ticket).await.iter().all(|instruction| instruction["state"] == "paid"), "nothing more leaves");
    assert_eq!(paid(&shop, &ticket).await, 4_000);
}

#[tokio::test]
async fn what_was_agreed_to_be_less_can_be_asked_for_in_a_new_round() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "rest", 20_000)).await.expect(201).body;
    let amount = json!({"amount": {"minor": 15_000, "currency": "CNY"}});
    shop.act(&ticket, "approve", &shop.supervisor, amount).await.expect(200);
    pay(&shop, &ticket).await;
    let again = shop.act(&ticket, "reopen", &shop.agent, json!({"reason": "补付"})).await.expect(200).body;
    assert_eq!(again["refund"]["amount"]["minor"], 5_000, "only the rest: {again}");
    if again["case"] == "approval" {
        let key = if again["refund"]["role"] == "director" { &shop.director } else { &shop.supervisor };
        shop.act(&ticket, "approve", key, json!({})).await.expect(200);
    }
    pay(&shop, &ticket).await;
    assert_eq!(paid(&shop, &ticket).await, 20_000);
}

#[tokio::test]
async fn a_line_of_an_order_gives_back_its_price_once_over_all_tickets() {
    let shop = Shop::open().await;
    let mut first = request("refund_only", "line", 2_000);
    first["order"]["paid"]["minor"] = json!(4_000);
    let second = json!({"external_id": "2", "sku": "MAT", "quantity": 1, "unit_price": {"minor": 2_000, "currency": "CNY"}});
    first["order"]["lines"].as_array_mut().unwrap().push(second);
    let ticket = shop.submit(first).await.expect(201).body;
    assert_eq!(ticket["case"], "settling", "{ticket}");
    let asks = |line: &str| {
        json!({"kind": "price_protect", "order": {"external_id": "o-line"},
               "lines": [{"order_line": line, "quantity": 1, "reason": "cheaper now", "requested": {"minor": 500, "currency": "CNY"}}]})
    };
    let refused = shop.submit(asks("1")).await.expect(422);
    assert!(refused.text("detail").contains("line"), "{}", refused.body);
    shop.submit(asks("2")).await.expect(201);
}

#[tokio::test]
async fn a_ticket_does_not_come_back_for_goods_that_another_one_took() {
    let shop = Shop::open().await;
    let first = shop.submit(request("refund_only", "taken", 28_800)).await.expect(201).body;
    shop.act(&first, "cancel", &shop.agent, json!({})).await.expect(200);
    let other =
        json!({"kind": "refund_only", "order": {"external_id": "o-taken"}, "lines": [{"order_line": "1", "quantity": 1, "reason": "x"}]});
    let other = shop.submit(other).await.expect(201).body;
    let refused = shop.act(&first, "reopen", &shop.agent, json!({"reason": "again"})).await.expect(422);
    assert_eq!(refused.code(), "quantity_over_bought");
    shop.act(&other, "cancel", &shop.agent, json!({})).await.expect(200);
    shop.act(&first, "reopen", &shop.agent, json!({"reason": "again"})).await.expect(200);
}

#[tokio::test]
async fn a_ticket_changes_a_known_order_only_for_who_may_write_orders() {
    let shop = Shop::open().await;
    let mut larger = request("refund_only", "known", 20_000);
    shop.submit(larger.clone()).await.expect(201);
    larger["external_ref"] = json!("T-larger");
    larger["order"]["paid"]["minor"] = json!(90_000);
    let risk = shop.server.user("risk", &["risk"]).await.1;
    let refused = shop.server.post("/api/v1/tickets", &risk, larger.clone()).await.expect(422);
    assert!(refused.text("detail").contains("o-known"), "{}", refused.body);
    larger["order"]["currency"] = json!("EUR");
    larger["order"]["paid"]["currency"] = json!("EUR");
    larger["order"]["lines"][0]["unit_price"]["currency"] = json!("EUR");
    assert_eq!(shop.submit(larger).await.expect(422).code(), "foreign_currency", "an order keeps its currency");
}

#[tokio::test]
async fn a_tenant_that_is_refused_leaves_nothing_behind() {
    let server = crate::support::Server::start().await;
    let body = |mail: &str| json!({"slug": "half", "name": "Half", "owner_email": mail});
    server.post("/api/v1/tenants", crate::support::OPERATOR, body("no address")).await.expect(422);
    server.post("/api/v1/tenants", crate::support::OPERATOR, body("owner@half.example")).await.expect(201);
}

#[tokio::test]
async fn nobody_hands_out_a_higher_place_in_the_ladder_than_their_own() {
    let shop = Shop::without_rules().await;
    let admin = shop.server.user("admin", &["admin"]).await.1;
    let role = json!({"approval_rank": 95, "permissions": ["ticket:approve"]});
    let refused = shop.server.put("/api/v1/roles/chief", &admin, role).await.expect(403);
    assert!(refused.text("detail").contains("rank"), "{}", refused.body);
    let role = json!({"approval_rank": 40, "permissions": ["ticket:approve"]});
    shop.server.put("/api/v1/roles/chief", &admin, role).await.expect(200);
}

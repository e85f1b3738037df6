//! Tickets that come back, and tickets that share an order: together they never give back more than was paid, in whole or per
//! line (domain.md §2).

use redress::workers::timers;
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

/// A ticket whose first round paid 150 yuan of 200, opened again for the other 50, which finance is to pay.
async fn second_round(shop: &Shop, name: &str) -> Value {
    let ticket = shop.submit(request("refund_only", name, 20_000)).await.expect(201).body;
    let amount = json!({"amount": {"minor": 15_000, "currency": "CNY"}});
    shop.act(&ticket, "approve", &shop.supervisor, amount).await.expect(200);
    pay(shop, &ticket).await;
    shop.server.clock.advance_ms(60_000);
    let again = shop.act(&ticket, "reopen", &shop.agent, json!({"reason": "补付"})).await.expect(200).body;
    if again["case"] == "approval" {
        shop.act(&ticket, "approve", &shop.director, json!({})).await.expect(200);
    }
    let now = shop.ticket(&ticket).await;
    assert_eq!((&now["case"], &now["money"]), (&json!("settling"), &json!("refund_pending")), "{now}");
    ticket
}

/// What an earlier round paid is no part of this one: a ruling pays this round, finance keeps back within its tier, and it can be withdrawn.
#[tokio::test]
async fn d8_a_new_round_is_not_taken_for_a_part_of_the_one_before() {
    let shop = Shop::open().await;
    let ruled = second_round(&shop, "ruled-again").await;
    shop.act(&ruled, "dispute", &shop.agent, json!({})).await.expect(200);
    shop.act(&ruled, "dispute/ruling", &shop.director, json!({"for": "buyer"})).await.expect(200);
    pay(&shop, &ruled).await;
    assert_eq!(paid(&shop, &ruled).await, 20_000, "the rest is paid");

    let kept = second_round(&shop, "kept-back").await;
    let fee = json!({"entries": [{"kind": "deduction", "amount": {"minor": -500, "currency": "CNY"}, "reason": "手续费"}]});
    let less = shop.act(&kept, "settlements", &shop.finance, fee).await.expect(200).body;
    assert_eq!(less["refund"]["amount"]["minor"], 4_500, "less than what was agreed needs nobody else: {less}");

    let off = second_round(&shop, "called-off").await;
    let cancelled = shop.act(&off, "cancel", &shop.agent, json!({"reason": "客户撤销"})).await.expect(200).body;
    assert_eq!(cancelled["case"], "cancelled", "nothing of this round was paid: {cancelled}");
    assert_eq!(paid(&shop, &off).await, 15_000);
}

/// D8: a ruling in a new round pays what this round asks, though as much and more was paid before; however the round began.
#[tokio::test]
async fn d8_a_ruling_pays_what_the_present_round_asks() {
    let shop = Shop::open().await;
    for (kind, name) in [("refund_only", "by-a-person"), ("return_refund", "by-a-parcel")] {
        let ticket = shop.submit(request(kind, name, 20_000)).await.expect(201).body;
        let amount = json!({"amount": {"minor": 15_000, "currency": "CNY"}});
        shop.act(&ticket, "approve", &shop.supervisor, amount).await.expect(200);
        let come = || shop.act(&ticket, "receive", &shop.warehouse, json!({"condition": "ok"}));
        if kind == "return_refund" {
            come().await.expect(200);
        }
        pay(&shop, &ticket).await;
        shop.server.clock.advance_ms(8 * 86_400_000);
        while timers::round(&shop.server.app).await {}
        assert_eq!(shop.ticket(&ticket).await["case"], "closed");
        let again = if kind == "return_refund" {
            let late = shop.server.post("/api/v1/scans", &shop.warehouse, json!({"raw": "SF0000000999"})).await.expect(201).body;
            let path = format!("/api/v1/unidentified-parcels/{}/assign", late["id"].as_str().unwrap());
            shop.server.post(&path, &shop.warehouse, json!({"ticket": ticket["id"]})).await.expect(200);
            assert_eq!(shop.ticket(&ticket).await["case"], "received");
            come().await.expect(200).body
        } else {
            shop.act(&ticket, "reopen", &shop.agent, json!({"reason": "补付"})).await.expect(200).body
        };
        assert_eq!((&again["case"], &again["refund"]["amount"]["minor"]), (&json!("approval"), &json!(5_000)), "{again}");
        assert!(again["reopened_at"].is_string(), "{again}");
        shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200);
        shop.act(&ticket, "dispute/ruling", &shop.director, json!({"for": "buyer"})).await.expect(200);
        let waiting: Vec<Value> = shop.instructions(&ticket).await.into_iter().filter(|one| one["state"] == "pending").collect();
        assert_eq!(waiting.iter().map(|one| &one["amount"]["minor"]).collect::<Vec<_>>(), [5_000], "{name}");
        pay(&shop, &ticket).await;
        assert_eq!(paid(&shop, &ticket).await, 20_000, "{name}");
    }
}

/// What customers pay on top, and what goods in exchange cost, is booked with the exchange: by hand it would lift what may go back.
#[tokio::test]
async fn nobody_books_by_hand_what_only_an_exchange_may() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "lifted", 4_000)).await.expect(201).body;
    for kind in ["difference", "replacement"] {
        let line = &ticket["lines"][0]["id"];
        let entry = json!({"kind": kind, "line": line, "payer": "customer", "amount": {"minor": 300, "currency": "CNY"}, "reason": "x"});
        let refused = shop.act(&ticket, "settlements", &shop.finance, json!({"entries": [entry]})).await.expect(422);
        assert_eq!(refused.pointers(), ["/entries/0/kind"], "{}", refused.body);
    }
}

/// A dispute is about one ticket: it cannot go into another while it lasts.
#[tokio::test]
async fn a_ticket_in_dispute_is_not_merged() {
    let shop = Shop::open().await;
    let asks = |name: &str| {
        let mut body = request("complaint", name, 4_000);
        body["customer"] = json!({"external_id": "c-same"});
        body
    };
    let into = shop.submit(asks("stays")).await.expect(201).body;
    let disputed = shop.submit(asks("disputed")).await.expect(201).body;
    shop.act(&disputed, "dispute", &shop.agent, json!({})).await.expect(200);
    let refused = shop.act(&disputed, "merge", &shop.agent, json!({"into": into["id"]})).await.expect(409);
    assert_eq!(refused.code(), "not_allowed_now", "{}", refused.body);
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

//! Refunds that go back in parts: what has left stays where it is, and counts.

use serde_json::{Value, json};

use crate::shop::{Shop, request};

fn cny(minor: i64) -> Value {
    json!({"minor": minor, "currency": "CNY"})
}

/// An order of 600 yuan that was paid in two parts of 300, of which 400 go back: 300 over the first payment and 100 over the second.
async fn halves(shop: &Shop, name: &str) -> Value {
    let mut body = request("refund_only", name, 60_000);
    body["order"]["payments"] = json!([
        {"tender": "alipay", "reference": format!("A-{name}"), "amount": cny(30_000)},
        {"tender": "unionpay", "reference": format!("U-{name}"), "amount": cny(30_000)},
    ]);
    let ticket = shop.submit(body).await.expect(201).body;
    let lines = json!([{"line": ticket["lines"][0]["id"], "requested": cny(40_000)}]);
    shop.act(&ticket, "amount", &shop.agent, json!({"lines": lines, "reason": "协商部分退款"})).await.expect(200);
    let agreed = shop.act(&ticket, "approve", &shop.director, json!({})).await.expect(200).body;
    assert_eq!(waiting(shop, &agreed).await, [30_000, 10_000]);
    agreed
}

async fn in_state(shop: &Shop, ticket: &Value, state: &str) -> Vec<Value> {
    shop.instructions(ticket).await.into_iter().filter(|one| one["state"] == state).collect()
}

async fn waiting(shop: &Shop, ticket: &Value) -> Vec<i64> {
    let mut sums: Vec<i64> = in_state(shop, ticket, "pending").await.iter().map(|one| one["amount"]["minor"].as_i64().unwrap()).collect();
    sums.sort_unstable_by(|a, b| b.cmp(a));
    sums
}

/// Finance says something of the largest instruction that waits, and the API answers with this status.
async fn report(shop: &Shop, ticket: &Value, verb: &str, body: Value, status: u16) -> Value {
    let mut all = in_state(shop, ticket, "pending").await;
    all.sort_by_key(|one| one["amount"]["minor"].as_i64().unwrap());
    let path = format!("/api/v1/refund-instructions/{}/{verb}", all.pop().expect("one waits")["id"].as_str().unwrap());
    shop.server.post(&path, &shop.finance, body).await.expect(status).body
}

async fn pay(shop: &Shop, ticket: &Value) {
    report(shop, ticket, "paid", json!({"reference": "bank"}), 200).await;
}

/// What has been paid of a ticket.
async fn paid(shop: &Shop, ticket: &Value) -> i64 {
    in_state(shop, ticket, "paid").await.iter().map(|one| one["amount"]["minor"].as_i64().unwrap()).sum()
}

/// D8: what was paid before the platform ruled counts towards what it awards, and nothing moves meanwhile, be it one part of two.
#[tokio::test]
async fn d8_a_ruling_counts_what_has_been_paid() {
    let shop = Shop::open().await;
    let ticket = halves(&shop, "ruled").await;
    pay(&shop, &ticket).await;
    shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200);
    for (verb, body) in [("paid", json!({"reference": "bank"})), ("credit", json!({}))] {
        let refused = report(&shop, &ticket, verb, body, 409).await;
        assert!(refused["detail"].as_str().unwrap().contains("dispute"), "{refused}");
    }
    let ruling = |amount: Option<i64>| json!({"for": "buyer", "amount": amount.map(cny)});
    let refused = shop.act(&ticket, "dispute/ruling", &shop.director, ruling(Some(30_000))).await.expect(422);
    assert!(refused.text("detail").contains("paid already"), "{}", refused.body);
    shop.act(&ticket, "dispute/ruling", &shop.director, ruling(None)).await.expect(200);
    assert_eq!(waiting(&shop, &ticket).await, [10_000], "the rest of what was agreed");
    pay(&shop, &ticket).await;
    let done = shop.ticket(&ticket).await;
    assert_eq!((&done["case"], &done["money"], paid(&shop, &ticket).await), (&json!("completed"), &json!("refunded"), 40_000));

    let more = halves(&shop, "more").await;
    pay(&shop, &more).await;
    shop.act(&more, "dispute", &shop.agent, json!({})).await.expect(200);
    shop.act(&more, "dispute/ruling", &shop.director, ruling(Some(50_000))).await.expect(200);
    assert_eq!(waiting(&shop, &more).await, [20_000], "the whole is 500 yuan, of which 300 have been paid");
    assert_eq!(shop.ticket(&more).await["refund"]["amount"]["minor"], 50_000);
}

/// D3: what has been paid counts towards the tier of what is booked later.
#[tokio::test]
async fn d3_what_was_paid_counts_towards_the_tier() {
    let shop = Shop::open().await;
    let ticket = halves(&shop, "gift").await;
    pay(&shop, &ticket).await;
    let gift = |minor: i64| json!({"entries": [{"kind": "compensation", "payer": "merchant", "amount": cny(minor), "reason": "致歉"}]});
    let refused = shop.act(&ticket, "settlements", &shop.finance, gift(20_000)).await.expect(403);
    assert!(refused.text("detail").contains("director"), "{}", refused.body);
    let fee = json!({"entries": [{"kind": "deduction", "amount": cny(-10_000), "reason": "不再退余款"}]});
    let done = shop.act(&ticket, "settlements", &shop.finance, fee).await.expect(200).body;
    assert_eq!(
        (&done["case"], &done["money"], &done["refund"]["amount"]["minor"]),
        (&json!("completed"), &json!("refunded"), &json!(30_000))
    );
    assert_eq!((waiting(&shop, &ticket).await.len(), paid(&shop, &ticket).await), (0, 30_000));
    let back = json!({"amount": cny(30_000), "reason": "误退"});
    assert_eq!(
        shop.act(&ticket, "clawback", &shop.finance, back).await.expect(200).body["money"],
        "clawback",
        "a part can be fetched back"
    );
}

/// A part that has left cannot be cancelled away; after a ruling for the seller it can still be fetched back.
#[tokio::test]
async fn what_was_paid_in_part_is_never_forgotten() {
    let shop = Shop::open().await;
    let ticket = halves(&shop, "part").await;
    pay(&shop, &ticket).await;
    report(&shop, &ticket, "failed", json!({"reason": "账户已注销"}), 200).await;
    assert_eq!(shop.ticket(&ticket).await["money"], "refund_failed");
    let refused = shop.act(&ticket, "cancel", &shop.agent, json!({"reason": "客户撤销"})).await.expect(409);
    assert!(refused.text("detail").contains("has been paid"), "{}", refused.body);
    let lines = json!([{"line": ticket["lines"][0]["id"], "requested": cny(1)}]);
    shop.act(&ticket, "amount", &shop.agent, json!({"lines": lines, "reason": "改金额"})).await.expect(409);
    shop.act(&ticket, "dispute", &shop.agent, json!({})).await.expect(200);
    let ruled = shop.act(&ticket, "dispute/ruling", &shop.director, json!({"for": "seller"})).await.expect(200).body;
    assert_eq!((&ruled["money"], paid(&shop, &ticket).await), (&json!("refunded"), 30_000), "{ruled}");
}

/// Z39: a customer is not offered to withdraw what has been paid in part.
#[tokio::test]
async fn z39_nobody_is_offered_to_withdraw_a_part_that_has_left() {
    let shop = Shop::open().await;
    let ticket = halves(&shop, "offered").await;
    let made = shop.act(&ticket, "portal-link", &shop.agent, json!({})).await.expect(201).body;
    let token = made["token"].as_str().unwrap();
    let may = |seen: Value| seen["may"].as_array().unwrap().contains(&json!("cancel"));
    assert!(may(shop.server.get("/portal/v1/ticket", token).await.expect(200).body), "nothing has left");
    pay(&shop, &ticket).await;
    assert!(!may(shop.server.get("/portal/v1/ticket", token).await.expect(200).body), "a part has left");
    let written = shop.server.post("/portal/v1/ticket/messages", token, json!({"body": "还要多久？"})).await.expect(200).body;
    assert!(!may(written), "nor in the answer to what they do");
    assert_eq!(shop.server.post("/portal/v1/ticket/cancel", token, json!({})).await.expect(409).code(), "not_allowed_now");
}

/// A refund that failed is tried again by hand, as credit, or the way the money came; no other tender would reach anybody.
#[tokio::test]
async fn a_refund_is_tried_again_only_where_it_can_arrive() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "again", 4_000)).await.expect(201).body;
    let failed = report(&shop, &ticket, "failed", json!({"reason": "账户已注销"}), 200).await;
    let path = format!("/api/v1/refund-instructions/{}/retry", failed["id"].as_str().unwrap());
    let refused = shop.server.post(&path, &shop.finance, json!({"tender": "wechat"})).await.expect(422);
    assert_eq!(refused.body["errors"][0]["pointer"], "/tender", "{}", refused.body);
    let done = shop.server.post(&path, &shop.finance, json!({"tender": "credit"})).await.expect(201).body;
    assert_eq!((&done["state"], &done["tender"]), (&json!("paid"), &json!("credit")), "{done}");
    let path = format!("/api/v1/customers/{}/credit", shop.ticket(&ticket).await["customer"]["id"].as_str().unwrap());
    let credit = shop.server.get(&path, &shop.finance).await.expect(200).body;
    assert!(credit.to_string().contains("4000"), "the customer has it: {credit}");
}

//! What happens when nothing goes wrong, and what settings are refused.

use serde_json::json;

use super::till::Till;
use redress_tests::gateway::Faults;

#[tokio::test]
async fn d4_an_agreed_refund_goes_back_over_the_tenders_it_came_over() {
    let till = Till::open(Faults::none()).await;
    let body = till.claim("mixed", &[("stripe", "pi_1", 12_000), ("wechat", "4200000001", 8_000)]);
    let ticket = till.allow(body).await;
    let instructions = till.shop.instructions(&ticket).await;
    assert_eq!(instructions.len(), 2, "one for each tender: {instructions:?}");
    till.work().await;
    for instruction in till.shop.instructions(&ticket).await {
        assert_eq!(instruction["state"], "paid", "{instruction}");
        assert!(instruction["reference"].as_str().is_some_and(|reference| reference.starts_with("re_")));
    }
    let ticket = till.shop.ticket(&ticket).await;
    assert_eq!((&ticket["case"], &ticket["money"]), (&json!("completed"), &json!("refunded")));
    let refunds = till.gateway.refunds();
    assert_eq!(refunds.values().map(|refund| refund.minor).sum::<i64>(), 20_000);
    assert!(refunds.values().all(|refund| refund.arrivals == 1), "each was asked for once: {refunds:?}");
}

/// What was asked of the gateway, signatures included, can be run again without the key and gives the same.
#[tokio::test]
async fn what_was_signed_is_replayed_without_the_key() {
    let till = Till::open(Faults::none()).await;
    let ticket = till.allow(till.claim("replay", &[("wechat", "4200000002", 3_000)])).await;
    till.work().await;
    let path = format!("/api/v1/tickets/{}/decisions", ticket["id"].as_str().unwrap());
    let owner = &till.shop.server.owner;
    let decisions = till.shop.server.get(&path, owner).await.expect(200).body;
    let decisions = decisions["items"].as_array().or(decisions.as_array()).unwrap().clone();
    let settlements: Vec<_> = decisions.iter().filter(|decision| decision["hook"] == "settlement").collect();
    assert_eq!(settlements.len(), 2, "the request and the answer: {decisions:?}");
    for decision in settlements {
        let path = format!("/api/v1/decisions/{}/replay", decision["id"].as_str().unwrap());
        let replay = till.shop.server.post(&path, owner, json!({})).await.expect(200).body;
        assert_eq!(replay["identical"], true, "{replay}");
    }
}

#[tokio::test]
async fn secrets_are_written_and_never_read() {
    let till = Till::open(Faults::none()).await;
    let server = &till.shop.server;
    let listed = server.get("/api/v1/secrets", &server.owner).await.expect(200).body;
    assert_eq!(listed["items"][0]["name"], "stripe-live");
    assert!(!listed.to_string().contains("sk_test_secret"), "{listed}");
    assert_eq!(server.delete("/api/v1/secrets/stripe-live", &server.owner).await.expect(409).code(), "in_use");
    server.put("/api/v1/secrets/x", &till.shop.agent, json!({"value": "y"})).await.expect(403);
    server.put("/api/v1/secrets/x", &server.owner, json!({"value": "y", "base64": "eQ=="})).await.expect(422);
    server.put("/api/v1/secrets/x", &server.owner, json!({"value": ""})).await.expect(422);
    server.put("/api/v1/secrets/x", &server.owner, json!({"base64": "AAEC"})).await.expect(204);
    server.delete("/api/v1/secrets/x", &server.owner).await.expect(204);
}

#[tokio::test]
async fn a_gateway_that_cannot_work_is_refused() {
    let till = Till::open(Faults::none()).await;
    let server = &till.shop.server;
    let plugin = till.shop.upload_stock("stripe-refunds").await;
    let body = json!({"tender": "alipay", "plugin": plugin["id"], "hosts": ["api.stripe.com"], "secrets": {"stripe_key": "nowhere"}});
    let refused = server.post("/api/v1/gateways", &server.owner, body.clone()).await.expect(422);
    assert_eq!(refused.pointers(), ["/secrets/stripe_key"]);
    let other = till.shop.upload_stock("router").await;
    for (pointer, field, value) in [
        ("/tender", "tender", json!("manual")),
        ("/hosts", "hosts", json!([])),
        ("/hosts/0", "hosts", json!(["https://api.stripe.com"])),
        ("/hook", "plugin", other["id"].clone()),
        ("/config/base_url", "config", json!({"base_url": "ftp://stripe"})),
    ] {
        let mut wrong = body.clone();
        wrong["secrets"] = json!({});
        wrong[field] = value;
        let refused = server.post("/api/v1/gateways", &server.owner, wrong).await.expect(422);
        assert_eq!(refused.pointers(), [pointer], "{}", refused.body);
    }
    let mut taken = body;
    taken["tender"] = json!("stripe");
    taken["secrets"] = json!({});
    assert_eq!(server.post("/api/v1/gateways", &server.owner, taken).await.expect(409).code(), "already_exists");
    let bound = json!({"hook": "settlement", "plugin": plugin["id"], "mode": "active"});
    server.post("/api/v1/bindings", &server.owner, bound).await.expect(422);
}

/// A host that the gateway does not list is never reached: nothing is noted as sent, and finance is told.
#[tokio::test]
async fn a_request_to_another_host_does_not_leave() {
    let till = Till::open(Faults::none()).await;
    let server = &till.shop.server;
    let listed = server.get("/api/v1/gateways", &till.shop.finance).await.expect(200).body;
    let stripe = &listed["items"][0];
    let path = format!("/api/v1/gateways/{}", stripe["id"].as_str().unwrap());
    server.patch(&path, &server.owner, &[("if-match", "\"1\"")], json!({"hosts": ["api.stripe.com"]})).await.expect(200);
    let ticket = till.allow(till.claim("elsewhere", &[("stripe", "pi_9", 3_000)])).await;
    for _ in 0..8 {
        till.work().await;
        till.wait(400);
    }
    assert!(till.gateway.requests().is_empty());
    assert_eq!(till.shop.instructions(&ticket).await[0]["state"], "pending");
    let tasks = till.tasks(&ticket).await;
    assert!(tasks.len() == 1 && tasks[0]["title"].as_str().unwrap().contains("hosts"), "{tasks:?}");
}

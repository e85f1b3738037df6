//! Decisions are explained, repeated, and tried without consequences.

use redress_domain::decision::Outcome;
use redress_domain::rule::Hook;
use serde_json::{Value, json};

use crate::shop::{Shop, request};

#[tokio::test]
async fn every_decision_is_explained_and_repeats_to_the_bit() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("return_refund", "explained", 28_800)).await.expect(201).body;
    for made in ticket["decisions"].as_array().unwrap() {
        let path = format!("/api/v1/decisions/{}", made["id"].as_str().unwrap());
        let full = shop.server.get(&path, &shop.agent).await.expect(200).body;
        assert_eq!((&full["hook"], &full["fuel"], &full["outcome"]), (&made["hook"], &made["fuel"], &json!("ok")));
        assert_eq!((&full["case"]["ticket"]["id"], &full["case"]["ticket"]["case"]), (&ticket["id"], &json!("submitted")));
        assert!(full["config"].is_object() && full["answer"]["hook"] == made["hook"], "{full}");
        let again = shop.server.post(&format!("{path}/replay"), &shop.agent, json!({})).await.expect(200).body;
        assert_eq!(again, json!({"identical": true, "divergences": []}));
    }
    let listed = shop.server.get("/api/v1/decisions?hook=refund-approval&outcome=ok", &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn another_tenant_sees_none_of_it() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "mine", 28_800)).await.expect(201).body;
    let stranger = shop.server.open_tenant("other").await;
    let decision = ticket["decisions"][0]["id"].as_str().unwrap();
    for path in [format!("/api/v1/decisions/{decision}"), format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap())] {
        assert_eq!(shop.server.get(&path, &stranger).await.expect(404).code(), "not_found");
    }
    let path = format!("/api/v1/decisions/{decision}/replay");
    assert_eq!(shop.server.post(&path, &stranger, json!({})).await.expect(404).code(), "not_found");
    assert_eq!(shop.act(&ticket, "approve", &stranger, json!({})).await.expect(404).code(), "not_found");
}

#[tokio::test]
async fn a_dry_run_answers_and_stores_nothing() {
    let shop = Shop::open().await;
    let ticket = shop.submit(request("refund_only", "dry", 28_800)).await.expect(201).body;
    let path = "/api/v1/hooks/refund-approval/evaluate";
    let said = shop.server.post(path, &shop.agent, json!({"ticket": ticket["id"]})).await.expect(200).body;
    assert_eq!(said["outcome"], "ok");
    assert_eq!(said["answer"]["output"]["verdict"]["needs_approval"]["role"], "supervisor", "{said}");
    let generous = json!({"tiers": {"CNY": [{"up_to": 100_000}, {"up_to": null, "role": "director"}]}});
    let said = shop.server.post(path, &shop.agent, json!({"ticket": ticket["id"], "config": generous})).await.expect(200).body;
    assert_eq!(said["answer"]["output"]["verdict"], "approve", "{said}");
    let wrong = shop.server.post(path, &shop.agent, json!({"ticket": ticket["id"], "config": {"tiers": 7}})).await.expect(422);
    assert_eq!(wrong.code(), "invalid_config");
    let listed = shop.server.get("/api/v1/decisions", &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"].as_array().unwrap().len(), 3);
    let nobody = shop.server.post("/api/v1/hooks/notification/evaluate", &shop.agent, json!({"ticket": ticket["id"]})).await.expect(422);
    assert_eq!(nobody.pointers(), ["/binding"]);
}

#[tokio::test]
async fn a_rule_that_names_an_unknown_role_fails_and_people_decide() {
    let shop = Shop::without_rules().await;
    let config =
        json!({"role_order": ["agent", "supervisor", "director", "nobody"], "tiers": {"CNY": [{"up_to": null, "role": "nobody"}]}});
    shop.bind(Hook::RefundApproval.as_str(), "refund-tiers", config).await;
    let ticket = shop.submit(request("refund_only", "nobody", 28_800)).await.expect(201).body;
    assert_eq!((&ticket["case"], &ticket["refund"]["role"]), (&json!("first_review"), &json!("director")));
    let failure: &Value = &ticket["failures"][0];
    assert_eq!((&failure["plugin"], &failure["outcome"]), (&json!("refund-tiers"), &json!(Outcome::InvalidOutput)));
    assert!(failure["message"].as_str().unwrap().contains("nobody"), "{failure}");
    let read = shop.ticket(&ticket).await;
    assert_eq!(read["failures"], ticket["failures"]);
    let path = format!("/api/v1/decisions/{}/replay", ticket["decisions"][0]["id"].as_str().unwrap());
    assert_eq!(shop.server.post(&path, &shop.agent, json!({})).await.expect(200).body["identical"], true);
}

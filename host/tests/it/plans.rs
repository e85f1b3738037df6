//! What a plan pays for, who has signed, and what was used.

use axum::body::Body;
use axum::http::Request;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use redress::config::Config;
use redress_domain::Digest;
use serde_json::{Value, json};

use crate::shop::{Shop, request, stock};
use crate::support::{Reply, Server};

async fn upload(server: &Server, component: Vec<u8>, signature: Option<String>) -> Reply {
    let mut request = Request::post("/api/v1/plugins")
        .header("authorization", format!("Bearer {}", server.owner))
        .header("content-type", "application/wasm");
    if let Some(signature) = signature {
        request = request.header("plugin-signature", signature);
    }
    server.call(request.body(Body::from(component)).unwrap()).await
}

#[tokio::test]
async fn a_tenant_that_wants_signatures_takes_only_what_its_keys_signed() {
    let server = Server::start().await;
    let (ours, theirs) = (SigningKey::from_bytes(&[3; 32]), SigningKey::from_bytes(&[4; 32]));
    let sign = |key: &SigningKey, bytes: &[u8]| STANDARD.encode(key.sign(Digest::of(bytes).as_bytes()).to_bytes());
    let component = stock("router");
    let public_key = hex::encode(ours.verifying_key().to_bytes());
    let key = server.post("/api/v1/signing-keys", &server.owner, json!({"name": "build server", "public_key": public_key})).await;
    let key = key.expect(201).body;
    let weak = server.post("/api/v1/signing-keys", &server.owner, json!({"name": "x", "public_key": "00".repeat(32)})).await.expect(422);
    assert_eq!(weak.pointers(), ["/public_key"]);
    server.put("/api/v1/signing-keys/policy", &server.owner, json!({"required": true})).await.expect(200);

    let refused = upload(&server, component.clone(), None).await.expect(422);
    assert_eq!((refused.code(), &refused.body["errors"][0]["code"]), ("plugin_rejected", &json!("signature_required")));
    let forged = upload(&server, component.clone(), Some(sign(&theirs, &component))).await.expect(422);
    assert_eq!(forged.body["errors"][0]["code"], "invalid_signature");
    let other = upload(&server, component.clone(), Some(sign(&ours, b"other bytes"))).await.expect(422);
    assert_eq!(other.body["errors"][0]["code"], "invalid_signature");
    let taken = upload(&server, component.clone(), Some(sign(&ours, &component))).await.expect(201).body;
    assert_eq!(taken["signed_by"], key["id"]);
    let path = format!("/api/v1/signing-keys/{}", key["id"].as_str().unwrap());
    server.delete(&path, &server.owner).await.expect(204);
    assert_eq!(server.get("/api/v1/signing-keys", &server.owner).await.expect(200).body["items"], json!([]));
}

#[tokio::test]
async fn a_small_plan_ends_where_it_says() {
    let server = Server::start_with(|config: &mut Config| {
        let plan = config.plans.get_mut("standard").unwrap();
        (plan.fuel, plan.plugins, plan.denied) = (20_000, 2, vec![redress_domain::plugin::Capability::AddTag]);
    })
    .await;
    let shop = Shop::of(server).await;
    let table = json!({"name": "t", "hook": "automation", "hit": "collect",
        "inputs": [{"label": "e", "expression": "event.name", "type": "text"}], "outputs": ["add_tags"],
        "rows": [{"id": "a", "when": ["-"], "then": ["big"]}]});
    shop.bind("automation", "decision-table", table).await;
    let tiers = json!({"tiers": {"CNY": [{"up_to": null, "role": "director"}]}});
    shop.bind("refund-approval", "refund-tiers", tiers).await;
    let third = upload(&shop.server, stock("router"), None).await.expect(403);
    assert_eq!(third.code(), "quota_exceeded");
    let ticket = shop.submit(request("refund_only", "small", 900)).await.expect(201).body;
    let outcomes: Vec<&str> = ticket["decisions"].as_array().unwrap().iter().map(|one| one["outcome"].as_str().unwrap()).collect();
    assert!(outcomes.contains(&"out_of_fuel"), "20,000 units are not enough: {ticket}");
    let dry = ticket["decisions"].as_array().unwrap().iter().find(|one| one["outcome"] == "out_of_fuel").unwrap().clone();
    let path = format!("/api/v1/decisions/{}/replay", dry["id"].as_str().unwrap());
    assert_eq!(shop.server.post(&path, &shop.agent, json!({})).await.expect(200).body["identical"], true, "it runs dry again");
    let unknown = json!({"slug": "x", "name": "x", "plan": "gold"});
    assert_eq!(shop.server.post("/api/v1/tenants", crate::support::OPERATOR, unknown).await.expect(422).pointers(), ["/plan"]);
}

#[tokio::test]
async fn what_calls_used_is_counted_by_day_plugin_and_purpose() {
    let shop = Shop::open().await;
    for name in ["a", "b", "c"] {
        shop.submit(request("refund_only", name, 28_800)).await.expect(201);
    }
    let path = "/api/v1/hooks/refund-approval/evaluate";
    let ticket = shop.submit(request("refund_only", "d", 28_800)).await.expect(201).body;
    shop.server.post(path, &shop.agent, json!({"ticket": ticket["id"]})).await.expect(200);
    let used = shop.server.get("/api/v1/usage", &shop.agent).await.expect(200).body["items"].clone();
    let count = |purpose: &str| -> Vec<u64> {
        used.as_array().unwrap().iter().filter(|one| one["purpose"] == purpose).map(|one| one["calls"].as_u64().unwrap()).collect()
    };
    assert_eq!((count("decision"), count("dry_run")), (vec![4, 4, 4], vec![1]), "{used}");
    let fuel: Vec<&Value> = used.as_array().unwrap().iter().map(|one| &one["fuel"]).collect();
    assert!(fuel.iter().all(|fuel| fuel.as_u64().unwrap() > 1_000), "{used}");
    let nothing = shop.server.get("/api/v1/usage?from=2020-01-01&to=2020-01-02", &shop.agent).await.expect(200).body;
    assert_eq!(nothing["items"], json!([]));
    assert_eq!(shop.server.get("/api/v1/usage?from=2000-01-01", &shop.agent).await.expect(400).code(), "invalid_query");
}

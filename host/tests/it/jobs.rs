//! A candidate is run over the past, and the past is run again.

use http_body_util::BodyExt as _;
use redress::jobs;
use redress_store::job;
use serde_json::{Value, json};

use crate::shop::{Shop, request};

/// Takes the job that waits and works it off, as a worker would.
async fn work(shop: &Shop) {
    let app = &shop.server.app;
    let now = app.clock.now();
    let lease = now.plus(chrono::Duration::seconds(30));
    let claimed = app.store.write(move |tx| Box::pin(async move { job::claim(tx, now, lease).await })).await.unwrap();
    let (tenant, job) = claimed.expect("a job waits");
    jobs::run(app, tenant, job).await.unwrap();
}

async fn start(shop: &Shop, path: &str, body: Value) -> String {
    shop.server.post(path, &shop.server.owner, body).await.expect(202).text("id")
}

async fn read(shop: &Shop, id: &str) -> Value {
    shop.server.get(&format!("/api/v1/jobs/{id}"), &shop.agent).await.expect(200).body
}

/// A shop with four decided refunds: two of 288 yuan, one of 9, one of 2,000.
async fn decided() -> (Shop, Value) {
    let shop = Shop::open().await;
    for (name, minor) in [("a", 28_800), ("b", 28_800), ("c", 900), ("d", 200_000)] {
        shop.submit(request("refund_only", name, minor)).await.expect(201);
    }
    let bound = shop.server.get("/api/v1/bindings?hook=refund-approval", &shop.server.owner).await.expect(200).body["items"][0].clone();
    (shop, bound)
}

#[tokio::test]
async fn a_backtest_tells_flips_money_and_holds() {
    let (shop, bound) = decided().await;
    let generous = json!({"tiers": {"CNY": [{"up_to": 500}, {"up_to": 100_000}, {"up_to": null, "role": "director"}]}});
    let strict = json!({"tiers": {"CNY": [{"up_to": 500}, {"up_to": 50_000, "role": "supervisor"}, {"up_to": null, "role": "director"}]}});
    let id = start(&shop, "/api/v1/backtests", json!({"binding": bound["id"], "config": generous})).await;
    let waiting = read(&shop, &id).await;
    assert_eq!((&waiting["state"], &waiting["done"]), (&json!("queued"), &json!(0)));
    work(&shop).await;
    let done = read(&shop, &id).await;
    assert_eq!((&done["state"], &done["done"], &done["total"]), (&json!("done"), &json!(4), &json!(4)), "{done}");
    let report = &done["report"];
    assert_eq!(report["released"], json!([{"currency": "CNY", "decisions": 2, "amount_minor": 57_600}]));
    assert_eq!(report["new_holds"], json!([]));
    let flip = &report["flips"][0];
    assert_eq!((&flip["before"], &flip["after"], &flip["decisions"]), (&json!("needs_approval:supervisor"), &json!("approve"), &json!(2)));
    assert_eq!(flip["examples"].as_array().unwrap().len(), 2);
    let approve = report["tiers"].as_array().unwrap().iter().find(|tier| tier["label"] == "approve").unwrap();
    assert_eq!((&approve["delta_minor"], &approve["currency"]), (&json!(57_600), &json!("CNY")));
    assert!(report["fuel"]["p99"].as_u64().unwrap() > 1_000);

    let id = start(&shop, "/api/v1/backtests", json!({"binding": bound["id"], "config": strict, "past": {"label": "approve"}})).await;
    work(&shop).await;
    let report = read(&shop, &id).await["report"].clone();
    assert_eq!((&report["decisions"], &report["new_holds"][0]["amount_minor"]), (&json!(1), &json!(900)));

    let nobody =
        json!({"role_order": ["agent", "supervisor", "director", "nobody"], "tiers": {"CNY": [{"up_to": null, "role": "nobody"}]}});
    let id = start(&shop, "/api/v1/backtests", json!({"binding": bound["id"], "config": nobody})).await;
    work(&shop).await;
    let report = read(&shop, &id).await["report"].clone();
    assert_eq!(report["differences"], json!({"new_fault": 4}), "a role that nobody has fails here as it would fail today: {report}");

    let failing = json!({"tiers": {"EUR": [{"up_to": null, "role": "director"}]}});
    let id = start(&shop, "/api/v1/backtests", json!({"binding": bound["id"], "config": failing, "past": {"limit": 3}})).await;
    work(&shop).await;
    let report = read(&shop, &id).await["report"].clone();
    assert_eq!(report["decisions"], 3);
    assert_eq!(report["differences"]["same"], Value::Null, "no tier has the currency: {report}");
}

#[tokio::test]
async fn the_past_repeats_to_the_bit() {
    let (shop, _) = decided().await;
    for hook in ["fraud-scoring", "routing", "refund-approval"] {
        let id = start(&shop, "/api/v1/replays", json!({"hook": hook})).await;
        work(&shop).await;
        let report = read(&shop, &id).await["report"].clone();
        assert_eq!((&report["decisions"], &report["identical"], &report["divergences"]), (&json!(4), &json!(4), &json!([])), "{report}");
    }
    let listed = shop.server.get("/api/v1/replays?limit=2", &shop.agent).await.expect(200).body;
    assert_eq!((listed["items"].as_array().unwrap().len(), listed["next"].is_string()), (2, true));
}

#[tokio::test]
async fn a_job_is_followed_and_stopped() {
    let (shop, bound) = decided().await;
    let id = start(&shop, "/api/v1/backtests", json!({"binding": bound["id"]})).await;
    let others = shop.server.post(&format!("/api/v1/jobs/{id}/cancel"), &shop.agent, json!({})).await.expect(403);
    assert_eq!(others.code(), "forbidden", "an agent stops only what they started");
    let stopped = shop.server.post(&format!("/api/v1/jobs/{id}/cancel"), &shop.server.owner, json!({})).await.expect(200).body;
    assert_eq!(stopped["state"], "cancelled");
    let again = shop.server.post(&format!("/api/v1/jobs/{id}/cancel"), &shop.server.owner, json!({})).await.expect(409);
    assert_eq!(again.code(), "not_allowed_now");

    let id = start(&shop, "/api/v1/backtests", json!({"binding": bound["id"]})).await;
    let body = shop.server.stream(&format!("/api/v1/jobs/{id}/events"), &shop.agent).await;
    work(&shop).await;
    let text = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
    let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("event: ")).collect();
    assert_eq!(names.last(), Some(&"end"), "{text}");
    assert!(text.contains("\"differences\":{\"same\":4}"), "the same rule says the same: {text}");

    let stranger = shop.server.open_tenant("other").await;
    assert_eq!(shop.server.get(&format!("/api/v1/jobs/{id}"), &stranger).await.expect(404).code(), "not_found");
}

#[tokio::test]
async fn what_cannot_be_tried_is_refused_at_once() {
    let (shop, bound) = decided().await;
    for (body, status, pointer) in [
        (json!({"config": {}}), 422, "/plugin"),
        (json!({"plugin": "refund-tiers", "config": {}}), 422, "/hook"),
        (json!({"binding": "bnd_00000000000000000000000000000009"}), 422, "/binding"),
        (json!({"binding": bound["id"], "hook": "routing"}), 422, "/hook"),
        (json!({"binding": bound["id"], "config": {"tiers": 7}}), 422, "/config/tiers"),
    ] {
        let refused = shop.server.post("/api/v1/backtests", &shop.server.owner, body.clone()).await.expect(status);
        assert_eq!(refused.pointers().first(), Some(&pointer), "{body}: {}", refused.body);
    }
}

#[tokio::test]
async fn one_tenant_neither_fills_the_queue_nor_goes_first_for_ever() {
    let (shop, bound) = decided().await;
    let agent = shop.server.post("/api/v1/backtests", &shop.agent, json!({"binding": bound["id"]})).await.expect(403);
    assert_eq!(agent.code(), "forbidden", "who may not change rules has nothing to try");
    for _ in 0..8 {
        start(&shop, "/api/v1/replays", json!({"hook": "routing"})).await;
    }
    let refused = shop.server.post("/api/v1/replays", &shop.server.owner, json!({"hook": "routing"})).await.expect(403);
    assert_eq!(refused.code(), "quota_exceeded");
    let other = shop.server.open_tenant("other").await;
    let theirs = shop.server.post("/api/v1/replays", &other, json!({"hook": "routing"})).await.expect(202).text("id");
    work(&shop).await;
    work(&shop).await;
    let read = shop.server.get(&format!("/api/v1/jobs/{theirs}"), &other).await.expect(200).body;
    assert_eq!(read["state"], "done", "the second turn is the other tenant's: {read}");
}

#[tokio::test]
async fn a_record_that_cannot_be_read_is_found_and_stops_nothing() {
    let (shop, _) = decided().await;
    let decisions = shop.server.get("/api/v1/decisions?hook=refund-approval&limit=1", &shop.agent).await.expect(200).body;
    let lost = decisions["items"][0]["id"].clone();
    shop.server.sql("UPDATE decision SET payload = x'00' WHERE id = (SELECT MAX(id) FROM decision WHERE hook = 'refund-approval')").await;
    let id = start(&shop, "/api/v1/replays", json!({"hook": "refund-approval"})).await;
    work(&shop).await;
    let report = read(&shop, &id).await["report"].clone();
    assert_eq!((&report["decisions"], &report["identical"]), (&json!(4), &json!(3)), "{report}");
    let kind = &report["divergences"][0];
    assert_eq!((&kind["kind"], &kind["examples"][0]["decision"]), (&json!("unreadable"), &lost), "{report}");
}

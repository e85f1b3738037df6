//! What goes wrong at the edge gets a problem with a stable code and a message that says what to change. Nothing is kept of
//! a refused request.

use anyhow::{Context, Result, ensure};
use redress_tests::client::Client;
use redress_tests::sample::{changed, cny, ticket};
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::shop::id;

const UNKNOWN: &str = "tkt_01890000000070008000000000000000";

#[tokio::test]
async fn bodies_that_cannot_be_read() {
    let server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    unreadable(&tenant.owner).await.expect("every body is refused well");
    assert!(tenant.owner.all("/tickets").await.expect("a list").is_empty(), "nothing is kept");
}

async fn unreadable(client: &Client) -> Result<()> {
    let json = [("content-type", "application/json")];
    for (body, status, code) in [
        ("{", 400, "malformed_json"),
        ("{\"kind\": \"return_refund\",}", 400, "malformed_json"),
        ("[]", 422, "invalid_body"),
        ("{\"kind\": \"inquiry\"} {}", 400, "malformed_json"),
        ("\u{feff}{}", 400, "malformed_json"),
        ("", 400, "malformed_json"),
    ] {
        let reply = client.send("POST", "/tickets", &json, Some(body.as_bytes().to_vec())).await?;
        reply.problem(status, code).with_context(|| format!("body {body:?}"))?;
    }
    let deep = format!("{{\"kind\":\"inquiry\",\"fields\":{{\"a\":{}{}}}}}", "[".repeat(5000), "]".repeat(5000));
    client.send("POST", "/tickets", &json, Some(deep.into_bytes())).await?.problem(400, "malformed_json").context("deep nesting")?;
    let large = changed(ticket("inquiry", "large", 100), "/description", json!("x".repeat(2 << 20)));
    client.post("/tickets", &large).await?.problem(413, "body_too_large")?;
    let text = [("content-type", "text/plain")];
    client.send("POST", "/tickets", &text, Some(b"{}".to_vec())).await?.problem(415, "unsupported_media_type")?;
    client
        .send("POST", "/plugins", &[("content-type", "application/wasm")], Some(vec![0; 25 << 20]))
        .await?
        .problem(413, "body_too_large")?;
    Ok(())
}

#[tokio::test]
async fn tickets_that_cannot_be() {
    let server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    impossible(&tenant.owner).await.expect("every ticket is refused well");
    assert!(tenant.owner.all("/tickets").await.expect("a list").is_empty(), "nothing is kept");
}

/// Pointer that is changed, value, status, code.
type Case = (&'static str, Value, u16, &'static str);

async fn impossible(client: &Client) -> Result<()> {
    let good = ticket("return_refund", "x", 28_800);
    let cases: Vec<Case> = vec![
        ("/colour", json!("red"), 400, "unknown_field"),
        ("/order/colour", json!("red"), 400, "unknown_field"),
        ("/lines/0/colour", json!("red"), 400, "unknown_field"),
        ("/kind", json!("gift"), 422, "invalid_body"),
        ("/kind", json!(7), 422, "invalid_body"),
        ("/lines", json!("all"), 422, "invalid_body"),
        ("/lines/0/quantity", json!("1"), 422, "invalid_body"),
        ("/lines/0/quantity", json!(1.5), 422, "invalid_body"),
        ("/lines/0/quantity", json!(-1), 422, "invalid_body"),
        ("/order/paid/minor", json!(288.5), 422, "invalid_body"),
        ("/order/paid/minor", json!(9_007_199_254_740_992_i64), 422, "invalid_body"),
        ("/order/paid/currency", json!("yuan"), 422, "invalid_body"),
        ("/order/placed_at", json!("yesterday"), 422, "invalid_body"),
        ("/lines/0/quantity", json!(2), 422, "quantity_over_bought"),
        ("/lines/0/quantity", json!(0), 422, "quantity_zero"),
        ("/lines/0/requested", cny(28_801), 422, "amount_over_paid"),
        ("/lines/0/requested", json!({"minor": 100, "currency": "EUR"}), 422, "foreign_currency"),
        ("/order/lines/0/unit_price/currency", json!("USD"), 422, "foreign_currency"),
        ("/lines/0/order_line", json!("9"), 422, "unknown_order_line"),
        ("/order", json!({"external_id": "never-seen"}), 422, "unknown_order"),
        ("/lines/0/requested", cny(-1), 422, "invalid"),
        ("/lines", json!([]), 422, "invalid"),
    ];
    for (pointer, value, status, code) in cases {
        let reply = client.post("/tickets", &changed(good.clone(), pointer, value.clone())).await?;
        problem_at(&reply, status, code).with_context(|| format!("{pointer} = {value}"))?;
    }
    Ok(())
}

/// A problem with the wanted code as a whole, or in the list of places for a request with several rules broken.
fn problem_at(reply: &redress_tests::client::Reply, status: u16, code: &str) -> Result<()> {
    let listed = reply.body["errors"].as_array().is_some_and(|errors| errors.iter().any(|one| one["code"] == code));
    let own = reply.body["code"].as_str().unwrap_or_default();
    reply.problem(status, if listed { own } else { code })?;
    let places = reply.body["errors"].as_array().map_or(0, Vec::len);
    ensure!(places > 0, "it says where: {reply:?}");
    Ok(())
}

#[tokio::test]
async fn strangers_and_wrong_moments() {
    let server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant").with(&["agent", "warehouse"]).await.expect("people");
    strangers(&tenant).await.expect("every request is refused well");
}

async fn strangers(tenant: &Tenant) -> Result<()> {
    let owner = &tenant.owner;
    owner.without_key().get("/tickets").await?.problem(401, "unauthenticated")?;
    owner.with_key("rdk_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB").get("/tickets").await?.problem(401, "unauthenticated")?;
    owner.with_key("let me in").get("/tickets").await?.problem(401, "unauthenticated")?;
    let tenants = owner.post("/tenants", &json!({"slug": "mine", "name": "x", "locale": "en", "currency": "CNY"})).await?;
    ensure!([401, 403].contains(&tenants.status), "only the operator opens tenants: {tenants:?}");
    tenant.client("agent")?.post("/queues", &json!({"key": "mine", "name": "mine"})).await?.problem(403, "forbidden")?;
    tenant.client("warehouse")?.post("/tickets", &ticket("inquiry", "x", 100)).await?.problem(403, "forbidden")?;
    owner.get("//api/v1/nothing").await?.problem(404, "not_found")?;
    owner.delete("/tickets").await?.problem(405, "method_not_allowed")?;
    for path in [format!("/tickets/{UNKNOWN}"), "/tickets/17".to_owned(), format!("/tickets/{UNKNOWN}/timeline")] {
        owner.get(&path).await?.problem(404, "not_found").with_context(|| path.clone())?;
    }
    owner.get("/tickets?limit=0").await?.problem(400, "invalid_query")?;
    owner.get("/tickets?limit=many").await?.problem(400, "invalid_query")?;
    owner.get("/tickets?after=nonsense").await?.problem(400, "invalid_query")?;
    owner.get("/tickets?colour=red").await?.problem(400, "invalid_query")?;

    let made = owner.post("/tickets", &ticket("inquiry", "stale", 28_800)).await?;
    let version = made.header("etag").context("a ticket has an ETag")?.to_owned();
    let made = made.expect(201)?;
    ensure!(version == format!("\"{}\"", made["version"]), "the ETag is the version: {version}");
    let message = format!("/tickets/{}/message", id(&made)?);
    let transfer = format!("/tickets/{}/transfer", id(&made)?);
    owner.json("POST", &transfer, &[("if-match", "\"99\"")], &json!({"queue": "default"})).await?.problem(412, "stale_version")?;
    owner.json("POST", &transfer, &[("if-match", "new")], &json!({"queue": "default"})).await?.problem(400, "invalid_if_match")?;
    problem_at(&owner.post(&transfer, &json!({"queue": "nowhere"})).await?, 422, "unknown_queue")?;
    ensure!(owner.post(&message, &json!({"body": "", "author": "agent"})).await?.status == 422, "an empty message says nothing");
    let receive = format!("/tickets/{}/receive", id(&made)?);
    owner.post(&receive, &json!({"condition": "ok"})).await?.problem(409, "not_allowed_now")?;
    let twice = owner.post("/tickets", &ticket("inquiry", "stale", 28_800)).await?;
    twice.problem(409, "duplicate_ticket").context("a second ticket with the same channel and number")?;
    Ok(())
}

#[tokio::test]
async fn bindings_that_do_not_fit() {
    let server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    bindings(&tenant).await.expect("every binding is refused well");
}

async fn bindings(tenant: &Tenant) -> Result<()> {
    let plugin = tenant.upload(redress_tests::component::stock("refund-tiers")?).await?;
    let good = json!({"hook": "refund-approval", "plugin": plugin["id"], "config": {}, "order": 1, "mode": "active"});
    for (pointer, value, status, code) in [
        ("/hook", json!("routing"), 422, "invalid"),
        ("/hook", json!("lunch"), 422, "invalid_body"),
        ("/plugin", json!("plg_01890000000070008000000000000000"), 422, "unknown_reference"),
        ("/mode", json!("sometimes"), 422, "invalid_body"),
        ("/config", json!({"colour": "red"}), 422, "invalid_config"),
        ("/config", json!({"tiers": {"CNY": [{"up_to": "all"}]}}), 422, "invalid_config"),
        ("/config", json!({"tiers": {"CNY": [{"up_to": 500}, {"up_to": 100}]}}), 422, "invalid_config"),
        ("/colour", json!("red"), 400, "unknown_field"),
    ] {
        let reply = tenant.owner.post("/bindings", &changed(good.clone(), pointer, value.clone())).await?;
        reply.problem(status, code).with_context(|| format!("{pointer} = {value}"))?;
    }
    ensure!(tenant.owner.all("/bindings").await?.is_empty(), "nothing is bound");
    let bound = tenant.owner.post("/bindings", &good).await?.expect(201)?;
    let path = format!("/plugins/{}", id(&plugin)?);
    tenant.owner.delete(&path).await?.problem(409, "in_use")?;
    tenant.owner.delete(&format!("/bindings/{}", id(&bound)?)).await?.expect(204)?;
    tenant.owner.delete(&path).await?.expect(204)?;
    tenant.owner.get(&path).await?.problem(404, "not_found")?;
    Ok(())
}

//! Two merchants on one server see nothing of each other.

use anyhow::{Context, Result, ensure};
use redress_tests::sample::{order, ticket};
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::shop::{self, id, instructions};

#[tokio::test]
async fn another_tenants_things_do_not_exist() {
    let server = Server::sqlite().await.expect("starts");
    let (own, other) = (shop::open(&server).await.expect("a shop"), shop::open(&server).await.expect("a shop"));
    apart(&own, &other).await.expect("they are apart");
}

async fn apart(own: &Tenant, other: &Tenant) -> Result<()> {
    let made = own.owner.post("/tickets", &ticket("refund_only", "mine", 990)).await?.expect(201)?;
    let webhook = own.owner.post("/webhooks", &json!({"url": "http://127.0.0.1:9/", "events": ["*"]})).await?.expect(201)?;
    let mut paths = vec![format!("/tickets/{}", id(&made)?), format!("/webhooks/{}", id(&webhook)?)];
    for part in ["timeline", "decisions", "settlements"] {
        paths.push(format!("/tickets/{}/{part}", id(&made)?));
    }
    paths.push(format!("/decisions/{}", id(&made["decisions"][0])?));
    paths.push(format!("/refund-instructions/{}", id(instructions(&own.owner, id(&made)?).await?.first().context("one")?)?));
    for list in LISTS {
        let items = own.owner.all(list).await?;
        paths.extend(items.first().and_then(|first| first["id"].as_str()).map(|id| format!("{list}/{id}")));
    }
    let mut readable = 0;
    for path in &paths {
        let (mine, theirs) = (own.owner.get(path).await?, other.owner.get(path).await?);
        // Some things have no page of their own; what can be read must be readable by its owner only.
        if mine.status == 200 {
            theirs.problem(404, "not_found").with_context(|| format!("{path} is not theirs"))?;
            readable += 1;
        }
    }
    ensure!(readable > 8, "only {readable} of {paths:?} could be read by their owner");

    for verb in ["approve", "reject", "cancel", "message", "transfer", "reopen", "receive", "request-information"] {
        let body: Value = match verb {
            "message" => json!({"body": "x", "author": "agent"}),
            "receive" => json!({"condition": "ok"}),
            "transfer" => json!({"queue": "default"}),
            "request-information" => json!({"message": "x"}),
            "reject" | "approve" => json!({"opinion": "x"}),
            _ => json!({"reason": "x"}),
        };
        other.owner.post(&format!("/tickets/{}/{verb}", id(&made)?), &body).await?.problem(404, "not_found").context(verb)?;
    }
    let foreign =
        json!({"hook": "refund-approval", "plugin": own.owner.all("/plugins").await?[0]["id"], "config": {}, "order": 1, "mode": "active"});
    other.owner.post("/bindings", &foreign).await?.problem(422, "unknown_reference")?;
    same_names(own, other).await
}

const LISTS: [&str; 8] = ["/users", "/queues", "/customers", "/orders", "/plugins", "/bindings", "/decisions", "/outbox"];

/// Both may use the same external names, and each list holds only its own.
async fn same_names(own: &Tenant, other: &Tenant) -> Result<()> {
    for tenant in [own, other] {
        tenant.owner.post("/orders", &order("shared-name", 500, 1)).await?;
    }
    let theirs = other.owner.all("/orders").await?;
    ensure!(theirs.len() == 1 && theirs[0]["external_id"] == "shared-name", "one order of their own: {theirs:?}");
    ensure!(other.owner.all("/tickets").await?.is_empty(), "no tickets");
    for key in ["k1", "k2"] {
        let body = ticket("inquiry", key, 100);
        let (a, b) = (own.owner.post_once("/tickets", "same", &body).await?, other.owner.post_once("/tickets", "same", &body).await?);
        if key == "k1" {
            let (a, b) = (a.expect(201)?, b.expect(201)?);
            ensure!(a["id"] != b["id"], "an idempotency key belongs to its tenant");
        } else {
            a.problem(422, "idempotency_key_reused")?;
            b.problem(422, "idempotency_key_reused")?;
        }
    }
    Ok(())
}

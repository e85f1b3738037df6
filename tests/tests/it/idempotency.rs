//! A request that is sent again, also at the same moment, is done once.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use redress_tests::sample::{changed, ticket};
use redress_tests::server::{Options, Server};
use redress_tests::spread::spread;
use serde_json::{Value, json};

use crate::shop;

#[tokio::test]
async fn repeats_on_sqlite() {
    repeats(Options::default()).await.expect("done once");
}

#[tokio::test]
async fn repeats_on_postgres() {
    let cluster = shop::postgres().expect("a PostgreSQL cluster");
    repeats(Options::on(&cluster.url("postgres"))).await.expect("done once");
}

async fn repeats(options: Options) -> Result<()> {
    let server = Server::start(options).await?;
    let tenant = shop::open(&server).await?;
    // Eight tickets, each asked for by eight requests at once.
    let bodies: Vec<Value> = (0..8).map(|n| ticket("refund_only", &format!("r{n}"), 990)).collect();
    let requests: Vec<(usize, Value)> = (0..64).map(|n| (n % 8, bodies[n % 8].clone())).collect();
    let answers = spread(requests, 16, |(n, body)| {
        let client = tenant.owner.clone();
        async move { client.post_once("/tickets", &format!("key-{n}"), &body).await }
    })
    .await?;
    let mut ids = BTreeSet::new();
    let mut replayed = 0;
    for answer in answers {
        replayed += u32::from(answer.header("idempotency-replayed") == Some("true"));
        ids.insert(answer.expect(201)?["id"].to_string());
    }
    ensure!(ids.len() == 8, "eight tickets: {ids:?}");
    ensure!(replayed == 56, "every repeat says so: {replayed}");
    ensure!(tenant.owner.all("/tickets").await?.len() == 8, "eight tickets are stored");
    ensure!(tenant.owner.all("/decisions").await?.len() == 24, "and three decisions for each");

    let other = changed(bodies[0].clone(), "/subject", json!("another wish"));
    tenant.owner.post_once("/tickets", "key-0", &other).await?.problem(422, "idempotency_key_reused")?;
    // An action is a request like any other.
    let first = tenant.owner.all("/tickets").await?.remove(0);
    let path = format!("/tickets/{}/message", shop::id(&first)?);
    let message = json!({"body": "您好", "author": "agent"});
    for _ in 0..3 {
        ensure!(tenant.owner.post_once(&path, "message-1", &message).await?.status < 300, "a message");
    }
    let timeline = shop::whole_timeline(&tenant.owner, shop::id(&first)?).await?;
    ensure!(timeline.iter().filter(|entry| entry.data.to_string().contains("您好")).count() == 1, "written once: {timeline:?}");
    tenant.owner.post_once(&path, &"k".repeat(300), &message).await?.problem(400, "invalid_idempotency_key")?;
    Ok(())
}

//! Service levels of real servers, by the clock on the wall: each step once, over several nodes and through kills.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use redress_tests::client::Client;
use redress_tests::sample::ticket;
use redress_tests::server::{Options, Server};
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;
use serde_json::json;

use crate::shop::{self, whole_timeline};

/// Two nodes on one PostgreSQL look at the same clocks, and each step is done once (Z20, L19).
#[tokio::test]
async fn two_nodes_fire_each_timer_once() {
    two_nodes().await.expect("each once");
}

/// Kill -9 between claim and commit, again and again.
#[tokio::test]
async fn timers_survive_kills_and_fire_once() {
    kills().await.expect("each once");
}

async fn two_nodes() -> Result<()> {
    let cluster = shop::postgres()?;
    let options = || Options::on(&cluster.url("postgres"));
    let (one, other) = (Server::start(options()).await?, Server::start(options()).await?);
    let tenant = Tenant::create(&one).await?;
    promise(&tenant, 2).await?;
    // Half of them come in through each node.
    let clients = [tenant.owner.clone(), Client::new(&other.base(), tenant.owner.key())?];
    let names: Vec<usize> = (0..60).collect();
    let made = spread(names, 8, move |n| {
        let client = clients[n % 2].clone();
        async move {
            shop::id(&client.post("/tickets", &ticket("return_refund", &n.to_string(), 28_800)).await?.expect(201)?).map(str::to_owned)
        }
    })
    .await?;
    once_each(&tenant.owner, &made).await
}

async fn kills() -> Result<()> {
    let mut server = Server::start(Options::default().with("REDRESS__WORKER__LEASE_S", "2").with("REDRESS__WORKER__POLL_MS", "50")).await?;
    let tenant = Tenant::create(&server).await?;
    promise(&tenant, 3).await?;
    let names: Vec<usize> = (0..200).collect();
    let client = tenant.owner.clone();
    let made = spread(names, 8, move |n| {
        let client = client.clone();
        async move {
            shop::id(&client.post("/tickets", &ticket("return_refund", &n.to_string(), 28_800)).await?.expect(201)?).map(str::to_owned)
        }
    })
    .await?;
    for pause in [2_500, 30, 60, 90, 120, 300] {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        server.restart().await?;
    }
    once_each(&tenant.owner, &made).await
}

/// A policy whose only step tells a role so many seconds after a ticket came.
pub(crate) async fn promise(tenant: &Tenant, seconds: u32) -> Result<()> {
    let policies = tenant.owner.all("/sla-policies").await?;
    let policy = policies.first().context("a new tenant has a policy")?;
    let body = json!({"calendar": policy["calendar"], "policy": {"name": "quick", "targets": [{
        "key": "accepted", "goal": {"type": "acceptance"}, "limit_seconds": seconds,
        "steps": [{"key": "late", "when": {"percent": 100}, "actions": [{"do": "tell_role", "role": "supervisor", "by": "popup"}]}],
    }]}});
    tenant.owner.put(&format!("/sla-policies/{}", shop::id(policy)?), &body).await?.expect(200)?;
    Ok(())
}

/// Waits until every ticket has escalated, and a while longer; then each has done so once, on its timeline and in the outbox.
pub(crate) async fn once_each(client: &Client, tickets: &[String]) -> Result<()> {
    for _ in 0..300 {
        let fired = fired(client).await?;
        if tickets.iter().all(|id| fired.contains_key(id)) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    let fired = fired(client).await?;
    for id in tickets {
        ensure!(fired.get(id) == Some(&1), "{id} left {:?} messages", fired.get(id));
        let entries = whole_timeline(client, id).await?;
        let steps = entries.iter().filter(|entry| entry.kind == "sla.fired").count();
        ensure!(steps == 1, "{id} escalated {steps} times: {entries:?}");
    }
    Ok(())
}

/// How many messages of clocks each ticket has.
async fn fired(client: &Client) -> Result<BTreeMap<String, usize>> {
    let mut count = BTreeMap::new();
    for message in client.all("/outbox").await?.iter().filter(|message| message["event"] == "sla.fired") {
        *count.entry(message["ticket"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    Ok(count)
}

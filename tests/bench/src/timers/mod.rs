//! Ten thousand clocks that run out in the same second: how long until each has escalated once. Every step tells a role and raises
//! the priority, so that each ticket is changed, has an entry on its timeline and a message in the outbox. Then as many timers of tickets.

mod rows;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use redress_tests::load::{Plan, Report as Load};
use redress_tests::postgres::Cluster;
use redress_tests::sample::{changed, ticket};
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::other;
use crate::report::Report;

/// Clocks, unless `REDRESS_BENCH_TIMERS` says another number.
const CLOCKS: u32 = 10_000;
/// What may be reached.
const WITHIN: Duration = Duration::from_secs(5);
/// When the measurement gives up.
const PATIENCE: Duration = Duration::from_mins(5);
/// Counts tickets that have escalated.
const METRIC: &str = "redress_service_levels_escalated_total";

/// Measures both databases.
pub(crate) async fn run(report: &mut Report) -> Result<()> {
    database(report, "SQLite", None).await?;
    rows::run(report, "SQLite", None).await?;
    let cluster = Cluster::start()?;
    database(report, "PostgreSQL", Some(cluster.create_database("timers")?)).await?;
    rows::run(report, "PostgreSQL", Some(cluster.create_database("rows")?)).await
}

fn clocks() -> u32 {
    std::env::var("REDRESS_BENCH_TIMERS").ok().and_then(|text| text.parse().ok()).unwrap_or(CLOCKS)
}

async fn database(report: &mut Report, name: &str, database: Option<String>) -> Result<()> {
    let clocks = clocks();
    let server = Server::start(Options { database, ..Options::default() }.with("REDRESS__LOG__FILTER", "warn")).await?;
    let tenant = Tenant::create(&server).await?;
    let policies = tenant.owner.all("/sla-policies").await?;
    let policy = policies.first().context("a new tenant has a policy")?;
    let path = format!("/sla-policies/{}", policy["id"].as_str().context("it has an id")?);
    // Nothing runs out while the tickets are created.
    tenant.owner.put(&path, &promise(policy, 86_400)).await?.expect(200)?;
    let load =
        create(&server, &tenant, clocks, &changed(ticket("return_refund", "{n}", 28_800), "/customer/external_id", Value::from("c-{m}")))?;
    ensure!(load.wrong == 0 && load.answers == u64::from(clocks), "not every ticket was created: {load:?}");
    tokio::time::sleep(Duration::from_secs(2)).await;
    ensure!(count(&tenant, METRIC).await? == 0, "clocks ran out before their time");

    // Now they are all late, in this moment.
    let begun = Instant::now();
    tenant.owner.put(&path, &promise(policy, 1)).await?.expect(200)?;
    while count(&tenant, METRIC).await? < u64::from(clocks) {
        ensure!(begun.elapsed() < PATIENCE, "after {PATIENCE:?} only {} had escalated", count(&tenant, METRIC).await?);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let took = begun.elapsed();
    // The second look after a change finds nothing that was not done.
    tokio::time::sleep(Duration::from_secs(7)).await;
    let fired = count(&tenant, METRIC).await?;
    ensure!(fired == u64::from(clocks), "{clocks} clocks escalated {fired} times");
    let verdict = if took <= WITHIN { "" } else { " MISSED" };
    let figure = format!("{:.2} s, {:.0}/s{verdict}", took.as_secs_f64(), f64::from(clocks) / took.as_secs_f64());
    let value = json!({"clocks": clocks, "seconds": took.as_secs_f64()});
    report.figure(&format!("{clocks} clocks run out in one second, {name}"), &figure, "at most 5 s, each once", &value);
    Ok(())
}

/// A policy that promises to accept tickets, with one step when nobody has.
fn promise(policy: &Value, seconds: u32) -> Value {
    json!({
        "calendar": policy["calendar"],
        "policy": {"name": "bench", "targets": [{
            "key": "accepted", "goal": {"type": "acceptance"}, "limit_seconds": seconds,
            "steps": [{"key": "late", "when": {"percent": 100}, "actions": [
                {"do": "tell_role", "role": "supervisor", "by": "popup"}, {"do": "raise_priority", "to": "high"},
            ]}],
        }]},
    })
}

fn create(server: &Server, tenant: &Tenant, count: u32, body: &Value) -> Result<Load> {
    other::load(&Plan {
        address: format!("127.0.0.1:{}", server.port()),
        connections: 32,
        warm_up: 0,
        millis: 600_000,
        most: count,
        method: "POST".into(),
        path: "/api/v1/tickets".into(),
        headers: vec![format!("authorization: Bearer {}", tenant.owner.key().unwrap_or_default()), "content-type: application/json".into()],
        body: body.to_string(),
        first: 0,
        status: 201,
    })
}

/// What the server has counted.
async fn count(tenant: &Tenant, metric: &str) -> Result<u64> {
    let page = tenant.owner.get("//metrics").await?;
    let text = String::from_utf8_lossy(&page.bytes).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix(metric)).map(str::trim);
    Ok(line.map_or(Ok(0), str::parse)?)
}

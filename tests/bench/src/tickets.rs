//! Tickets created through HTTP with three hooks and a durable commit, beside what they write run bare.

use anyhow::{Result, ensure};
use redress_tests::load::{Plan, Report as Load};
use redress_tests::postgres::Cluster;
use redress_tests::sample::{changed, ticket};
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::floor::Floor;
use crate::report::Report;
use crate::{CONNECTIONS, floor, other};

/// Tickets measured for their size.
const SIZED: u32 = 2_000;

/// Measures both databases.
pub(crate) async fn run(report: &mut Report) -> Result<()> {
    let floor = floor::measure()?;
    database(report, "SQLite", None, &floor).await?;
    let cluster = Cluster::start()?;
    database(report, "PostgreSQL", Some(cluster.create_database("bench")?), &floor).await
}

async fn database(report: &mut Report, name: &str, database: Option<String>, floor: &Floor) -> Result<()> {
    let server = Server::start(Options { database, ..Options::default() }.with("REDRESS__LOG__FILTER", "warn")).await?;
    let tenant = shop(&server).await?;
    let mut next = 0;
    for connections in CONNECTIONS {
        let load = ask(&server, &tenant, connections, next, 400, 5_000, 1_000_000)?;
        next = load.next;
        ensure!(load.answers > 0, "no ticket was created: {load:?}");
        let wanted = if name == "SQLite" { "at least 2,000/s and half of the floor" } else { "at least half of the floor" };
        report.load(&format!("create ticket, {name}, {connections:>2} connections"), wanted, &load);
        if let Some(floor) = floor.get(&(name.to_owned(), connections)) {
            let share = load.per_second / floor;
            let figure = format!("{floor:.0}/s; the server reaches {:.0} %", share * 100.0);
            let value = json!({"per_second": floor, "share": share});
            report.figure(&format!("  what it writes, bare, {name}, {connections:>2} writers"), &figure, "", &value);
        }
    }
    if name == "SQLite" {
        let before = size(&server)?;
        let load = ask(&server, &tenant, 8, next, 0, 60_000, SIZED)?;
        let bytes = size(&server)?.saturating_sub(before) / load.answers.max(1);
        report.figure("bytes a ticket, with customer, order, timeline and decisions", &bytes.to_string(), "", &json!(bytes));
    }
    Ok(())
}

pub(crate) fn ask(server: &Server, tenant: &Tenant, connections: u32, first: u64, warm_up: u32, millis: u64, most: u32) -> Result<Load> {
    let body = ticket("return_refund", "{n}", 28_800);
    let body = changed(body, "/customer/external_id", Value::from("c-{m}"));
    other::load(&Plan {
        address: format!("127.0.0.1:{}", server.port()),
        connections,
        warm_up,
        millis,
        most,
        method: "POST".into(),
        path: "/api/v1/tickets".into(),
        headers: vec![
            format!("authorization: Bearer {}", tenant.owner.key().unwrap_or_default()),
            "content-type: application/json".into(),
            "idempotency-key: bench-{n}".into(),
        ],
        body: body.to_string(),
        first,
        status: 201,
    })
}

/// Bytes of the database with its log.
fn size(server: &Server) -> Result<u64> {
    let length = |name: &str| server.folder().join(name).metadata().map(|meta| meta.len());
    Ok(length("redress.db")? + length("redress.db-wal").unwrap_or(0))
}

/// A merchant with the three stock rules.
pub(crate) async fn shop(server: &Server) -> Result<Tenant> {
    let tenant = Tenant::create(server).await?;
    for (hook, name) in [("fraud-scoring", "fraud-history"), ("routing", "router"), ("refund-approval", "refund-tiers")] {
        tenant.stock(hook, name, json!({})).await?;
    }
    Ok(tenant)
}

//! Tickets created through HTTP with three hooks and a durable commit, beside the same SQL run bare.

use anyhow::{Context, Result, ensure};
use redress_tests::load::Plan;
use redress_tests::postgres::Cluster;
use redress_tests::server::{Options, Server};
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::report::Report;
use crate::{CONNECTIONS, floor, other};

/// Orders that tickets are made for, one each, known to the server before the clock starts.
const ORDERS: u32 = 60_000;
const CUSTOMERS: u32 = 2_000;
const WARM_UP: u32 = 400;

/// Measures both databases.
pub(crate) async fn run(report: &mut Report) -> Result<()> {
    database(report, "SQLite", None).await?;
    let cluster = Cluster::start()?;
    database(report, "PostgreSQL", Some(&cluster.url("postgres"))).await
}

async fn database(report: &mut Report, name: &str, url: Option<&str>) -> Result<()> {
    let options = Options { database: url.map(str::to_owned), ..Options::default() }.with("REDRESS__LOG__FILTER", "warn");
    let server = Server::start(options).await?;
    let tenant = shop(&server).await?;
    let mut next = 0;
    for connections in CONNECTIONS {
        let plan = Plan {
            address: format!("127.0.0.1:{}", server.port()),
            connections,
            warm_up: WARM_UP,
            millis: 5_000,
            most: ORDERS / 3 - WARM_UP,
            method: "POST".into(),
            path: "/api/v1/tickets".into(),
            headers: vec![
                format!("authorization: Bearer {}", tenant.owner.key().unwrap_or_default()),
                "content-type: application/json".into(),
                "idempotency-key: bench-{n}".into(),
            ],
            body: body().to_string(),
            first: next,
            status: 201,
        };
        let load = other::load(&plan)?;
        next = load.next;
        ensure!(load.answers > 0, "no ticket was created: {load:?}");
        let floor = floor::measure(url, connections)?;
        let share = floor.map(|floor| load.per_second / floor);
        let wanted = if name == "SQLite" { "at least 2,000/s and half of the floor" } else { "at least half of the floor" };
        report.load(&format!("create ticket, {name}, {connections:>2} connections"), wanted, &load);
        if let (Some(floor), Some(share)) = (floor, share) {
            let figure = format!("{floor:.0}/s; the server reaches {:.0} %", share * 100.0);
            report.figure(&format!("  the same SQL bare, {name}, {connections:>2} writers"), &figure, "", json!({"per_second": floor, "share": share}));
        }
    }
    bytes_per_ticket(report, name, &server, &tenant).await
}

/// Size of the database file by ticket, with everything that belongs to one.
async fn bytes_per_ticket(report: &mut Report, name: &str, server: &Server, tenant: &Tenant) -> Result<()> {
    if name != "SQLite" {
        return Ok(());
    }
    let before = size(server)?;
    let count = 2_000;
    let bodies: Vec<String> = (0..count).map(|n| body().to_string().replace("{n}", &(ORDERS - 1 - n).to_string())).collect();
    spread(bodies, 8, |body| {
        let client = tenant.owner.clone();
        async move { client.send("POST", "/tickets", &[("content-type", "application/json")], Some(body.into_bytes())).await?.expect(201) }
    })
    .await?;
    let bytes = (size(server)? - before) / u64::from(count);
    report.figure("bytes per ticket, SQLite, all that belongs to it", &format!("{bytes}"), "", json!(bytes));
    Ok(())
}

/// Bytes of the database with its log.
fn size(server: &Server) -> Result<u64> {
    let length = |name: &str| server.folder().join(name).metadata().map(|meta| meta.len());
    Ok(length("redress.db")? + length("redress.db-wal").unwrap_or(0))
}

fn body() -> Value {
    json!({
        "kind": "return_refund", "channel": "api", "external_ref": "B-{n}", "subject": "太小了", "description": "想退货",
        "problem_type": "size_mismatch", "order": {"external_id": "bench-{n}"},
        "lines": [{"order_line": "1", "quantity": 1, "reason": "unwanted"}], "fields": {}
    })
}

/// A merchant with the three stock rules and orders to ask about.
pub(crate) async fn shop(server: &Server) -> Result<Tenant> {
    let tenant = Tenant::create(server).await?;
    for (hook, name) in [("fraud-scoring", "fraud-history"), ("routing", "router"), ("refund-approval", "refund-tiers")] {
        tenant.stock(hook, name, json!({})).await?;
    }
    let batches: Vec<Vec<u32>> = (0..ORDERS).collect::<Vec<_>>().chunks(1_000).map(<[u32]>::to_vec).collect();
    spread(batches, 2, |batch| {
        let client = tenant.owner.clone();
        async move {
            let orders: Vec<Value> = batch.into_iter().map(order).collect();
            let answer = client.post("/orders/bulk", &json!({ "orders": orders })).await?.expect(200)?;
            ensure!(answer["refused"] == 0, "orders are refused: {answer}");
            Ok(())
        }
    })
    .await
    .context("the orders cannot be imported")?;
    Ok(tenant)
}

fn order(n: u32) -> Value {
    let price = json!({"minor": 28_800, "currency": "CNY"});
    json!({
        "external_id": format!("bench-{n}"), "currency": "CNY", "paid": price,
        "placed_at": redress_tests::sample::days_ago(5), "delivered_at": redress_tests::sample::days_ago(2),
        "customer": {"external_id": format!("c-{}", n % CUSTOMERS), "name": "customer 42", "member_level": "vip"},
        "lines": [{"external_id": "1", "sku": "FEEDER-1", "title": "自动喂食器", "category": "pet_device", "quantity": 1, "unit_price": price}]
    })
}

//! UCI Online Retail: 105,335 real lines through the public API, every one of them accounted for.

mod count;
mod file;
mod matching;
mod returns;
mod shop;
mod warehouse;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use redress_tests::server::Server;
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::checks::Checks;
use file::Row;
use shop::Order;

/// Lines of both files, as their README counts them.
const LINES: usize = 105_335;
/// Most bytes and orders of one bulk request; the server takes 8 MiB and 1,000.
const BULK_BYTES: usize = 2_000_000;
const BULK_ORDERS: usize = 1000;
const WIDTH: usize = 8;

/// Imports, reads back, compares.
pub(crate) async fn run(server: &Server, folder: &Path, checks: &mut Checks) -> Result<()> {
    let rows = file::read(folder)?;
    checks.same("all lines are read", &rows.len(), &LINES);
    let orders = shop::orders(&rows);
    let matched = matching::matching(&rows, &orders);
    count::categories(&rows, &matched, checks);

    let tenant = Tenant::create_in(server, "GBP").await?;
    import(&tenant, &rows, &orders, checks).await?;
    compare(&tenant, &rows, &orders, checks).await?;
    let tickets = returns::run(&tenant, &rows, &orders, &matched, checks).await?;
    warehouse::run(&tenant, tickets, checks).await
}

/// Sends all orders, and the first batch twice: the second time must change nothing.
async fn import(tenant: &Tenant, rows: &[Row], orders: &[Order], checks: &mut Checks) -> Result<()> {
    let mut batches: Vec<Vec<Value>> = vec![Vec::new()];
    let mut bytes = 0;
    for order in orders {
        let body = order.body(rows);
        let size = body.to_string().len() + 1;
        let last = batches.last().map_or(0, Vec::len);
        if bytes + size > BULK_BYTES || last == BULK_ORDERS {
            batches.push(Vec::new());
            bytes = 0;
        }
        bytes += size;
        batches.last_mut().context("there is always a batch")?.push(body);
    }
    batches.insert(0, batches[0].clone());
    let repeated = batches[0].len();
    let sent = batches.len();
    let answers = spread(batches, 2, |batch| {
        let client = tenant.owner.clone();
        async move { client.post("/orders/bulk", &json!({ "orders": batch })).await?.expect(200) }
    })
    .await?;
    let refused: Vec<&Value> = answers
        .iter()
        .flat_map(|answer| answer["items"].as_array().into_iter().flatten())
        .filter(|item| item["status"] == "refused")
        .collect();
    let sum = |name: &str| answers.iter().filter_map(|answer| answer[name].as_u64()).sum::<u64>();
    println!("   {} orders sent in {sent} bulk requests, the first one twice", orders.len());
    checks.holds("no order is refused", refused.is_empty(), || format!("{} refused, first {}", refused.len(), refused[0]));
    checks.same("orders created", &sum("created"), &(orders.len() as u64));
    checks.same("orders replaced by the repeated request", &sum("updated"), &(repeated as u64));
    Ok(())
}

/// Reads every order back and compares it with the files.
async fn compare(tenant: &Tenant, rows: &[Row], orders: &[Order], checks: &mut Checks) -> Result<()> {
    let listed = tenant.owner.all("/orders").await?;
    checks.same("the API lists every order once", &listed.len(), &orders.len());
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for order in &listed {
        let text = |name: &str| order[name].as_str().map(str::to_owned).with_context(|| format!("an order without {name}: {order}"));
        ids.insert(text("external_id")?, text("id")?);
    }
    checks.same("order numbers are unique", &ids.len(), &orders.len());
    let wanted: Vec<(String, Value)> =
        orders.iter().filter_map(|order| ids.get(&order.external_id).map(|id| (id.clone(), order.body(rows)))).collect();
    let read = spread(wanted, WIDTH, |(id, wanted)| {
        let client = tenant.owner.clone();
        async move { Ok((wanted, client.get(&format!("/orders/{id}")).await?.expect(200)?)) }
    })
    .await?;
    let (mut lines, mut pieces, mut paid, mut different) = (0, 0, 0, Vec::new());
    for (wanted, got) in &read {
        for line in got["lines"].as_array().into_iter().flatten() {
            lines += 1;
            pieces += line["quantity"].as_i64().unwrap_or(0);
        }
        paid += got["paid"]["minor"].as_i64().unwrap_or(0);
        if ["lines", "paid", "attributes"].iter().any(|part| got[part] != wanted[part]) {
            different.push(format!("{wanted} came back as {got}"));
        }
    }
    let sold: Vec<&Row> = rows.iter().filter(|row| shop::is_sale(row)).collect();
    let total: i64 = sold.iter().map(|row| row.quantity * row.price()).sum();
    checks.holds("every order comes back as it was sent", different.is_empty(), || {
        format!("{} differ, first {}", different.len(), different[0])
    });
    checks.same("sold lines in the API", &lines, &sold.len());
    checks.same("sold pieces in the API", &pieces, &sold.iter().map(|row| row.quantity).sum());
    checks.same("paid in the API, in pence", &paid, &total);
    println!("   read back: {} orders, {lines} lines, {pieces} pieces, GBP {}", read.len(), count::pounds(paid));
    Ok(())
}

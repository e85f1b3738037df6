//! The shop runs to its end: what the tasks ask for goes through the warehouse and the till, and every book balances.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use redress_tests::client::Client;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use super::request::{Ask, Request};
use super::shop::{Db, Order, usd};
use super::{Task, grant, send};
use crate::checks::Checks;

/// Asks for everything that the tasks demand, the first request for each order, and follows what is granted to its end.
pub(super) async fn run(tenant: &Tenant, db: &Db, tasks: &[Task], checks: &mut Checks) -> Result<()> {
    let (mut seen, mut ends) = (BTreeSet::new(), BTreeMap::<(String, &'static str), (usize, i64)>::new());
    for task in tasks {
        for (place, action) in task.evaluation_criteria.actions.iter().enumerate() {
            let Some(ask) = Ask::read(action)? else { continue };
            let id = action.arguments["order_id"].as_str().context("an action without order")?;
            let order = db.orders.get(id).with_context(|| format!("task {} speaks of an unknown order {id}", task.id))?;
            let request = ask.request(db, order, &order.user_id, &format!("end-{}-{place}", task.id))?;
            if request.wanted.is_err() || !seen.insert(id.to_owned()) {
                continue;
            }
            let ended = live(tenant, db, order, &request, seen.len(), checks).await.with_context(|| request.label.clone())?;
            checks.holds(&format!("{} ends as the task's tool has it", request.label), ended.complaint.is_none(), || {
                ended.complaint.clone().unwrap_or_default()
            });
            let sum = ends.entry((ended.kind, ended.way)).or_default();
            *sum = (sum.0 + 1, sum.1 + ended.paid);
        }
    }
    println!("   {:>7} {:>12}  completed requests of the tasks, the first for each order", "tickets", "paid cents");
    for ((kind, way), (tickets, paid)) in &ends {
        println!("   {tickets:>7} {paid:>12}  {kind}, {way}");
    }
    Ok(())
}

struct End {
    kind: String,
    way: &'static str,
    paid: i64,
    complaint: Option<String>,
}

/// Sends the goods back where there are some, the others out, and pays what is due.
async fn live(tenant: &Tenant, db: &Db, order: &Order, request: &Request, place: usize, checks: &mut Checks) -> Result<End> {
    let client = &tenant.owner;
    let (ticket, got) = send(client, request).await?;
    let wanted = got.map_err(|refusal| anyhow::anyhow!("refused: {refusal}"))?;
    let id = ticket["id"].as_str().context("a ticket without id")?;
    let exchanges = ticket["kind"] == "exchange";
    if exchanges {
        grant(tenant.client("agent")?, &ticket, checks).await?;
    }
    let sent_for = if exchanges { Some(propose(client, db, order, &ticket, wanted).await?) } else { None };
    if ticket["kind"] != "refund_only" {
        come_back(client, &ticket, place).await?;
    }
    if let Some(replacement) = &sent_for {
        let path = |step: &str| format!("/tickets/{id}/replacements/{replacement}/{step}");
        if wanted > 0 {
            post(client, &path("paid"), json!({"reference": "card"}), 200).await?;
        }
        post(client, &path("ship"), json!({"carrier": "UPS", "tracking_number": format!("OUT{place:08}")}), 200).await?;
        post(client, &path("delivered"), json!({}), 200).await?;
    }
    let mut paid = 0;
    for due in client.all(&format!("/refund-instructions?state=pending&ticket={id}")).await? {
        let instruction = due["id"].as_str().context("an instruction without id")?;
        post(client, &format!("/refund-instructions/{instruction}/paid"), json!({"reference": "bank"}), 200).await?;
        paid += due["amount"]["minor"].as_i64().unwrap_or(0);
    }
    let after = client.get(&format!("/tickets/{id}")).await?.expect(200)?;
    let entries = client.all(&format!("/tickets/{id}/settlements")).await?;
    let ledger: i64 = entries.iter().filter_map(|entry| entry["amount"]["minor"].as_i64()).sum();
    // The tool of an exchange answers the difference, which the customer owes when it is positive.
    let due = if exchanges { (-wanted).max(0) } else { wanted };
    let ends = after["case"] == "completed" && ledger == paid && paid == due;
    let complaint = (!ends).then(|| format!("{id} is {}: ledger {ledger}, paid {paid}, due {due}: {entries:?}", after["case"]));
    let way = match (exchanges, wanted) {
        (false, _) => "refunded",
        (true, ..0) => "the rest refunded",
        (true, 0) => "nothing due",
        (true, _) => "the difference paid by the customer",
    };
    Ok(End { kind: ticket["kind"].as_str().unwrap_or_default().to_owned(), way, paid, complaint })
}

/// The items that the task names, in place of those that come back; an agent confirms their stock.
async fn propose(client: &Client, db: &Db, order: &Order, ticket: &Value, wanted: i64) -> Result<String> {
    let id = ticket["id"].as_str().context("a ticket without id")?;
    let lines = ticket["lines"].as_array().into_iter().flatten().map(|line| {
        let place = line["order_line"].as_str().context("a line of no order")?;
        let item = order.items.get(place.parse::<usize>()? - 1).context("a line that the order does not have")?;
        let new = ticket["fields"]["exchange"][place].as_str().context("no new item for the line")?;
        let price = db.products[&item.product_id].variants.get(new).context("an unknown variant")?.cents();
        Ok(json!({"sku": new, "replaces": line["id"], "unit_price": usd(price)}))
    });
    let proposal = json!({"lines": lines.collect::<Result<Vec<Value>>>()?});
    let proposed = post(client, &format!("/tickets/{id}/replacements"), proposal, 201).await?;
    let replacement = &proposed["replacement"];
    anyhow::ensure!(replacement["difference"] == usd(wanted), "the difference is {}, the tool says {wanted}", replacement["difference"]);
    let made = replacement["id"].as_str().context("a replacement without id")?.to_owned();
    post(client, &format!("/tickets/{id}/replacements/{made}/reserved"), json!({}), 200).await?;
    Ok(made)
}

/// The goods come and are as they should be.
async fn come_back(client: &Client, ticket: &Value, place: usize) -> Result<()> {
    let id = ticket["id"].as_str().context("a ticket without id")?;
    let number = format!("TAU{place:08}");
    post(client, &format!("/tickets/{id}/parcels"), json!({"tracking_number": number}), 201).await?;
    post(client, "/scans", json!({"raw": number, "station": "gate 1"}), 201).await?;
    let good = |line: &Value| {
        let quantity = &line["quantity"];
        json!({"line": line["id"], "good": quantity, "placements": [{"quantity": quantity, "grade": "a", "disposition": "restock"}]})
    };
    let lines: Vec<Value> = ticket["lines"].as_array().into_iter().flatten().map(good).collect();
    post(client, &format!("/tickets/{id}/inspections"), json!({ "lines": lines }), 201).await?;
    Ok(())
}

async fn post(client: &Client, path: &str, body: Value, status: u16) -> Result<Value> {
    client.post(path, &body).await?.expect(status)
}

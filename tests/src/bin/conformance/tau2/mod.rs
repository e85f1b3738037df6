//! tau2-bench retail: a written policy as a plugin, judged by the actions that 114 tasks demand, and followed to their ends.

mod finish;
mod probe;
mod request;
mod shop;

use std::path::Path;

use anyhow::{Context, Result};
use redress_tests::client::Client;
use redress_tests::component;
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::checks::Checks;
use request::{Action, Ask, Request, outcome};
use shop::Db;

#[derive(Debug, Deserialize)]
struct Task {
    id: String,
    evaluation_criteria: Criteria,
}

#[derive(Debug, Deserialize)]
struct Criteria {
    actions: Vec<Action>,
}

/// Imports the shop, binds the policy, replays the tasks, probes the rest.
pub(crate) async fn run(server: &Server, folder: &Path, checks: &mut Checks) -> Result<()> {
    let db = shop::read(folder)?;
    let tasks: Vec<Task> = serde_json::from_slice(&std::fs::read(folder.join("tasks.json"))?)?;
    checks.same("tasks in the file", &tasks.len(), &114);
    let tenant = open(server, &db, checks).await?;
    replay(&tenant, &db, &tasks, checks).await?;
    probe::run(&tenant, &db, checks).await?;
    // The ends begin with the shop as it is in the file, too.
    finish::run(&open(server, &db, checks).await?, &db, &tasks, checks).await
}

/// The shop of the file, with its policy.
async fn open(server: &Server, db: &Db, checks: &mut Checks) -> Result<Tenant> {
    let tenant = Tenant::create_in(server, "USD").await?.with(&["agent"]).await?;
    import(&tenant, db, checks).await?;
    let plugin = tenant.upload(component::guest("tau2-policy")?).await?;
    tenant.bind("refund-approval", &plugin, json!({}), 10).await?;
    tenant.bind("routing", &plugin, json!({}), 10).await?;
    Ok(tenant)
}

async fn import(tenant: &Tenant, db: &Db, checks: &mut Checks) -> Result<()> {
    for queue in ["exchange", "refused"] {
        tenant.owner.post("/queues", &json!({"key": queue, "name": queue})).await?.expect(201)?;
    }
    for product in db.products.values() {
        let (code, body) = product.parameter();
        let answer = tenant.owner.put(&format!("/parameters/{code}"), &body).await?;
        checks.holds("the catalogue is taken", answer.status < 300, || format!("{answer:?}"));
    }
    let orders = db.orders.values().map(|order| order.body(db)).collect::<Result<Vec<_>>>()?;
    for batch in orders.chunks(500) {
        let answer = tenant.owner.post("/orders/bulk", &json!({ "orders": batch })).await?;
        checks.holds("the orders are taken", answer.status < 300, || format!("{answer:?}"));
    }
    let listed = tenant.owner.all("/orders").await?;
    let paid: i64 = listed.iter().filter_map(|order| order["paid"]["minor"].as_i64()).sum();
    checks.same("orders in the API", &listed.len(), &db.orders.len());
    checks.same("paid in the API, in cents", &paid, &db.orders.values().map(shop::Order::paid).sum());
    println!("   {} products, {} users, {} orders imported", db.products.len(), db.users.len(), listed.len());
    Ok(())
}

/// Every task begins with the shop as it is in the file, so what a task opened is cancelled when it ends.
async fn replay(tenant: &Tenant, db: &Db, tasks: &[Task], checks: &mut Checks) -> Result<()> {
    let (mut asked, mut granted, mut misses) = (0, 0, Vec::new());
    for task in tasks {
        let mut opened = Vec::new();
        for (place, action) in task.evaluation_criteria.actions.iter().enumerate() {
            let Some(ask) = Ask::read(action)? else { continue };
            let id = action.arguments["order_id"].as_str().context("an action without order")?;
            let order = db.orders.get(id).with_context(|| format!("task {} speaks of an unknown order {id}", task.id))?;
            let request = ask.request(db, order, &order.user_id, &format!("task-{}-{place}", task.id))?;
            let (ticket, got) = send(&tenant.owner, &request).await?;
            asked += 1;
            // The plugin agrees with the shop's own tool, and what the task demands is that the action succeeds.
            checks.holds(&format!("task {}: {}", task.id, request.label), agrees(&got, &request.wanted), || {
                format!("got {got:?}, the shop's tool says {:?}", request.wanted)
            });
            match (&got, &request.wanted) {
                (Ok(_), _) => granted += 1,
                (Err(refusal), Err(tool)) => misses
                    .push(format!("task {}: {}: refused: {refusal} (the shop's own tool refuses it too: {tool})", task.id, request.label)),
                (Err(refusal), Ok(_)) => misses.push(format!("task {}: {}: refused: {refusal}", task.id, request.label)),
            }
            if got.is_ok() && ticket["kind"] == "exchange" {
                grant(tenant.client("agent")?, &ticket, checks).await?;
            }
            opened.extend(ticket["id"].as_str().map(str::to_owned));
        }
        for id in opened {
            let answer = tenant.owner.post(&format!("/tickets/{id}/cancel"), &json!({"reason": "the next task begins anew"})).await?;
            checks.holds("a ticket can be cancelled before money moves", answer.status == 200, || format!("{answer:?}"));
        }
    }
    println!("   {granted} of {asked} return, exchange and cancel actions of {} tasks get the outcome the task demands", tasks.len());
    for miss in &misses {
        println!("   miss: {miss}");
    }
    checks.same("actions of the tasks", &asked, &101);
    Ok(())
}

/// The AI agent that the policy speaks to agrees to an exchange which the policy allows.
async fn grant(agent: &Client, ticket: &Value, checks: &mut Checks) -> Result<()> {
    let id = ticket["id"].as_str().context("a ticket without id")?;
    let answer = agent.post(&format!("/tickets/{id}/approve"), &json!({"opinion": "the policy allows it"})).await?;
    let moved = answer.status == 200 && answer.body["case"] != "first_review";
    checks.holds("an agent grants the allowed exchange", moved, || format!("{answer:?}"));
    Ok(())
}

/// Opens the ticket; a request that the API itself refuses is refused too.
async fn send(client: &Client, request: &Request) -> Result<(Value, request::Outcome)> {
    let answer = client.post("/tickets", &request.body).await?;
    let got = match answer.status {
        201 => outcome(&answer.body),
        422 => Err(format!("the API: {}", answer.body["detail"].as_str().unwrap_or_default())),
        _ => anyhow::bail!("{}: {answer:?}", request.label),
    };
    Ok((answer.body, got))
}

/// Same direction, and the same amount when it is allowed.
fn agrees(got: &request::Outcome, wanted: &request::Outcome) -> bool {
    match (got, wanted) {
        (Ok(got), Ok(wanted)) => got == wanted,
        (Err(_), Err(_)) => true,
        _ => false,
    }
}

//! A merchant's first day: rules uploaded and bound, refunds decided by amount, people agree, money goes back, and every
//! decision can be run again. The same story on both databases.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use redress_tests::receiver::Receiver;
use redress_tests::sample::{cny, ticket};
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::shop::{self, id, instructions, whole_timeline};

#[tokio::test]
async fn a_day_on_sqlite() {
    day(Options::default()).await.expect("the story holds");
}

#[tokio::test]
async fn a_day_on_postgres() {
    let cluster = shop::postgres().expect("a PostgreSQL cluster");
    day(Options::on(&cluster.url("postgres"))).await.expect("the story holds");
}

async fn day(options: Options) -> Result<()> {
    let server = Server::start(options.with("REDRESS__WORKER__POLL_MS", "50")).await?;
    let tenant = shop::open(&server).await?;
    tenant.stock("notification", "notify-templates", json!({})).await?;
    let receiver = Receiver::start().await?;
    let webhook = tenant.owner.post("/webhooks", &json!({"url": receiver.url, "events": ["*"]})).await?.expect(201)?;
    let secret = webhook["secret"].as_str().context("a new webhook shows its secret")?.to_owned();

    small(&tenant).await?;
    let returned = medium(&tenant).await?;
    large(&tenant).await?;
    warehouse_and_finance(&tenant, &returned).await?;

    let deliveries = receiver.wait(3, Duration::from_secs(20)).await?;
    for delivery in &deliveries {
        delivery.verify(&secret)?;
        delivery.json()?;
    }
    lists(&tenant).await
}

/// 9.90 yuan: nobody is asked (D3), money waits for finance at once because nothing comes back.
async fn small(tenant: &Tenant) -> Result<()> {
    let agent = tenant.client("agent")?;
    let answer = agent.post("/tickets", &ticket("refund_only", "small", 990)).await?.expect(201)?;
    ensure!(answer["refund"]["verdict"] == "approve" && answer["refund"]["amount"] == cny(990), "9.90 is automatic: {answer}");
    ensure!(answer["case"] == "settling" && answer["money"] == "refund_pending", "the money waits for finance: {answer}");
    ensure!(answer["risk"]["score"].is_u64() && answer["queue"].is_string(), "it is scored and routed: {answer}");
    let ticket = id(&answer)?;
    let decisions = replay_all(tenant, ticket).await?;
    let hooks: Vec<&str> = decisions.iter().filter_map(|one| one["hook"].as_str()).collect();
    for hook in ["fraud-scoring", "routing", "refund-approval"] {
        ensure!(hooks.contains(&hook), "{hook} was asked: {hooks:?}");
    }
    let due = instructions(tenant.client("finance")?, ticket).await?;
    ensure!(due.len() == 1 && due[0]["state"] == "pending" && due[0]["amount"] == cny(990), "one instruction over 9.90: {due:?}");
    whole_timeline(agent, ticket).await?;
    Ok(())
}

/// 288 yuan: a supervisor must agree; an agent may not. Returns the ticket.
async fn medium(tenant: &Tenant) -> Result<String> {
    let agent = tenant.client("agent")?;
    let answer = agent.post("/tickets", &ticket("return_refund", "medium", 28_800)).await?.expect(201)?;
    ensure!(answer["refund"]["verdict"] == "needs_approval" && answer["refund"]["role"] == "supervisor", "288 asks a supervisor: {answer}");
    ensure!(answer["case"] == "approval" && answer["money"] == "none", "nothing moves before that: {answer}");
    let ticket = id(&answer)?.to_owned();
    let path = format!("/tickets/{ticket}/approve");
    agent.post(&path, &json!({"opinion": "我同意"})).await?.problem(403, "forbidden")?;
    let agreed = tenant.client("supervisor")?.post(&path, &json!({"opinion": "同意退货"})).await?.expect(200)?;
    ensure!(agreed["case"] == "approved", "the supervisor's word is enough: {agreed}");
    replay_all(tenant, &ticket).await?;
    Ok(ticket)
}

/// 2,880 yuan: the director, with the customer's purchase-behaviour report; rejected.
async fn large(tenant: &Tenant) -> Result<()> {
    let agent = tenant.client("agent")?;
    let answer = agent.post("/tickets", &ticket("return_refund", "large", 288_000)).await?.expect(201)?;
    ensure!(answer["refund"]["role"] == "director", "2,880 asks the director: {answer}");
    ensure!(answer["approvals"][0]["need"]["with_report"] == true, "with the report: {answer}");
    let ticket = id(&answer)?;
    let (approve, reject) = (format!("/tickets/{ticket}/approve"), format!("/tickets/{ticket}/reject"));
    tenant.client("supervisor")?.post(&approve, &json!({"opinion": "同意"})).await?.problem(403, "forbidden")?;
    let director = tenant.client("director")?;
    ensure!(director.post(&reject, &json!({})).await?.status == 422, "a rejection needs an opinion");
    let rejected = director.post(&reject, &json!({"opinion": "已拆封使用"})).await?.expect(200)?;
    ensure!(rejected["case"] == "refused_once", "the customer may amend or go on: {rejected}");
    director.post(&approve, &json!({"opinion": "同意"})).await?.problem(409, "not_allowed_now")?;
    ensure!(instructions(director, ticket).await?.is_empty(), "nothing is paid for a refused request");
    whole_timeline(agent, ticket).await?;
    Ok(())
}

/// The parcel comes back, finance pays; the ledger says what for.
async fn warehouse_and_finance(tenant: &Tenant, ticket: &str) -> Result<()> {
    let finance = tenant.client("finance")?;
    let held = instructions(finance, ticket).await?;
    ensure!(held.len() == 1 && held[0]["state"] == "held", "the money waits for the goods: {held:?}");
    let paid = format!("/refund-instructions/{}/paid", id(&held[0])?);
    finance.post(&paid, &json!({"reference": "BANK-1"})).await?.problem(409, "not_allowed_now")?;

    let receive = format!("/tickets/{ticket}/receive");
    finance.post(&receive, &json!({"condition": "ok"})).await?.problem(403, "forbidden")?;
    tenant.client("warehouse")?.post(&receive, &json!({"condition": "ok", "note": "完好"})).await?.expect(200)?;
    let due = instructions(finance, ticket).await?;
    ensure!(due[0]["state"] == "pending" && due[0]["amount"] == cny(28_800), "now it is due: {due:?}");
    tenant.client("agent")?.post(&paid, &json!({"reference": "BANK-1"})).await?.problem(403, "forbidden")?;
    let done = finance.post(&paid, &json!({"reference": "BANK-1"})).await?.expect(200)?;
    ensure!(done["state"] == "paid" && done["reference"] == "BANK-1", "the instruction is paid: {done}");

    let after = tenant.client("agent")?.get(&format!("/tickets/{ticket}")).await?.expect(200)?;
    ensure!(after["money"] == "refunded" && after["case"] == "completed", "the case is finished: {after}");
    let ledger = finance.all(&format!("/tickets/{ticket}/settlements")).await?;
    let sum: i64 = ledger.iter().filter_map(|entry| entry["amount"]["minor"].as_i64()).sum();
    ensure!(sum == 28_800, "the ledger adds up to what was paid: {ledger:?}");
    let kinds: Vec<String> = whole_timeline(finance, ticket).await?.into_iter().map(|entry| entry.kind).collect();
    ensure!(kinds.len() >= 5, "the timeline tells the story: {kinds:?}");
    Ok(())
}

/// Every decision of a ticket is recorded and gives the same answer when it is run again.
async fn replay_all(tenant: &Tenant, ticket: &str) -> Result<Vec<Value>> {
    let supervisor = tenant.client("supervisor")?;
    let decisions = supervisor.all(&format!("/tickets/{ticket}/decisions")).await?;
    ensure!(decisions.len() >= 3, "every hook is recorded: {decisions:?}");
    for decision in &decisions {
        ensure!(decision["outcome"] == "ok" && decision["fuel"].as_u64().is_some_and(|fuel| fuel > 0), "it answered: {decision}");
        let path = format!("/decisions/{}", id(decision)?);
        let whole = supervisor.get(&path).await?.expect(200)?;
        ensure!(whole["answer"].is_object(), "its answer can be read: {whole}");
        let again = supervisor.post(&format!("{path}/replay"), &json!({})).await?.expect(200)?;
        ensure!(again == json!({"identical": true, "divergences": []}), "it is the same when run again: {again}");
    }
    Ok(decisions)
}

/// Lists filter and page.
async fn lists(tenant: &Tenant) -> Result<()> {
    let agent = tenant.client("agent")?;
    ensure!(agent.all("/tickets").await?.len() == 3, "three tickets");
    let refused = agent.all("/tickets?case=refused_once").await?;
    ensure!(refused.len() == 1 && refused[0]["case"] == "refused_once", "one is refused: {refused:?}");
    let page = agent.get("/tickets?limit=2").await?.expect(200)?;
    ensure!(page["items"].as_array().is_some_and(|items| items.len() == 2) && page["next"].is_string(), "pages have cursors: {page}");
    Ok(())
}

//! A merchant without code changes a tier: tries it on the past, beside the old one, on some tickets, then on all; and a bad
//! version goes back without a person.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use redress_tests::client::Client;
use redress_tests::component;
use redress_tests::hostile::Deed;
use redress_tests::sample::{changed, order, ticket};
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::shop::{self, id};

/// Longest time anything in the background may take here.
const PATIENCE: Duration = Duration::from_secs(30);

/// D3 as a table: approve up to `free`, a supervisor up to 500, a director above.
fn tiers(free: &str) -> Value {
    json!({
        "name": "金额分层", "hook": "refund-approval", "hit": "unique", "currency": "CNY",
        "inputs": [{"label": "金额", "expression": "request.amount", "type": "money"}],
        "outputs": ["verdict", "role", "report"],
        "rows": [
            {"id": "small", "when": [format!("<= {free}")], "then": ["approve", "", ""]},
            {"id": "middle", "when": [format!("({free}..500]")], "then": ["needs_approval", "supervisor", ""]},
            {"id": "large", "when": ["> 500"], "then": ["needs_approval", "director", "true"]}
        ]
    })
}

#[tokio::test]
async fn a_tier_changes_without_fear() {
    let server = Server::start(shop::impatient()).await.expect("starts");
    walk(&server).await.unwrap_or_else(|error| panic!("{error:#}"));
}

async fn walk(server: &Server) -> Result<()> {
    let tenant = Tenant::create(server).await?.with(&["agent", "supervisor", "director"]).await?;
    let (owner, agent) = (&tenant.owner, tenant.client("agent")?);
    let table = tenant.upload(component::stock("decision-table")?).await?;
    let bound = tenant.bind("refund-approval", &table, tiers("50"), 10).await?;
    for (nth, minor) in [4_000, 8_000, 30_000, 90_000].into_iter().enumerate() {
        agent.post("/tickets", &ticket("refund_only", &format!("past-{nth}"), minor)).await?.expect(201)?;
    }

    let job = owner.post("/backtests", &json!({"binding": bound["id"], "config": tiers("100")})).await?.expect(202)?;
    let report = finished(owner, id(&job)?).await?["report"].clone();
    ensure!(
        report["decisions"] == 4 && report["released"] == json!([{"currency": "CNY", "decisions": 1, "amount_minor": 8_000}]),
        "the money delta: {report}"
    );

    let shadow =
        json!({"hook": "refund-approval", "plugin": table["id"], "config": tiers("100"), "mode": "shadow", "replaces": bound["id"]});
    let shadow = owner.post("/bindings", &shadow).await?.expect(201)?;
    let seen = agent.post("/tickets", &ticket("refund_only", "shadowed", 8_000)).await?.expect(201)?;
    ensure!(seen["case"] == "approval", "a shadow counts for nothing: {seen}");
    let told = owner.get(&format!("/bindings/{}/divergence", id(&shadow)?)).await?.expect(200)?;
    ensure!(told["diverged"] == 1 && told["heaps"][0]["after"] == "approve", "{told}");

    let path = format!("/bindings/{}", id(&shadow)?);
    let canary = owner.patch(&path, &json!({"mode": "canary", "percent": 10})).await?.expect(200)?;
    ensure!(canary["percent"] == 10, "{canary}");
    for nth in 0..20 {
        agent.post("/tickets", &ticket("refund_only", &format!("canary-{nth}"), 8_000)).await?.expect(201)?;
    }
    let shares = owner.all(&format!("/decisions?binding={}", id(&shadow)?)).await?;
    let counted = shares.iter().filter(|one| one["role"] == "canary").count();
    ensure!(counted < 12, "{counted} of 20 are more than a tenth can be");
    let promoted = owner.post(&format!("{path}/promote"), &json!({"reason": "10 % went well"})).await?.expect(200)?;
    ensure!(promoted["id"] == bound["id"], "the binding keeps its name: {promoted}");
    let free = agent.post("/tickets", &ticket("refund_only", "free", 8_000)).await?.expect(201)?;
    ensure!(free["case"] == "settling", "100 yuan are free now: {free}");

    bad_version(owner, agent, &tenant, &bound).await
}

/// A canary that crashes is taken back by its guardrail, and no ticket notices.
async fn bad_version(owner: &Client, agent: &Client, tenant: &Tenant, bound: &Value) -> Result<()> {
    let crashing = tenant.upload(Deed::Trap.component()?).await?;
    let bad = json!({"hook": "refund-approval", "plugin": crashing["id"], "mode": "canary", "percent": 100, "replaces": bound["id"],
        "guardrails": {"fault_percent": 5, "min_calls": 3}});
    let bad = owner.post("/bindings", &bad).await?.expect(201)?;
    for nth in 0..4 {
        let seen = agent.post("/tickets", &ticket("refund_only", &format!("bad-{nth}"), 8_000)).await?.expect(201)?;
        ensure!(seen["case"] == "settling", "the bound rule answers for the canary that crashed: {seen}");
        ensure!(seen["failures"] == json!([]), "and nobody has to look: {seen}");
    }
    let path = format!("/bindings/{}", id(&bad)?);
    let begun = Instant::now();
    while owner.get(&path).await?.expect(200)?["enabled"] == true {
        ensure!(begun.elapsed() < PATIENCE, "the guardrail never took it back");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let history = owner.get(&format!("{path}/history")).await?.expect(200)?;
    let last = &history["items"][0];
    ensure!(last["action"] == "guardrail_hit" && last["actor"]["type"] == "system", "{last}");
    ensure!(last["reason"].as_str().is_some_and(|reason| reason.contains("failed")), "it says why: {last}");
    let after = agent.post("/tickets", &ticket("refund_only", "after", 8_000)).await?.expect(201)?;
    let asked = after["decisions"].as_array().context("decisions")?;
    ensure!(asked.iter().all(|one| one["role"] == "active"), "it is not asked any more: {after}");
    Ok(())
}

async fn finished(client: &Client, job: &str) -> Result<Value> {
    let begun = Instant::now();
    loop {
        let read = client.get(&format!("/jobs/{job}")).await?.expect(200)?;
        match read["state"].as_str() {
            Some("done") => return Ok(read),
            Some("failed") => bail!("the job failed: {read}"),
            _ => ensure!(begun.elapsed() < PATIENCE, "the job never ends: {read}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Z20: what waits becomes urgent by a timetable, with nobody doing anything.
#[tokio::test]
async fn a_timetable_raises_what_waits() {
    let server = Server::start(shop::impatient()).await.expect("starts");
    wait_for_tick(&server).await.unwrap_or_else(|error| panic!("{error:#}"));
}

async fn wait_for_tick(server: &Server) -> Result<()> {
    let tenant = Tenant::create(server).await?.with(&["agent", "supervisor"]).await?;
    let table = tenant.upload(component::stock("decision-table")?).await?;
    let config = json!({
        "name": "超时提醒", "hook": "schedule", "hit": "collect",
        "inputs": [{"label": "已等待", "expression": "ticket.age", "type": "duration"},
                   {"label": "优先级", "expression": "ticket.priority", "type": "text"},
                   {"label": "件数", "expression": "12 / (ticket.quantity - 3)", "type": "integer"}],
        "outputs": ["priority", "task", "task_role"],
        "rows": [{"id": "late", "when": ["> 0s", "not(high)", "not(7)"], "then": ["high", "请尽快处理", "supervisor"]}]
    });
    let body = json!({"hook": "schedule", "plugin": table["id"], "config": config, "timetable": {"cron": "*/10 * * * * *"}});
    tenant.owner.post("/bindings", &body).await?.expect(201)?;
    // The rule divides by zero on this one: those that come after it have their turn all the same.
    let poison = changed(changed(ticket("complaint", "three", 0), "/order", order("o-three", 0, 3)), "/lines/0/quantity", json!(3));
    let poison = tenant.client("agent")?.post("/tickets", &poison).await?.expect(201)?;
    let waiting = tenant.client("agent")?.post("/tickets", &ticket("complaint", "waits", 0)).await?.expect(201)?;
    let begun = Instant::now();
    loop {
        let read = tenant.owner.get(&format!("/tickets/{}", id(&waiting)?)).await?.expect(200)?;
        if read["priority"] == "high" {
            break;
        }
        ensure!(begun.elapsed() < PATIENCE, "the timetable never ticked: {read}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let timeline = tenant.owner.get(&format!("/tickets/{}/timeline", id(&poison)?)).await?.expect(200)?;
    let told = timeline["items"].as_array().is_some_and(|all| all.iter().any(|entry| entry["kind"] == "ticket.rule_failed"));
    ensure!(told, "what the rule could not do is on the ticket: {timeline}");
    // Three ticks that fail on a ticket are a matter for a person.
    let tasks = loop {
        let tasks = tenant.owner.get("/tasks?role=supervisor&open=true").await?.expect(200)?;
        let titles: Vec<String> =
            tasks["items"].as_array().into_iter().flatten().filter_map(|task| task["title"].as_str().map(str::to_owned)).collect();
        if titles.iter().any(|title| title.contains("failed 3 times in a row") && title.contains("divide by zero")) {
            break titles;
        }
        ensure!(begun.elapsed() < 3 * PATIENCE, "nobody is told of the timetable that fails: {tasks}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    ensure!(tasks.iter().filter(|title| *title == "请尽快处理").count() == 1, "one task, not one at every tick: {tasks:?}");
    Ok(())
}

/// A candidate that burns all its fuel neither keeps live tickets waiting nor ends the backtest, and can be stopped.
#[tokio::test]
async fn a_slow_candidate_stands_behind_live_tickets() {
    let server = Server::sqlite().await.expect("starts");
    slow_candidate(&server).await.unwrap_or_else(|error| panic!("{error:#}"));
}

async fn slow_candidate(server: &Server) -> Result<()> {
    let tenant = shop::open(server).await?;
    for number in 0..60 {
        tenant.owner.post("/tickets", &ticket("refund_only", &format!("past-{number}"), 990)).await?.expect(201)?;
    }
    let slow = tenant.upload(Deed::Loop.component()?).await?;
    let body = json!({"hook": "refund-approval", "plugin": slow["id"], "config": {}});
    let job = tenant.owner.post("/backtests", &body).await?.expect(202)?;
    let path = format!("/jobs/{}", id(&job)?);
    let begun = Instant::now();
    let under_way = loop {
        let read = tenant.owner.get(&path).await?.expect(200)?;
        if read["done"].as_u64() > Some(0) || read["state"] != "queued" && read["state"] != "running" {
            break read;
        }
        ensure!(begun.elapsed() < PATIENCE, "it never begins: {read}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    ensure!(under_way["state"] == "running", "it is at work: {under_way}");
    for number in 0..5 {
        tenant.owner.post("/tickets", &ticket("refund_only", &format!("live-{number}"), 990)).await?.expect(201)?;
    }
    let stopped = tenant.owner.post(&format!("{path}/cancel"), &json!({})).await?.expect(200)?;
    ensure!(stopped["state"] == "running", "it was still at work while tickets came: {stopped}");
    loop {
        let read = tenant.owner.get(&path).await?.expect(200)?;
        if read["state"] == "cancelled" {
            let faults = &read["report"]["new_faults"][0]["message"];
            // On a busy machine the wall clock ends it before its fuel does.
            let ended = |message: &str| message.starts_with("out_of_fuel") || message.starts_with("interrupted");
            ensure!(faults.as_str().is_some_and(ended), "what was seen is told: {read}");
            return Ok(());
        }
        ensure!(begun.elapsed() < PATIENCE, "it never stops: {read}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

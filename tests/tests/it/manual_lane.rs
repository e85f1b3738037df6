//! A rule that fails while it decides: the ticket is kept, goes to a person and shows which plugin failed and why; other
//! rules and other tenants notice nothing.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use redress_tests::hostile::{Core, Deed};
use redress_tests::sample::ticket;
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde_json::json;

use crate::shop::{self, id, whole_timeline};

#[tokio::test]
async fn every_hostile_rule_ends_in_the_manual_lane() {
    let server = Server::sqlite().await.expect("starts");
    let neighbour = shop::open(&server).await.expect("a shop");
    for deed in Deed::ALL {
        let victim = Tenant::create(&server).await.expect("a tenant").with(&["agent", "director"]).await.expect("people");
        let (one, two) = tokio::join!(suffer(&victim, deed), go_on(&neighbour, deed));
        one.unwrap_or_else(|error| panic!("{deed:?}: {error:#}"));
        two.unwrap_or_else(|error| panic!("neighbour of {deed:?}: {error:#}"));
    }
}

/// The tenant with the hostile rule loses nothing.
async fn suffer(tenant: &Tenant, deed: Deed) -> Result<()> {
    let plugin = tenant.upload(deed.component()?).await?;
    tenant.bind("refund-approval", &plugin, json!({}), 1).await?;
    let begun = Instant::now();
    let answer = tenant.client("agent")?.post("/tickets", &ticket("refund_only", deed.plugin(), 990)).await?.expect(201)?;
    ensure!(begun.elapsed() < Duration::from_secs(10), "a rule does not hold a ticket for {:?}", begun.elapsed());
    ensure!(answer["case"] == "first_review" && answer["money"] == "none", "a person looks at it: {answer}");
    ensure!(answer["refund"]["verdict"] == "needs_approval" && answer["refund"]["role"] == "director", "of the highest tier: {answer}");
    let failure = &answer["failures"][0];
    ensure!(failure["plugin"] == deed.plugin() && failure["hook"] == "refund-approval", "it shows which plugin failed: {answer}");
    ensure!(failure["message"].as_str().is_some_and(|text| text.len() > 10), "and why: {failure}");
    let outcome = failure["outcome"].as_str().context("an outcome")?;
    ensure!(deed.outcomes().contains(&outcome), "{outcome} is one of {:?}: {failure}", deed.outcomes());

    let ticket = id(&answer)?;
    let read = tenant.owner.get(&format!("/tickets/{ticket}")).await?.expect(200)?;
    ensure!(read["failures"][0]["plugin"] == deed.plugin(), "it still shows later: {read}");
    whole_timeline(&tenant.owner, ticket).await?;
    let decision = &tenant.owner.all(&format!("/tickets/{ticket}/decisions")).await?[0];
    let again = tenant.owner.post(&format!("/decisions/{}/replay", id(decision)?), &json!({})).await?.expect(200)?;
    ensure!(again["identical"] == true, "even the failure is the same when it is run again: {again}");
    let agreed =
        tenant.client("director")?.post(&format!("/tickets/{ticket}/approve"), &json!({"opinion": "人工同意"})).await?.expect(200)?;
    ensure!(agreed["money"] == "refund_pending", "a person decides instead: {agreed}");
    Ok(())
}

/// Another tenant's tickets are decided meanwhile, quickly.
async fn go_on(tenant: &Tenant, deed: Deed) -> Result<()> {
    for nth in 0..5 {
        let begun = Instant::now();
        let name = format!("{}-{nth}", deed.plugin());
        let answer = tenant.owner.post("/tickets", &ticket("refund_only", &name, 990)).await?.expect(201)?;
        ensure!(answer["refund"]["verdict"] == "approve" && answer["failures"] == json!([]), "the neighbour's rules answer: {answer}");
        ensure!(begun.elapsed() < Duration::from_secs(5), "and soon: {:?}", begun.elapsed());
    }
    Ok(())
}

#[tokio::test]
async fn a_failing_fraud_or_routing_rule_does_not_stop_the_ticket() {
    let server = Server::sqlite().await.expect("starts");
    unscored(&server).await.expect("nobody is paid unseen");
    unrouted(&server).await.expect("the default queue has it");
}

/// Without a score nothing is automatic, but the tiers still count.
async fn unscored(server: &Server) -> Result<()> {
    let tenant = Tenant::create(server).await?;
    let broken =
        tenant.upload(Core { name: "broken-score", evaluate: "unreachable", ..Core::default() }.encode("fraud-scoring-rule")?).await?;
    tenant.bind("fraud-scoring", &broken, json!({}), 1).await?;
    tenant.stock("refund-approval", "refund-tiers", json!({})).await?;
    let answer = tenant.owner.post("/tickets", &ticket("refund_only", "unscored", 990)).await?.expect(201)?;
    ensure!(answer["risk"].is_null() && answer["failures"][0]["plugin"] == "broken-score", "the score is unknown: {answer}");
    ensure!(answer["refund"]["verdict"] == "needs_approval" && answer["refund"]["role"] == "supervisor", "a person looks: {answer}");
    ensure!(answer["case"] == "approval" && answer["money"] == "none", "nothing is paid: {answer}");
    Ok(())
}

/// Without a route the default queue has it; the refund is decided all the same.
async fn unrouted(server: &Server) -> Result<()> {
    let tenant = Tenant::create(server).await?;
    let broken = tenant.upload(Core { name: "broken-route", evaluate: "unreachable", ..Core::default() }.encode("routing-rule")?).await?;
    tenant.bind("routing", &broken, json!({}), 1).await?;
    tenant.stock("refund-approval", "refund-tiers", json!({})).await?;
    let answer = tenant.owner.post("/tickets", &ticket("refund_only", "unrouted", 990)).await?.expect(201)?;
    ensure!(answer["queue"] == "default" && answer["failures"][0]["plugin"] == "broken-route", "the default queue has it: {answer}");
    ensure!(answer["refund"]["verdict"] == "approve", "the other rules go on: {answer}");
    Ok(())
}

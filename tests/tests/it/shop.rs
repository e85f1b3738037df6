//! The shop of most stories: a merchant with people, the stock rules and a webhook.

use anyhow::{Context, Result};
use redress_domain::timeline::{Entry, first_break};
use redress_tests::client::Client;
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

/// Roles of the people in a shop.
pub(crate) const ROLES: [&str; 6] = ["agent", "supervisor", "director", "warehouse", "finance", "plugin_author"];

/// A merchant with one person for each role and the stock rules bound with their defaults.
pub(crate) async fn open(server: &Server) -> Result<Tenant> {
    let tenant = Tenant::create(server).await?.with(&ROLES).await?;
    bind_stock(&tenant).await?;
    Ok(tenant)
}

/// Binds the stock rules that decide.
pub(crate) async fn bind_stock(tenant: &Tenant) -> Result<()> {
    for (hook, name) in [("fraud-scoring", "fraud-history"), ("routing", "router"), ("refund-approval", "refund-tiers")] {
        tenant.stock(hook, name, json!({})).await?;
    }
    Ok(())
}

/// A server whose worker does not wait between tries.
pub(crate) fn impatient() -> Options {
    Options::default()
        .with("REDRESS__WORKER__POLL_MS", "50")
        .with("REDRESS__WORKER__BACKOFF_MS", "50")
        .with("REDRESS__WORKER__MAX_ATTEMPTS", "2")
        .with("REDRESS__WORKER__TIMEOUT_S", "1")
}

/// The id of something the server answered.
pub(crate) fn id(value: &Value) -> Result<&str> {
    value["id"].as_str().with_context(|| format!("no id in {value}"))
}

/// Reads a ticket's timeline and checks that its hash chain is whole.
pub(crate) async fn whole_timeline(client: &Client, ticket: &str) -> Result<Vec<Entry>> {
    let items = client.all(&format!("/tickets/{ticket}/timeline")).await?;
    let entries: Vec<Entry> =
        items.into_iter().map(serde_json::from_value).collect::<Result<_, _>>().context("an entry is not as the domain writes it")?;
    anyhow::ensure!(!entries.is_empty(), "the timeline of {ticket} is empty");
    let broken = first_break(ticket.parse()?, &entries);
    anyhow::ensure!(broken.is_none(), "the timeline of {ticket} breaks at {broken:?}: {entries:?}");
    Ok(entries)
}

/// The refund instructions of a ticket.
pub(crate) async fn instructions(client: &Client, ticket: &str) -> Result<Vec<Value>> {
    let all = client.all("/refund-instructions").await?;
    Ok(all.into_iter().filter(|one| one["ticket"] == ticket).collect())
}

/// A fresh PostgreSQL of one's own; it ends with the value.
pub(crate) fn postgres() -> Result<redress_tests::postgres::Cluster> {
    redress_tests::postgres::Cluster::start()
}

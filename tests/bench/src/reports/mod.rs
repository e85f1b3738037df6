//! Lists, the search and the dashboard over a million tickets, over HTTP, on both databases. What is slower than it should be shows its
//! plan.
//!
//! `bench reports 100000` takes fewer tickets.

mod measure;
mod seed;

use anyhow::Result;
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use redress_store::Store;
use redress_tests::postgres::Cluster;

use crate::report::Report;

/// Tickets when nobody says otherwise.
pub(crate) const TICKETS: u32 = 1_000_000;

/// Measures both databases.
pub(crate) async fn run(report: &mut Report, tickets: u32) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("reports.db").display());
    database(report, "SQLite", &url, tickets).await?;
    drop(folder);
    let cluster = Cluster::start()?;
    let url = cluster.create_database("reports")?;
    database(report, "PostgreSQL", &url, tickets).await
}

async fn database(report: &mut Report, name: &str, url: &str, tickets: u32) -> Result<()> {
    let mut server = Server::start(Options::on(url).with("REDRESS__LOG__FILTER", "warn")).await?;
    let tenant = Tenant::create(&server).await?;
    server.kill()?;
    let store = Store::open(url).await?;
    let begun = std::time::Instant::now();
    let shop = seed::shop(&store, tenant.id.parse()?, tickets).await?;
    if name == "PostgreSQL" {
        // As its own housekeeping would do within a minute.
        redress_store::explain::settle(&store).await?;
    }
    eprintln!("bench: {tickets} tickets on {name} after {} s", begun.elapsed().as_secs());
    server.restart().await?;
    measure::all(report, name, &tenant.owner, &store, &shop, tickets).await
}

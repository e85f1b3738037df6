//! From upload to first decision, and a thousand plugins in memory.

use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use redress_tests::component;
use redress_tests::sample::ticket;
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::report::{Report, line};
use crate::{call, other};

const COUNT: u32 = 1_000;
const UPLOADS: u32 = 7;

/// A Rust plugin that the server never saw: uploaded, bound, and a ticket decided by it.
pub(crate) async fn upload(report: &mut Report) -> Result<()> {
    let server = Server::sqlite().await?;
    let bytes = component::stock("refund-tiers")?;
    let mut times = Vec::new();
    for nth in 0..UPLOADS {
        let tenant = Tenant::create(&server).await?;
        let component = component::marked(&bytes, nth);
        let begun = Instant::now();
        let plugin = tenant.upload(component).await?;
        tenant.bind("refund-approval", &plugin, json!({}), 1).await?;
        let ticket = tenant.owner.post("/tickets", &ticket("return_refund", "first", 28_800)).await?.expect(201)?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        ensure!(ticket["decisions"][0]["outcome"] == "ok", "it decides: {ticket}");
    }
    times.sort_by(f64::total_cmp);
    let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
    let figure = format!("median {median:.0} ms, slowest of {UPLOADS} {slowest:.0} ms");
    report.figure("upload of a Rust plugin to its first decision", &figure, "under 1 s", &json!({"median_ms": median, "max_ms": slowest}));
    Ok(())
}

/// A process that loads a thousand different plugins.
pub(crate) fn thousand(report: &mut Report) -> Result<()> {
    let count = std::env::var("BENCH_PLUGINS").ok().and_then(|text| text.parse().ok()).unwrap_or(COUNT);
    let output = Command::new(std::env::current_exe()?).args(["thousand", &count.to_string()]).output()?;
    ensure!(output.status.success(), "loading {count} plugins failed: {}", String::from_utf8_lossy(&output.stderr));
    let figures: Value = serde_json::from_slice(&output.stdout).context("the other process prints figures")?;
    let figure = format!("{} MiB, {} MiB before them; each called once", figures["after_mib"], figures["before_mib"]);
    report.figure(&format!("{count} different Rust plugins loaded, resident"), &figure, "", &figures);
    Ok(())
}

/// Loads plugins that differ in a custom section only, calls each, and prints resident memory.
pub(crate) async fn load_many(count: u32) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let sandbox = call::sandbox(folder.path())?;
    let bytes = component::stock("refund-tiers")?;
    let before = other::resident_mib(std::process::id())?;
    // Compiling is nearly all of the time, and every compiler is a process with one busy thread.
    let lanes = std::thread::available_parallelism().map_or(1, usize::from);
    let mut loads = tokio::task::JoinSet::new();
    let mut rules = Vec::new();
    for mark in 0..count {
        if loads.len() == lanes {
            rules.push(loads.join_next().await.context("a load is under way")??);
        }
        let (sandbox, component) = (Arc::clone(&sandbox), component::marked(&bytes, mark));
        loads.spawn(async move {
            let rule = call::load(&sandbox, component).await?;
            call::once(&rule)?;
            anyhow::Ok(rule)
        });
    }
    while let Some(loaded) = loads.join_next().await {
        rules.push(loaded?);
    }
    let after = other::resident_mib(std::process::id())?;
    line(&json!({"plugins": rules.len(), "before_mib": before, "after_mib": after}).to_string());
    Ok(())
}

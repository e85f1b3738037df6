//! The promises of the first slice, measured in one run on one machine: a table on the screen, `var/bench.json` for later.
//!
//! `bench` runs everything; `bench call`, `bench tickets`, `bench evaluate`, `bench backtest`, `bench upload`, `bench plugins`,
//! `bench neighbour`, `bench flow`, `bench timers`, `bench reports` run one part.
//! `load`, `bare` and `thousand` are the other processes that it starts of itself.

mod backtest;
mod bare;
mod call;
mod floor;
mod flow;
mod neighbour;
mod other;
mod plugins;
mod report;
mod reports;
mod tickets;
mod timers;

use std::io::Read as _;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use redress_tests::load;
use report::Report;

/// Connections that ask at once.
const CONNECTIONS: [u32; 3] = [1, 8, 32];

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let part = arguments.next();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match part.as_deref() {
        Some("load") => runtime.block_on(load_from_stdin()),
        Some("bare") => runtime.block_on(bare::serve()),
        Some("thousand") => runtime.block_on(plugins::load_many(arguments.next().context("a count")?.parse()?)),
        Some("compile-component") => return Ok(redress_sandbox::compile_child(std::env::args_os().skip(2))),
        None => {
            let parts = ["call", "tickets", "evaluate", "backtest", "upload", "plugins", "neighbour", "flow", "timers", "reports"];
            runtime.block_on(run(&parts, reports::TICKETS))
        }
        Some(part) => {
            let tickets = arguments.next().map_or(Ok(reports::TICKETS), |count| count.parse()).context("a count of tickets")?;
            runtime.block_on(run(&[part], tickets))
        }
    }?;
    Ok(ExitCode::SUCCESS)
}

async fn run(parts: &[&str], tickets: u32) -> Result<()> {
    let mut report = Report::default();
    for part in parts {
        eprintln!("bench: {part}");
        match *part {
            "call" => call::run(&mut report).await?,
            "tickets" => tickets::run(&mut report).await?,
            "evaluate" => bare::run(&mut report).await?,
            "backtest" => backtest::run(&mut report).await?,
            "upload" => plugins::upload(&mut report).await?,
            "plugins" => plugins::thousand(&mut report)?,
            "neighbour" => neighbour::run(&mut report).await?,
            "flow" => flow::run(&mut report)?,
            "timers" => timers::run(&mut report).await?,
            "reports" => reports::run(&mut report, tickets).await?,
            other => bail!(
                "there is no part '{other}': take call, tickets, evaluate, backtest, upload, plugins, neighbour, flow, timers or reports"
            ),
        }
    }
    report.finish()
}

/// Reads a plan, asks, writes the report: the load generator's process.
async fn load_from_stdin() -> Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let report = load::run(&serde_json::from_str(&text)?).await?;
    report::line(&serde_json::to_string(&report)?);
    Ok(())
}

//! `redress-plugin bench`: what a call costs, and how far it stays below the limits.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};
use redress_domain::decision::Outcome;

use super::fixtures;
use crate::fixture::Fixture;
use crate::guest::{Options, build};
use crate::local::{self, Local};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Folder of the plugin.
    #[arg(default_value = ".")]
    path: std::path::PathBuf,
    #[command(flatten)]
    options: Options,
    /// Only fixtures whose name contains this, or those of this file.
    #[arg(long)]
    fixture: Option<String>,
    /// Calls per fixture; as many as a tenth run before, unmeasured.
    #[arg(long, default_value_t = 2000)]
    calls: usize,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    ensure!(args.calls > 0, "--calls must be at least 1");
    let component = build(std::slice::from_ref(&args.path), &args.options)?.swap_remove(0);
    let fixtures = fixtures(&component.fixtures, args.fixture.as_deref())?;
    let local = local::admit(&component)?;
    println!("{} {}, {} calls each, every call in a fresh sandbox", component.name, local.admitted.info.version, args.calls);
    println!("{:>8} {:>8} {:>10} {:>6} {:>9} {:>6}  fixture", "p50 µs", "p99 µs", "fuel", "limit", "memory", "limit");
    for fixture in &fixtures {
        measure(&local, fixture, args.calls);
    }
    if cfg!(debug_assertions) {
        println!("this redress-plugin is a debug build: times are those of a slower host; fuel and memory are exact");
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(local: &Local, fixture: &Fixture, calls: usize) {
    let config = fixture.config.to_string();
    let ask = || local.rule.call(&fixture.context, &config, &fixture.case, &fixture.question);
    let first = ask();
    for _ in 0..calls / 10 {
        ask();
    }
    let mut micros: Vec<u128> = (0..calls)
        .map(|_| {
            let begun = Instant::now();
            ask();
            begun.elapsed().as_micros()
        })
        .collect();
    micros.sort_unstable();
    let at = |percent: usize| micros[(micros.len() - 1) * percent / 100];
    let limits = local.sandbox.limits();
    let share = |used: u64, limit: u64| format!("{}%", used.saturating_mul(100).div_ceil(limit.max(1)));
    let outcome = if first.outcome == Outcome::Ok { String::new() } else { format!(" [{}]", first.outcome) };
    println!(
        "{:>8} {:>8} {:>10} {:>6} {:>5} KiB {:>6}  {}{outcome}",
        at(50),
        at(99),
        first.fuel,
        share(first.fuel, limits.fuel),
        first.peak_memory / 1024,
        share(first.peak_memory, limits.memory_bytes as u64),
        fixture.name
    );
}

//! `redress-plugin run`: one question, and all that the rule did about it.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use redress_domain::decision::Outcome;
use serde_json::{Value, json};

use super::fixtures;
use super::test::{config_violations, log_line, output};
use crate::guest::{Options, build};
use crate::local;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Folder of the plugin.
    #[arg(default_value = ".")]
    path: std::path::PathBuf,
    #[command(flatten)]
    options: Options,
    /// Part of a fixture's name, or a file in the form of a fixture (`expect` is not needed). The first one is asked.
    #[arg(long)]
    fixture: Option<String>,
    /// JSON file with another configuration.
    #[arg(long)]
    config: Option<std::path::PathBuf>,
    /// Print one JSON object instead of text.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let component = build(std::slice::from_ref(&args.path), &args.options)?.swap_remove(0);
    let mut fixture = fixtures(&component.fixtures, args.fixture.as_deref())?.swap_remove(0);
    if let Some(file) = &args.config {
        fixture.config = read_json(file)?;
    }
    let local = local::admit(&component)?;
    let violations =
        config_violations(&local, &fixture).map_err(|fault| anyhow::anyhow!("validate-config did not answer: {}", fault.message))?;
    if !violations.is_empty() {
        let lines: Vec<String> = violations.iter().map(|violation| format!("  at '{}': {}", violation.path, violation.message)).collect();
        bail!("a server would refuse the configuration:\n{}", lines.join("\n"));
    }
    let call = local.rule.call(&fixture.context, &fixture.config.to_string(), &fixture.case, &fixture.question);
    if args.json {
        let report = json!({
            "fixture": fixture.name, "hook": fixture.question.hook(), "outcome": call.outcome, "answer": output(&call), "fault": call.fault,
            "fuel": call.fuel, "peak_memory": call.peak_memory, "duration_us": call.duration_us, "host_calls": call.host_calls, "log": call.log
        });
        println!("{report:#}");
    } else {
        println!("{} asked '{}'", fixture.question.hook(), fixture.name);
        println!("outcome   {}", call.outcome);
        if let Some(fault) = &call.fault {
            println!("fault     {}", fault.message);
            for frame in &fault.backtrace {
                println!("          {frame}");
            }
        }
        if call.answer.is_some() {
            println!("answer    {:#}", output(&call));
        }
        println!("cost      {} fuel, {} KiB memory, {} µs", call.fuel, call.peak_memory / 1024, call.duration_us);
        for line in &call.log {
            println!("log       {}", log_line(line));
        }
        for host_call in &call.host_calls {
            println!("asked     {}({}) → {}", host_call.function, host_call.arguments, host_call.result);
        }
    }
    Ok(if call.outcome == Outcome::Ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A JSON file.
pub(super) fn read_json(file: &std::path::Path) -> Result<Value> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display()))
}

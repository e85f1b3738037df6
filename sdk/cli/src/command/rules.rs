//! `redress-plugin rules`: bindings and parameters as a file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Subcommand;
use reqwest::Client;
use serde_json::{Value, json};

use super::run::read_json;
use super::shown;
use crate::local::block_on;
use crate::server;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Write what is at work into a file.
    Export {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        server: server::Args,
    },
    /// Show what a file would change, and check it. Nothing is written.
    Plan(Apply),
    /// Apply a file: everything, or nothing.
    Apply(Apply),
}

#[derive(clap::Args, Debug)]
struct Apply {
    /// The file.
    file: PathBuf,
    /// Also remove what the file does not have.
    #[arg(long)]
    prune: bool,
    /// Why, for the history.
    #[arg(long)]
    reason: Option<String>,
    /// Accept, in your name and for this reason, that golden decisions end in another way.
    #[arg(long, value_name = "REASON")]
    sign_off: Option<String>,
    #[command(flatten)]
    server: server::Args,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match &args.what {
        What::Export { file, server } => {
            let client = Client::new();
            let rules = block_on(server.send(server.get(&client, "configuration"), "export"))??;
            let text = serde_json::to_string_pretty(&rules)?;
            std::fs::write(file, format!("{text}\n")).with_context(|| format!("cannot write {}", shown(file)))?;
            println!("{} bindings and {} parameters written to {}", count(&rules, "bindings"), count(&rules, "parameters"), shown(file));
        }
        What::Plan(apply) => {
            let planned = send(apply, "plan")?;
            tell(&planned);
            // A script that plans shall notice that applying would be refused.
            if apply.sign_off.is_none() && count(&planned, "golden") > 0 {
                return Ok(ExitCode::FAILURE);
            }
        }
        What::Apply(apply) => tell(&send(apply, "apply")?),
    }
    Ok(ExitCode::SUCCESS)
}

fn send(apply: &Apply, how: &str) -> Result<Value> {
    let file = read_json(&apply.file)?;
    let body = json!({"file": file, "prune": apply.prune, "reason": apply.reason, "sign_off": apply.sign_off});
    let client = Client::new();
    let request = apply.server.post(&client, &format!("configuration/{how}")).json(&body);
    block_on(apply.server.send(request, how))?
}

fn count(rules: &Value, name: &str) -> usize {
    rules[name].as_array().map_or(0, Vec::len)
}

fn tell(planned: &Value) {
    let changes = planned["changes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    for change in changes {
        println!("{:<6} {:<9} {}", text(&change["step"]), text(&change["what"]), text(&change["key"]));
        for one in change["changes"].as_array().map(Vec::as_slice).unwrap_or_default() {
            println!("         {}: {} -> {}", text(&one["path"]), one["from"], one["to"]);
        }
    }
    let golden = planned["golden"].as_array().map(Vec::as_slice).unwrap_or_default();
    for one in golden {
        let (before, after) = (text(&one["before"]["label"]), text(&one["after"]["label"]));
        println!("golden decision {} was {before}, would be {after}: {}", text(&one["decision"]), text(&one["note"]));
    }
    let applied = planned["applied"] == true;
    if !golden.is_empty() && !applied {
        println!("applying this needs --sign-off REASON");
    }
    let done = if applied { "applied" } else { "planned; nothing was written" };
    println!("{} change{} {done}", changes.len(), if changes.len() == 1 { "" } else { "s" });
}

//! `redress-plugin pull`: production decisions as fixtures.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use reqwest::Client;
use serde_json::Value;

use super::shown;
use crate::local::block_on;
use crate::server;

#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub(crate) struct Args {
    /// Folder of the plugin crate, or of anything else that has `fixtures/`.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// One decision.
    #[arg(long, value_name = "ID", group = "what")]
    decision: Option<String>,
    /// The newest decisions of a binding.
    #[arg(long, value_name = "ID", group = "what")]
    binding: Option<String>,
    /// How many decisions of the binding, 1 to 200.
    #[arg(long, default_value_t = 10, requires = "binding", value_parser = clap::value_parser!(u32).range(1..=200))]
    limit: u32,
    /// Folder for the fixtures; `fixtures/` in the plugin's folder when left out.
    #[arg(long)]
    into: Option<PathBuf>,
    /// Keep names, texts and identifiers. They are the customers': the key needs `admin:read`, and you the right to keep them.
    #[arg(long)]
    unredacted: bool,
    /// Write over fixtures that are there.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    server: server::Args,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let into = args.into.clone().unwrap_or_else(|| args.path.join("fixtures"));
    std::fs::create_dir_all(&into).with_context(|| format!("cannot make {}", shown(&into)))?;
    let written = block_on(pull(args, &into))??;
    println!("{written} fixtures written to {}; next: redress-plugin test", shown(&into));
    Ok(ExitCode::SUCCESS)
}

async fn pull(args: &Args, into: &Path) -> Result<usize> {
    let client = Client::new();
    let decisions = match (&args.decision, &args.binding) {
        (Some(decision), _) => vec![decision.clone()],
        (None, Some(binding)) => {
            let path = format!("decisions?binding={binding}&limit={}", args.limit);
            let page = args.server.send(args.server.get(&client, &path), "list of decisions").await?;
            let items = page["items"].as_array().context("the server answered no list: is it a Redress server?")?;
            items.iter().filter_map(|one| one["id"].as_str().map(str::to_owned)).collect()
        }
        (None, None) => bail!("name a --decision or a --binding"),
    };
    ensure!(!decisions.is_empty(), "the binding has no decisions yet");
    let mut written = 0;
    for decision in decisions {
        let plain = decision.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        ensure!(plain, "'{decision}' is no id of a decision; they read dec_ and letters and digits");
        let path = format!("decisions/{decision}/fixture?redact={}", !args.unredacted);
        let found = args.server.send(args.server.get(&client, &path), "fixture").await?;
        written += usize::from(write(args, into, &decision, &found)?);
    }
    Ok(written)
}

/// Writes one fixture; false when one of that name is there and stays.
fn write(args: &Args, into: &Path, decision: &str, found: &Value) -> Result<bool> {
    let fixture = found.get("fixture").context("the server answered no fixture: is it older than this program?")?;
    let file = into.join(format!("{decision}.json"));
    if file.exists() && !args.force {
        println!("{} is there already; --force writes over it", shown(&file));
        return Ok(false);
    }
    std::fs::write(&file, format!("{fixture:#}\n")).with_context(|| format!("cannot write {}", shown(&file)))?;
    let label = |name: &str| found[name]["label"].as_str().unwrap_or("?").to_owned();
    let told = if found["changed_by_redaction"] == true {
        format!("{} in production, {} without what was replaced: the rule looks at it", label("before"), label("after"))
    } else {
        label("after")
    };
    println!("{}: {told}", shown(&file));
    Ok(true)
}

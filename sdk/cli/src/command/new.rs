//! `redress-plugin new`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use redress_domain::rule::Hook;

use super::shown;
use crate::scaffold::{self, Plan};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Folder to make; its last part becomes the plugin's name (lower-case letters, digits, hyphens).
    path: PathBuf,
    /// What it answers: routing, fraud-scoring, refund-approval, notification; several with commas.
    #[arg(long = "hook", value_delimiter = ',', required = true)]
    hooks: Vec<Hook>,
    /// Folder of the redress-sdk crate; without it, the checkout around PATH or the one this program was built from.
    #[arg(long, env = "REDRESS_SDK_PATH")]
    sdk_path: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let plan = Plan::new(&args.path, &args.hooks, args.sdk_path.as_deref())?;
    scaffold::write(&plan)?;
    let dir = shown(&plan.dir);
    println!("made {dir}: {} files", plan.files().len());
    println!("next: cd {dir} && cargo test && redress-plugin test");
    Ok(ExitCode::SUCCESS)
}

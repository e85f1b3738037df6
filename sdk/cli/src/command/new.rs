//! `redress-plugin new`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use redress_domain::rule::Hook;

use super::shown;
use crate::guest::Language;
use crate::scaffold::{self, Plan};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Folder to make; its last part becomes the plugin's name (lower-case letters, digits, hyphens).
    path: PathBuf,
    /// What it answers: routing, fraud-scoring, refund-approval, notification, automation, schedule, settlement; several with commas.
    #[arg(long = "hook", value_delimiter = ',', required = true)]
    hooks: Vec<Hook>,
    /// Language it is written in.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// Folder of the SDK (sdk/rust, sdk/js, sdk/python); without it, that of the checkout around PATH or of the one this program
    /// was built from.
    #[arg(long, env = "REDRESS_SDK_PATH")]
    sdk_path: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let plan = Plan::new(&args.path, &args.hooks, args.lang, args.sdk_path.as_deref())?;
    scaffold::write(&plan)?;
    let dir = shown(&plan.dir);
    println!("made {dir}: {} files", plan.files()?.len());
    println!("next: cd {dir} && {} && redress-plugin test", plan.unit_tests());
    Ok(ExitCode::SUCCESS)
}

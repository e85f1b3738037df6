//! `redress-plugin build`.

use std::process::ExitCode;

use anyhow::Result;

use super::shown;
use crate::guest::{Args, build};

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    for component in build(&args.paths, &args.options)? {
        println!("{}: {} ({} bytes)", component.name, shown(&component.path), component.bytes.len());
    }
    Ok(ExitCode::SUCCESS)
}

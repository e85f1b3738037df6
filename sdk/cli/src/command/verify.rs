//! `redress-plugin verify`: receipts, without a server.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use redress_domain::PublicKey;
use redress_domain::receipt::{Check, Statement, Verdict, chain, verify};

use super::shown;
use crate::receipt::{Document, read, replay};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// A receipt, or several of one ticket, as the server sent them.
    receipt: PathBuf,
    /// The public key that you trust, as 64 hexadecimal digits or a file that holds them.
    #[arg(long, value_name = "HEX|FILE")]
    key: Option<String>,
    /// The component that decided: it is run again on what the receipt carries, and must answer the same with the same fuel.
    #[arg(long, value_name = "WASM")]
    plugin: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let key = args.key.as_deref().map(key).transpose()?;
    let documents = read(&args.receipt)?;
    let replayer = args.plugin.as_deref().map(replay::Replayer::open).transpose()?;
    let (mut failed, mut skipped) = (0, 0);
    let mut tell = |check: &Check| {
        let mark = match check.verdict {
            Verdict::Passed => "ok     ",
            Verdict::Failed => "FAILED ",
            Verdict::Skipped => "skipped",
        };
        failed += usize::from(check.verdict == Verdict::Failed);
        skipped += usize::from(check.verdict == Verdict::Skipped);
        println!("  {mark} {:<10}{}", check.what, check.detail);
    };
    for Document { raw, receipt } in &documents {
        let statement = &receipt.statement;
        let plugin = &statement.plugin;
        println!(
            "{}, number {} of {}: {} by {} {}",
            statement.decision, statement.link.place, statement.ticket, statement.consequence.label, plugin.name, plugin.version
        );
        verify(raw, receipt, key.as_ref()).iter().for_each(&mut tell);
        if let Some(replayer) = &replayer {
            replayer.check(receipt).iter().for_each(&mut tell);
        }
    }
    let statements: Vec<Statement> = documents.into_iter().map(|document| document.receipt.statement).collect();
    println!("the order of {} receipt{}", statements.len(), if statements.len() == 1 { "" } else { "s" });
    chain(&statements).iter().for_each(&mut tell);
    let verdict = match (failed, &key) {
        (1.., _) => "NOT SOUND",
        (0, Some(_)) => "sound",
        // Anybody can sign: of one piece says nothing about whose.
        (0, None) => "of one piece, signer unknown",
    };
    println!("{verdict}: {failed} checks failed, {skipped} skipped");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A key by its digits or by the file that holds them.
fn key(text: &str) -> Result<PublicKey> {
    let file = PathBuf::from(text);
    let digits = if file.is_file() {
        std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", shown(&file)))?
    } else {
        text.to_owned()
    };
    Ok(digits.trim().parse()?)
}

//! Installing what a project names, once, and again when it names something else.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use redress_domain::Digest;

/// How much of an installer's words is shown when it fails.
const MOST_LINES: usize = 20;

/// True when what these files name is installed, as far as the note says.
pub(super) fn is_installed(note: &Path, named_by: &[&Path]) -> bool {
    fs::read_to_string(note).is_ok_and(|noted| noted == wanted(named_by))
}

/// Notes that all is installed.
pub(super) fn remember(note: &Path, named_by: &[&Path]) -> Result<()> {
    let folder = note.parent().unwrap_or(note);
    fs::create_dir_all(folder).and_then(|()| fs::write(note, wanted(named_by))).with_context(|| format!("cannot write {}", note.display()))
}

fn wanted(named_by: &[&Path]) -> String {
    let digests: Vec<String> = named_by.iter().map(|file| Digest::of(&fs::read(file).unwrap_or_default()).to_string()).collect();
    digests.join("\n")
}

/// Runs an installer and says so; its words are shown when it fails.
pub(super) fn run(what: &str, command: &mut Command, missing: &str) -> Result<()> {
    eprintln!("redress-plugin: {what}");
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run {program}: {missing}"))?;
    if !output.status.success() {
        let said = [output.stderr, output.stdout].concat();
        // What comes after the first lines is advice about the installer itself.
        let lines: Vec<String> = String::from_utf8_lossy(&said).lines().take(MOST_LINES).map(str::to_owned).collect();
        bail!("{what} failed:\n{}", lines.join("\n"));
    }
    Ok(())
}

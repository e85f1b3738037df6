//! The floor: the statements of one ticket without the server around them, run by the store's own example.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use redress_tests::data;

/// Tickets a second that the bare statements reach with so many writers; `None` when the example was not built.
pub(crate) fn measure(url: Option<&str>, writers: u32) -> Result<Option<f64>> {
    let Ok(program) = data::program("examples/floor") else { return Ok(None) };
    let folder = tempfile::tempdir()?;
    let sqlite = format!("sqlite:{}", folder.path().join("floor.db").display());
    let output = Command::new(program).arg(url.unwrap_or(&sqlite)).arg(writers.to_string()).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "the floor failed: {text}{}", String::from_utf8_lossy(&output.stderr));
    text.trim().parse().map(Some).with_context(|| format!("the floor says '{text}' and not tickets a second"))
}

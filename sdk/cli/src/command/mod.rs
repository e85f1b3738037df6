//! One file per command.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod new;
pub(crate) mod publish;
pub(crate) mod pull;
pub(crate) mod rules;
pub(crate) mod run;
pub(crate) mod test;
pub(crate) mod verify;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::fixture::{Fixture, read_all, read_file};

/// Shows a path the way the author would type it.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// The fixtures of a plugin in their folder: all, or those of a file, or those whose name contains a text.
fn fixtures(folder: &Path, wanted: Option<&str>) -> Result<Vec<Fixture>> {
    let Some(wanted) = wanted else { return read_all(folder) };
    let file = PathBuf::from(wanted);
    if file.is_file() {
        return read_file(&file);
    }
    let mut all = read_all(folder)?;
    let names: Vec<String> = all.iter().map(|fixture| format!("  {}", fixture.name)).collect();
    all.retain(|fixture| fixture.name.contains(wanted));
    if all.is_empty() {
        bail!("'{wanted}' is neither a file nor part of a fixture's name; there are:\n{}", names.join("\n"));
    }
    Ok(all)
}

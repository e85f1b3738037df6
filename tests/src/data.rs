//! Where things are: the project, its built programs, the inputs that nobody here wrote.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The folder of outside inputs: `REDRESS_DATA`, or `shared/data` beside the project.
///
/// # Errors
/// When it is not there.
pub fn outside() -> Result<PathBuf> {
    let path = std::env::var_os("REDRESS_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    if path.is_dir() { Ok(path) } else { bail!("{} is not a folder: set REDRESS_DATA to the folder of outside inputs", path.display()) }
}

/// A program that was built with this one, such as `redress`: it lies in the same target folder.
///
/// # Errors
/// When it is not there.
pub fn program(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe().context("own path")?;
    own.ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .with_context(|| format!("no {name} beside {}: build it first with `cargo build -p {name}`", own.display()))
}

//! A component that was just built.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A component that was just built.
#[derive(Debug)]
pub(crate) struct Component {
    /// Name of the plugin's package.
    pub(crate) name: String,
    /// Folder of the plugin.
    pub(crate) dir: PathBuf,
    /// Folder of its fixtures.
    pub(crate) fixtures: PathBuf,
    /// Where the component lies.
    pub(crate) path: PathBuf,
    /// The target directory, where the sandbox may keep its cache.
    pub(crate) target: PathBuf,
    /// The component.
    pub(crate) bytes: Vec<u8>,
}

impl Component {
    /// Where the component of a plugin belongs.
    pub(crate) fn place(target: &Path, name: &str) -> PathBuf {
        target.join("redress").join(format!("{name}.wasm"))
    }

    /// The component that a build has put in its place.
    pub(crate) fn read(name: String, dir: PathBuf, fixtures: PathBuf, target: PathBuf) -> Result<Self> {
        let path = Self::place(&target, &name);
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { name, dir, fixtures, path, target, bytes })
    }
}

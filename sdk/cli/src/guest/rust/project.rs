//! Which crate a path means.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A plugin crate.
#[derive(Debug)]
pub(crate) struct Project {
    /// Name of the package.
    pub(crate) name: String,
    /// Its folder.
    pub(crate) dir: PathBuf,
    /// Folder of its workspace.
    pub(crate) workspace: PathBuf,
    /// Cargo's target directory.
    pub(crate) target: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    crate_types: Vec<String>,
}

/// Cargo as it was called, or from the path.
pub(crate) fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

/// The plugin crate in the folder `path`.
pub(crate) fn find(path: &Path) -> Result<Project> {
    let manifest = if path.ends_with("Cargo.toml") { path.to_owned() } else { path.join("Cargo.toml") };
    let Ok(manifest) = manifest.canonicalize() else {
        bail!(
            "there is no Cargo.toml in {}: give the folder of a plugin, or make one with `redress-plugin new NAME --hook refund-approval`",
            path.display()
        );
    };
    let output = Command::new(cargo())
        .args(["metadata", "--format-version", "1", "--no-deps", "--manifest-path"])
        .arg(&manifest)
        .output()
        .context("cannot run cargo: install Rust (https://rustup.rs, or Debian's rustc-web and cargo-web)")?;
    if !output.status.success() {
        bail!("cargo cannot read {}:\n{}", manifest.display(), String::from_utf8_lossy(&output.stderr).trim_end());
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cargo metadata printed something unexpected")?;
    let Some(package) = metadata.packages.into_iter().find(|package| package.manifest_path == manifest) else {
        bail!("{} holds a workspace, not a plugin: give the folders of its plugins", manifest.display());
    };
    if !package.targets.iter().any(|target| target.crate_types.iter().any(|kind| kind == "cdylib")) {
        bail!("{} cannot become a component: add `[lib]` with `crate-type = [\"cdylib\", \"rlib\"]` to its Cargo.toml", package.name);
    }
    let dir = manifest.parent().map(Path::to_owned).unwrap_or_default();
    Ok(Project { name: package.name, dir, workspace: metadata.workspace_root, target: metadata.target_directory })
}

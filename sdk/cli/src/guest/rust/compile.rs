//! One run of Cargo for all plugins of a workspace.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::project::{Project, cargo};
use super::toolchain::{self, Toolchain};
use crate::guest::Options;

/// The profile of every guest, whatever its manifest says: small, no unwinding, one unit.
const PROFILE: [&str; 6] = [
    "profile.release.opt-level=\"s\"",
    "profile.release.lto=\"fat\"",
    "profile.release.codegen-units=1",
    "profile.release.panic=\"abort\"",
    "profile.release.debug=0",
    "profile.release.overflow-checks=true",
];

#[derive(Deserialize)]
struct Artifact {
    reason: String,
    #[serde(default)]
    manifest_path: PathBuf,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// Compiles the plugins; answers one core module per project, in the same order.
pub(crate) fn compile(workspace: &Path, projects: &[Project], toolchain: &Toolchain, options: &Options) -> Result<Vec<PathBuf>> {
    // The standard library is built once per directory, so all guests share one.
    let build_dir = match std::env::var_os("REDRESS_GUEST_TARGET_DIR") {
        Some(dir) => std::path::absolute(dir).context("REDRESS_GUEST_TARGET_DIR is not a path")?,
        None => projects[0].target.join("redress/build"),
    };
    let mut command = Command::new(cargo());
    command.current_dir(workspace).args(["build", "--release", "--lib", "--target", toolchain::TARGET]);
    command.arg("--message-format=json-render-diagnostics").arg("--target-dir").arg(&build_dir);
    for setting in PROFILE {
        command.args(["--config", setting]);
    }
    command.args(["--config", if options.names { "profile.release.strip=\"debuginfo\"" } else { "profile.release.strip=true" }]);
    for project in projects {
        command.args(["-p", &project.name]);
    }
    toolchain.configure(&mut command);
    let output = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit()).output().context("cannot run cargo")?;
    if !output.status.success() {
        let names: Vec<&str> = projects.iter().map(|project| project.name.as_str()).collect();
        bail!("{} did not compile: see the messages above", names.join(", "));
    }
    let artifacts: Vec<Artifact> = output
        .stdout
        .split(|&byte| byte == b'\n')
        .filter_map(|line| serde_json::from_slice(line).ok())
        .filter(|artifact: &Artifact| artifact.reason == "compiler-artifact")
        .collect();
    projects.iter().map(|project| module_of(project, &artifacts)).collect()
}

fn module_of(project: &Project, artifacts: &[Artifact]) -> Result<PathBuf> {
    let manifest = project.dir.join("Cargo.toml");
    let built = artifacts.iter().filter(|artifact| artifact.manifest_path == manifest).flat_map(|artifact| &artifact.filenames);
    match built.into_iter().find(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
        Some(module) => Ok(module.clone()),
        None => bail!("cargo built {} but named no .wasm file: does its [lib] have crate-type \"cdylib\"?", project.name),
    }
}

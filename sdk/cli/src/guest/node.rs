//! TypeScript and JavaScript: npm installs, the SDK's own script bundles and makes the component.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::script::Project;
use super::{Component, Engine, Options, install};

/// Takes packages from here instead of installing them; tests share one folder this way.
const SHARED: &str = "REDRESS_NODE_MODULES";

#[derive(Deserialize)]
struct Manifest {
    name: String,
    #[serde(default)]
    redress: Section,
}

/// The `redress` section of package.json. The SDK's script reads `entry`.
#[derive(Deserialize, Default)]
struct Section {
    #[serde(default)]
    fixtures: Option<String>,
    #[serde(default)]
    target: Option<String>,
}

/// Builds the package in a folder.
pub(super) fn build(path: &Path, options: &Options) -> Result<Component> {
    let dir = path.canonicalize().with_context(|| format!("cannot resolve {}", path.display()))?;
    let file = dir.join("package.json");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let manifest: Manifest = serde_json::from_str(&text).with_context(|| format!("{} does not fit", file.display()))?;
    let project = Project::new(&manifest.name, &dir, manifest.redress.fixtures.as_deref(), manifest.redress.target.as_deref())?;
    packages(&project)?;
    let sdk = dir.join("node_modules/@redress/sdk");
    let script = sdk.join("build/main.js");
    if !script.is_file() {
        bail!("{} has no @redress/sdk: add it to \"devDependencies\" in {}", manifest.name, file.display());
    }
    let engine = match options.engine {
        Engine::Quickjs => "quickjs",
        Engine::Spidermonkey => "spidermonkey",
    };
    let mut command = Command::new("node");
    command.arg(script).args(["--engine", engine]);
    project.build(&format!("@redress/sdk ({engine})"), &mut command, &[&dir, &sdk.join("src"), &sdk.join("build")], engine)
}

/// Installs the packages that are not there, exactly those of the lock file when there is one.
fn packages(project: &Project) -> Result<()> {
    let [manifest, lock, modules] = ["package.json", "package-lock.json", "node_modules"].map(|name| project.dir.join(name));
    if let Some(shared) = std::env::var_os(SHARED).filter(|_| !modules.exists()) {
        return std::os::unix::fs::symlink(&shared, &modules)
            .with_context(|| format!("{SHARED}: cannot link {} to {}", modules.display(), Path::new(&shared).display()));
    }
    let note = project.note("npm");
    if modules.is_symlink() || (modules.is_dir() && install::is_installed(&note, &[&manifest, &lock])) {
        return Ok(());
    }
    let npm = |verb: &str| {
        let mut command = Command::new("npm");
        command.args([verb, "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(&project.dir);
        let what = format!("npm {verb} in {}, once", project.dir.display());
        install::run(&what, &mut command, "install Node.js 20 or later (https://nodejs.org, or Debian's nodejs and npm)")
    };
    // `npm ci` insists on packages for machines that nobody published; `npm install` keeps to the lock file as well.
    if !lock.is_file() || npm("ci").is_err() {
        npm("install")?;
    }
    install::remember(&note, &[&manifest, &lock])
}

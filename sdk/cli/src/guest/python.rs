//! Python: a virtual environment with pinned packages, and the SDK's own script.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::script::Project;
use super::{Component, install};

/// Takes the virtual environment from here instead of making one; tests share one this way.
const SHARED: &str = "REDRESS_VENV";

/// Prints what we need of pyproject.toml as JSON.
const READ: &str = "import json, sys, tomllib
file = tomllib.load(open(sys.argv[1], 'rb'))
print(json.dumps({'name': file['project']['name'], **file['tool']['redress']}))";

/// The `[tool.redress]` section of pyproject.toml with the project's name. The SDK's script reads the rest.
#[derive(Deserialize)]
struct Manifest {
    name: String,
    #[serde(default)]
    fixtures: Option<String>,
    #[serde(default)]
    target: Option<String>,
    /// Folder of the SDK in a checkout; without it, the SDK is one of the requirements.
    #[serde(default)]
    sdk: Option<String>,
    #[serde(default = "requirements")]
    requirements: String,
}

fn requirements() -> String {
    "requirements.txt".to_owned()
}

/// Builds the project in a folder.
pub(super) fn build(path: &Path) -> Result<Component> {
    let dir = path.canonicalize().with_context(|| format!("cannot resolve {}", path.display()))?;
    let manifest = read(&dir.join("pyproject.toml"))?;
    let project = Project::new(&manifest.name, &dir, manifest.fixtures.as_deref(), manifest.target.as_deref())?;
    let venv = environment(&project, &manifest)?;
    let mut sources = vec![dir.clone()];
    sources.extend(manifest.sdk.iter().map(|sdk| dir.join(sdk).join("src")));
    let sources: Vec<&Path> = sources.iter().map(PathBuf::as_path).collect();
    let mut command = Command::new(venv.join("bin/python"));
    command.args(["-m", "redress_sdk.build"]).env("VIRTUAL_ENV", &venv).env("PYTHONDONTWRITEBYTECODE", "1");
    project.build("redress_sdk (componentize-py)", &mut command, &sources, "")
}

fn read(file: &Path) -> Result<Manifest> {
    let output = Command::new("python3")
        .args(["-c", READ])
        .arg(file)
        .output()
        .context("cannot run python3: install Python 3.11 or later (Debian: python3 and python3-venv)")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} cannot be read: {}", file.display(), said.trim_end().lines().last().unwrap_or_default());
    }
    serde_json::from_slice(&output.stdout).with_context(|| format!("[tool.redress] in {} does not fit", file.display()))
}

/// The project's virtual environment, made when it is not there, with exactly the packages of its requirements.
fn environment(project: &Project, manifest: &Manifest) -> Result<PathBuf> {
    if let Some(shared) = std::env::var_os(SHARED) {
        return std::path::absolute(shared).with_context(|| format!("{SHARED} is not a path"));
    }
    let venv = project.dir.join(".venv");
    let pyproject = project.dir.join("pyproject.toml");
    let requirements = project.dir.join(&manifest.requirements);
    let note = project.note("pip");
    if venv.join("bin/python").is_file() && install::is_installed(&note, &[&pyproject, &requirements]) {
        return Ok(venv);
    }
    install::run(
        &format!("python3 -m venv {}, once", venv.display()),
        Command::new("python3").args(["-m", "venv"]).arg(&venv),
        "install Python 3.11 or later",
    )
    .context("the virtual environment cannot be made: on Debian, install python3-venv")?;
    install::run(
        &format!("pip install -r {}, once", manifest.requirements),
        Command::new(venv.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(&requirements)
            .current_dir(&project.dir),
        "the virtual environment has no Python",
    )?;
    if let Some(sdk) = &manifest.sdk {
        link(&venv, &project.dir.join(sdk))?;
    }
    install::remember(&note, &[&pyproject, &requirements])?;
    Ok(venv)
}

/// Makes the checkout's SDK importable.
fn link(venv: &Path, sdk: &Path) -> Result<()> {
    let src =
        sdk.join("src").canonicalize().with_context(|| format!("the SDK is not in {}: correct `sdk` in pyproject.toml", sdk.display()))?;
    let lib = std::fs::read_dir(venv.join("lib")).context("the virtual environment has no lib folder")?;
    for python in lib.flatten() {
        let file = python.path().join("site-packages/redress-sdk.pth");
        std::fs::write(&file, format!("{}\n", src.display())).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

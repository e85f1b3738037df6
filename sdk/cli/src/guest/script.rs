//! What the builds of TypeScript and Python have in common: an SDK's own script turns a folder into a component.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::{Component, fresh};

/// The contract, as this program knows it.
const WIT: [(&str, &str); 5] = [
    ("types.wit", include_str!("../../../../wit/types.wit")),
    ("imports.wit", include_str!("../../../../wit/imports.wit")),
    ("hooks.wit", include_str!("../../../../wit/hooks.wit")),
    ("settlement.wit", include_str!("../../../../wit/settlement.wit")),
    ("worlds.wit", include_str!("../../../../wit/worlds.wit")),
];

/// A plugin that a script builds.
#[derive(Debug)]
pub(super) struct Project {
    /// Name of the package.
    pub(super) name: String,
    /// Its folder.
    pub(super) dir: PathBuf,
    /// Folder of its fixtures.
    pub(super) fixtures: PathBuf,
    /// Where builds go.
    pub(super) target: PathBuf,
}

impl Project {
    /// A project in a folder; `fixtures` and `target` are what its settings say, relative to the folder.
    pub(super) fn new(name: &str, dir: &Path, fixtures: Option<&str>, target: Option<&str>) -> Result<Self> {
        let below = |path: &str| std::path::absolute(dir.join(path)).with_context(|| format!("{path} is not a path"));
        let name = name.rsplit('/').next().unwrap_or(name).to_owned();
        Ok(Self { name, dir: dir.to_owned(), fixtures: below(fixtures.unwrap_or("fixtures"))?, target: below(target.unwrap_or("target"))? })
    }

    /// A note beside the components that belongs to this project.
    pub(super) fn note(&self, what: &str) -> PathBuf {
        self.target.join("redress").join(format!("{}.{what}", self.name))
    }

    /// Runs the script, unless the component is still that of `sources` and `settings`.
    pub(super) fn build(self, label: &str, command: &mut Command, sources: &[&Path], settings: &str) -> Result<Component> {
        let settings = format!("{settings} {}", WIT.map(|(_, text)| text).concat());
        let digest = fresh::digest(sources, &settings)?;
        let out = Component::place(&self.target, &self.name);
        if !fresh::is_fresh(&out, &digest) {
            eprintln!("redress-plugin: building {} with {label}", self.name);
            let work = self.note("build");
            let wit = work.join("contract");
            fs::create_dir_all(&wit).with_context(|| format!("cannot make {}", wit.display()))?;
            for (name, text) in WIT {
                fs::write(wit.join(name), text).with_context(|| format!("cannot write {}", wit.join(name).display()))?;
            }
            command.current_dir(&self.dir).arg("--project").arg(&self.dir).arg("--wit").arg(&wit);
            command.arg("--work").arg(&work).arg("--out").arg(&out);
            let program = command.get_program().to_string_lossy().into_owned();
            let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status().with_context(|| format!("cannot run {program}"))?;
            if !status.success() {
                bail!("{} was not built: see the messages above", self.name);
            }
            fresh::remember(&out, &digest)?;
        }
        Component::read(self.name, self.dir, self.fixtures, self.target)
    }
}

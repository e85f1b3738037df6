//! Rust: find the crates, pick a toolchain, run Cargo once, encode.

mod clock;
mod compile;
mod encode;
mod project;
mod toolchain;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{Component, Options};
use project::Project;

/// Builds the crates at these paths, those of one workspace in one run of Cargo.
pub(super) fn build(paths: &[PathBuf], options: &Options) -> Result<Vec<Component>> {
    let mut workspaces: BTreeMap<PathBuf, Vec<Project>> = BTreeMap::new();
    for path in paths {
        let project = project::find(path)?;
        workspaces.entry(project.workspace.clone()).or_default().push(project);
    }
    let mut components = Vec::new();
    for (workspace, projects) in workspaces {
        let target = &projects[0].target;
        let toolchain = toolchain::pick(target, options.install)?;
        eprintln!("redress-plugin: building with {}", toolchain.label);
        let modules = compile::compile(&workspace, &projects, &toolchain, options)?;
        for (project, module) in projects.into_iter().zip(modules) {
            components.push(finish(project, &module)?);
        }
    }
    Ok(components)
}

/// Encodes a core module and puts the component in its place.
fn finish(project: Project, module: &Path) -> Result<Component> {
    let core = std::fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    clock::refuse(&project.name, &project.dir, &core)?;
    let bytes = encode::encode(&project.name, &core)?;
    let path = Component::place(&project.target, &project.name);
    // Rename, so that a reader never sees half a file.
    let partial = path.with_extension("wasm.partial");
    std::fs::create_dir_all(project.target.join("redress"))
        .and_then(|()| std::fs::write(&partial, &bytes))
        .and_then(|()| std::fs::rename(&partial, &path))
        .with_context(|| format!("cannot write {}", path.display()))?;
    let fixtures = project.dir.join("fixtures");
    Component::read(project.name, project.dir, fixtures, project.target)
}

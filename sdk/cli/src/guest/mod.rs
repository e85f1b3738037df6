//! From a plugin's source to a component: find the crates, pick a toolchain, run Cargo once, encode.

mod compile;
mod encode;
mod project;
mod toolchain;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};

pub(crate) use encode::{exports, imports};
use project::Project;

/// Which plugins, and how to build them.
#[derive(clap::Args, Clone, Debug)]
#[group(id = "guests")] // flattened into commands whose own group is called Args
pub(crate) struct Args {
    /// Folders of plugin crates; several are built in one go.
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// How to build.
#[derive(clap::Args, Clone, Debug, Default)]
pub(crate) struct Options {
    /// Install a missing toolchain with apt-get (needs root).
    #[arg(long)]
    pub(crate) install: bool,
    /// Keep function names in the component, for backtraces; makes it larger.
    #[arg(long)]
    pub(crate) names: bool,
}

/// A component that was just built.
#[derive(Debug)]
pub(crate) struct Component {
    /// Name of the crate.
    pub(crate) name: String,
    /// Folder of the crate.
    pub(crate) dir: PathBuf,
    /// Where the component lies.
    pub(crate) path: PathBuf,
    /// Cargo's target directory of the crate, where the sandbox may keep its cache.
    pub(crate) target: PathBuf,
    /// The component.
    pub(crate) bytes: Vec<u8>,
}

/// Builds the plugins at these paths, those of one workspace in one run of Cargo.
pub(crate) fn build(paths: &[PathBuf], options: &Options) -> Result<Vec<Component>> {
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
fn finish(project: Project, module: &std::path::Path) -> Result<Component> {
    let core = std::fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let bytes = encode::encode(&project.name, &core)?;
    let path = project.target.join("redress").join(format!("{}.wasm", project.name));
    // Rename, so that a reader never sees half a file.
    let partial = path.with_extension("wasm.partial");
    std::fs::create_dir_all(project.target.join("redress"))
        .and_then(|()| std::fs::write(&partial, &bytes))
        .and_then(|()| std::fs::rename(&partial, &path))
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(Component { name: project.name, dir: project.dir, path, target: project.target, bytes })
}

//! From a plugin's source to a component, in whichever language it is written.

mod component;
mod fresh;
mod install;
mod language;
mod node;
mod python;
mod rust;
mod script;
mod world;

use std::path::PathBuf;

use anyhow::Result;

pub(crate) use component::Component;
pub(crate) use language::Language;
pub(crate) use world::{exports, imports};

/// Which plugins, and how to build them.
#[derive(clap::Args, Clone, Debug)]
#[group(id = "guests")] // flattened into commands whose own group is called Args
pub(crate) struct Args {
    /// Folders of plugins; several are built in one go.
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// How to build.
#[derive(clap::Args, Clone, Debug, Default)]
pub(crate) struct Options {
    /// Install a missing toolchain for Rust with apt-get (needs root).
    #[arg(long)]
    pub(crate) install: bool,
    /// Keep function names in a component written in Rust, for backtraces; makes it larger.
    #[arg(long)]
    pub(crate) names: bool,
    /// What runs a rule written in TypeScript.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) engine: Engine,
}

/// A JavaScript engine.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Small and quick to start.
    #[default]
    Quickjs,
    /// Larger; quicker in long calculations.
    Spidermonkey,
}

/// Builds the plugins at these paths; those in Rust of one workspace in one run of Cargo.
pub(crate) fn build(paths: &[PathBuf], options: &Options) -> Result<Vec<Component>> {
    let mut crates = Vec::new();
    let mut components = Vec::new();
    for path in paths {
        match Language::of(path)? {
            Language::Rust => crates.push(path.clone()),
            Language::TypeScript => components.push(node::build(path, options)?),
            Language::Python => components.push(python::build(path)?),
        }
    }
    components.extend(rust::build(&crates, options)?);
    Ok(components)
}

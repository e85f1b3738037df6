//! Which language a plugin is written in.

use std::path::Path;

use anyhow::{Result, bail};

/// A language that rules can be written in.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// A crate: Cargo.toml.
    #[default]
    Rust,
    /// A package: package.json with a `redress` section.
    #[value(name = "ts", alias = "typescript")]
    TypeScript,
    /// A project: pyproject.toml with a `[tool.redress]` section.
    Python,
}

impl Language {
    /// The language of the plugin in a folder.
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let text = |name: &str| std::fs::read_to_string(path.join(name)).ok();
        if path.ends_with("Cargo.toml") || path.join("Cargo.toml").is_file() {
            return Ok(Self::Rust);
        }
        let (package, pyproject) = (text("package.json"), text("pyproject.toml"));
        if package.as_deref().is_some_and(|text| text.contains("\"redress\"")) {
            return Ok(Self::TypeScript);
        }
        if pyproject.as_deref().is_some_and(|text| text.contains("[tool.redress]")) {
            return Ok(Self::Python);
        }
        let section = match (package, pyproject) {
            (Some(_), _) => "package.json has no \"redress\" section",
            (None, Some(_)) => "pyproject.toml has no [tool.redress] section",
            (None, None) => "there is no Cargo.toml, package.json or pyproject.toml",
        };
        bail!(
            "{} is no plugin: {section}. Give the folder of a plugin, or make one with `redress-plugin new NAME --hook refund-approval`",
            path.display()
        )
    }
}

//! Where a new plugin's SDK comes from.

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::guest::Language;

/// Where the SDK comes from.
#[derive(Debug)]
pub(super) struct Sdk {
    /// Folder of the SDK; `None` for the registry.
    pub(super) path: Option<PathBuf>,
    /// True when the plugin will be a member of the SDK's own Cargo workspace.
    pub(super) same_workspace: bool,
}

impl Sdk {
    /// The SDK that was named; else that of the checkout around the plugin, around where this program is run or around the program; else
    /// that of the checkout it was built from; else the registry's.
    pub(super) fn find(language: Language, dir: &Path, named: Option<&Path>) -> Result<Self> {
        let (folder, _, name) = marks(language);
        if let Some(path) = named {
            ensure!(is_sdk(language, path), "{} is not {name}: give the folder {folder} of a Redress checkout", path.display());
            let path = path.canonicalize().with_context(|| format!("cannot resolve {}", path.display()))?;
            return Ok(Self { path: Some(path), same_workspace: false });
        }
        if let Some(checkout) = dir.ancestors().skip(1).find(|ancestor| is_sdk(language, &ancestor.join(folder))) {
            // The checkout's workspace takes in whatever crate lies in plugins/.
            let same_workspace = language == Language::Rust && dir.parent() == Some(&checkout.join("plugins"));
            let path = if same_workspace { Path::new("../..").join(folder) } else { checkout.join(folder) };
            return Ok(Self { path: Some(path), same_workspace });
        }
        let near = [std::env::current_dir().ok(), std::env::current_exe().ok(), Some(env!("CARGO_MANIFEST_DIR").into())];
        let near = near.iter().flatten().flat_map(|place| place.ancestors());
        let path = near.map(|ancestor| ancestor.join(folder)).find(|path| is_sdk(language, path));
        Ok(Self { path, same_workspace: false })
    }

    /// The SDK's folder as seen from the plugin's.
    pub(super) fn relative_to(&self, dir: &Path) -> Option<String> {
        let path = self.path.as_ref()?;
        // The plugin's folder is not there yet; the one it goes into may be reached through links.
        let parent = dir.parent().and_then(|parent| parent.canonicalize().ok());
        let dir = match (parent, dir.file_name()) {
            (Some(parent), Some(name)) => parent.join(name),
            _ => dir.to_owned(),
        };
        let path = path.canonicalize().unwrap_or_else(|_| path.clone());
        let shared = dir.components().zip(path.components()).take_while(|(one, other)| one == other).count();
        let up = dir.components().skip(shared).map(|_| Component::ParentDir);
        let way: PathBuf = up.chain(path.components().skip(shared)).collect();
        Some(way.to_string_lossy().into_owned())
    }
}

/// Folder of the SDK in a checkout, the file that names it, and its name.
const fn marks(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::Rust => ("sdk/rust", "Cargo.toml", "redress-sdk"),
        Language::TypeScript => ("sdk/js", "package.json", "@redress/sdk"),
        Language::Python => ("sdk/python", "pyproject.toml", "redress-sdk"),
    }
}

fn is_sdk(language: Language, path: &Path) -> bool {
    let (_, file, name) = marks(language);
    fs::read_to_string(path.join(file)).is_ok_and(|text| text.contains(&format!("\"{name}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_sdk_goes_up_and_down() {
        let sdk = Sdk { path: Some("/nonexistent/redress/sdk/js".into()), same_workspace: false };
        assert_eq!(sdk.relative_to(Path::new("/nonexistent/mine")).unwrap(), "../redress/sdk/js");
        assert_eq!(sdk.relative_to(Path::new("/elsewhere/a/b")).unwrap(), "../../../nonexistent/redress/sdk/js");
    }
}

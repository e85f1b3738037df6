//! Whether a component is still that of its sources. Builds of JavaScript and Python give other bytes every time, so a needless
//! build would also mean a needless compilation to native code.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use redress_domain::Digest;

/// Folders that no build reads.
const UNREAD: [&str; 9] = ["node_modules", "target", "fixtures", "tests", ".git", ".venv", "__pycache__", ".pytest_cache", ".mypy_cache"];

/// A digest over the files below these folders and over `settings`.
pub(super) fn digest(folders: &[&Path], settings: &str) -> Result<Digest> {
    let mut seen = format!("{settings}\n");
    for folder in folders {
        let mut files = Vec::new();
        walk(folder, &mut files)?;
        files.sort();
        for file in files {
            let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let name = file.strip_prefix(folder).unwrap_or(&file);
            let _ = writeln!(seen, "{} {}", name.display(), Digest::of(&content));
        }
    }
    Ok(Digest::of(seen.as_bytes()))
}

/// True when the component was built from sources with this digest.
pub(super) fn is_fresh(component: &Path, sources: &Digest) -> bool {
    component.is_file() && fs::read_to_string(note(component)).is_ok_and(|noted| noted == sources.to_string())
}

/// Remembers what the component was built from.
pub(super) fn remember(component: &Path, sources: &Digest) -> Result<()> {
    let note = note(component);
    fs::write(&note, sources.to_string()).with_context(|| format!("cannot write {}", note.display()))
}

fn note(component: &Path) -> PathBuf {
    component.with_extension("sources")
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() {
            if !path.file_name().is_some_and(|name| UNREAD.iter().any(|unread| name == *unread)) {
                walk(&path, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_count_and_fixtures_do_not() {
        let dir = tempfile::tempdir().unwrap();
        for folder in ["src", "fixtures"] {
            fs::create_dir(dir.path().join(folder)).unwrap();
        }
        let now = || digest(&[dir.path()], "quickjs").unwrap();
        fs::write(dir.path().join("src/a.ts"), "1").unwrap();
        let before = now();
        fs::write(dir.path().join("fixtures/a.json"), "1").unwrap();
        assert_eq!(now(), before);
        assert_ne!(digest(&[dir.path()], "spidermonkey").unwrap(), before);
        fs::write(dir.path().join("src/a.ts"), "2").unwrap();
        assert_ne!(now(), before);
        let component = dir.path().join("a.wasm");
        fs::write(&component, "").unwrap();
        assert!(!is_fresh(&component, &before));
        remember(&component, &before).unwrap();
        assert!(is_fresh(&component, &before));
    }
}

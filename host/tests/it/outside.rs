//! Real inputs that nobody here wrote, read in place.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A JSON file of the outside inputs (`REDRESS_DATA`, or `shared/data` beside the project); `None`, said aloud, when they are not there.
pub(crate) fn outside(file: &str) -> Option<Value> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("REDRESS_DATA").map_or_else(beside, PathBuf::from);
    if !folder.is_dir() {
        eprintln!("SKIPPED: {} is not a folder: set REDRESS_DATA to the folder of outside inputs", folder.display());
        return None;
    }
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

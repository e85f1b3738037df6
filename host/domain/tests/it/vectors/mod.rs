//! Vectors that nobody here wrote, and what Redress says to them. Only the crate's public words are used, so that a program
//! with the inputs at hand can include this folder and run the same checks.

use std::path::{Path, PathBuf};

use serde_json::Value;

pub(crate) mod business_hours;
pub(crate) mod cron;
pub(crate) mod holidays;

/// What came of one family of vectors.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) family: String,
    pub(crate) passed: usize,
    /// One line for each vector that did not.
    pub(crate) failed: Vec<String>,
}

impl Tally {
    pub(crate) fn of(family: &str) -> Self {
        Self { family: family.to_owned(), ..Self::default() }
    }

    pub(crate) fn check(&mut self, good: bool, what: impl FnOnce() -> String) {
        if good {
            self.passed += 1;
        } else {
            self.failed.push(what());
        }
    }
}

/// The folder of outside inputs: `REDRESS_DATA`, or `shared/data` beside the project; `None`, said aloud, when it is not there.
pub(crate) fn outside() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let path = std::env::var_os("REDRESS_DATA").map_or_else(beside, PathBuf::from);
    if !path.is_dir() {
        eprintln!("SKIPPED: {} is not a folder: set REDRESS_DATA to the folder of outside inputs", path.display());
        return None;
    }
    Some(path)
}

pub(crate) fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Prints what came of each family, and fails when a vector did.
pub(crate) fn report(tallies: &[Tally]) {
    for tally in tallies {
        println!("{}: {} passed, {} failed", tally.family, tally.passed, tally.failed.len());
        for line in &tally.failed {
            println!("   {line}");
        }
    }
    assert!(!tallies.is_empty() && tallies.iter().all(|tally| tally.passed > 0 && tally.failed.is_empty()), "some vectors failed");
}

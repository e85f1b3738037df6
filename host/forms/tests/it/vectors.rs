//! The JSON Schema Test Suite through the validator as forms run it; `make conformance` reads this file too.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Registry;
use serde_json::Value;

/// What came of one file of the suite.
pub(crate) struct Tally {
    /// Its name.
    pub(crate) file: String,
    /// Cases about which the validator and the suite's authors agree.
    pub(crate) passed: usize,
    /// One line for each other case.
    pub(crate) failed: Vec<String>,
}

/// Every case below `folder`, which holds the suite's `tests` and `remotes`.
pub(crate) fn check(folder: &Path) -> Vec<Tally> {
    let (mut remotes, mut tests) = (vec![], vec![]);
    files(&folder.join("remotes"), &mut remotes);
    files(&folder.join("tests"), &mut tests);
    let registry = remotes.iter().fold(Registry::new(), |registry, path| {
        let name = path.strip_prefix(folder.join("remotes")).unwrap().display().to_string();
        registry.add(format!("http://localhost:1234/{name}"), read(path)).unwrap()
    });
    let registry = registry.prepare().unwrap();
    let tally = |path: &PathBuf| {
        let file = path.strip_prefix(folder.join("tests")).unwrap().display().to_string();
        let mut tally = Tally { file, passed: 0, failed: Vec::new() };
        for group in read(path).as_array().unwrap() {
            let validator = redress_forms::options().with_registry(&registry).build(&group["schema"]);
            for case in group["tests"].as_array().unwrap() {
                let valid = case["valid"].as_bool().unwrap();
                match validator.as_ref().map(|validator| validator.is_valid(&case["data"])) {
                    Ok(found) if found == valid => tally.passed += 1,
                    found => {
                        let found = found.map_err(ToString::to_string);
                        tally.failed.push(format!("{}: {}: {found:?}, not {valid}", group["description"], case["description"]));
                    }
                }
            }
        }
        tally
    };
    tests.iter().map(tally).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    found.sort();
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

//! The JSON Schema Test Suite through the validator as forms run it. It is read in place (`REDRESS_DATA`, or `shared/data`
//! beside the project); without it the test says so and passes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Registry;
use serde_json::Value;

fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    std::env::var_os("REDRESS_DATA").map_or_else(beside, PathBuf::from).join("conformance/json-schema")
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

/// Z1: "validated by a maintained JSON Schema crate", which must agree with the suite's authors about every case.
#[test]
fn z1_the_validator_agrees_with_the_json_schema_test_suite() {
    let folder = folder();
    if !folder.is_dir() {
        eprintln!("SKIPPED: there is no JSON Schema Test Suite at {}: set REDRESS_DATA to the data folder", folder.display());
        return;
    }
    let (mut remotes, mut tests) = (vec![], vec![]);
    files(&folder.join("remotes"), &mut remotes);
    files(&folder.join("tests"), &mut tests);
    let registry = remotes.iter().fold(Registry::new(), |registry, path| {
        let name = path.strip_prefix(folder.join("remotes")).unwrap().display().to_string();
        registry.add(format!("http://localhost:1234/{name}"), read(path)).unwrap()
    });
    let registry = registry.prepare().unwrap();

    let mut counts = BTreeMap::new();
    let mut wrong = vec![];
    for path in &tests {
        let name = path.strip_prefix(folder.join("tests")).unwrap().display().to_string();
        let (passed, all) = counts.entry(name.clone()).or_insert((0, 0));
        for group in read(path).as_array().unwrap() {
            let validator = redress_forms::options().with_registry(&registry).build(&group["schema"]);
            for case in group["tests"].as_array().unwrap() {
                *all += 1;
                let valid = case["valid"].as_bool().unwrap();
                match validator.as_ref().map(|validator| validator.is_valid(&case["data"])) {
                    Ok(found) if found == valid => *passed += 1,
                    found => wrong.push(format!(
                        "{name}: {}: {}: {:?}, not {valid}",
                        group["description"],
                        case["description"],
                        found.map_err(ToString::to_string)
                    )),
                }
            }
        }
    }
    for (name, (passed, all)) in &counts {
        println!("{name}: {passed} of {all}");
    }
    let (passed, all) = counts.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    println!("{passed} of {all} cases in {} files, {} remotes", counts.len(), remotes.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(all >= 1_299, "only {all} cases were found, the suite has 1299");
}

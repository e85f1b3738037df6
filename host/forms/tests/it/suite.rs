//! The JSON Schema Test Suite, read in place (`REDRESS_DATA`, or `shared/data` beside the project); without it the test says so
//! and passes.

use std::path::{Path, PathBuf};

use super::vectors::check;

/// Z1: "validated by a maintained JSON Schema crate", which must agree with the suite's authors about every case.
#[test]
fn z1_the_validator_agrees_with_the_json_schema_test_suite() {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("REDRESS_DATA").map_or_else(beside, PathBuf::from).join("conformance/json-schema");
    if !folder.is_dir() {
        eprintln!("SKIPPED: there is no JSON Schema Test Suite at {}: set REDRESS_DATA to the data folder", folder.display());
        return;
    }
    let tallies = check(&folder);
    let wrong: Vec<_> = tallies.iter().filter(|tally| !tally.failed.is_empty()).map(|tally| (&tally.file, &tally.failed)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let passed: usize = tallies.iter().map(|tally| tally.passed).sum();
    assert!(passed >= 1_299, "only {passed} cases were found, the suite has 1299");
}

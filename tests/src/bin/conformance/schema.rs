//! The JSON Schema Test Suite against the validator of forms.

use std::path::Path;
use std::time::Instant;

use super::checks::Checks;

#[path = "../../../../host/forms/tests/it/vectors.rs"]
#[expect(clippy::unwrap_used, reason = "vectors that do not read are a defect of the vectors")]
mod vectors;

/// Every case of the suite.
pub(crate) fn run(outside: &Path, checks: &mut Checks) {
    let begun = Instant::now();
    println!("== json schema");
    let tallies = vectors::check(&outside.join("conformance/json-schema"));
    let passed = tallies.iter().map(|tally| tally.passed).sum();
    checks.passed(passed);
    for tally in &tallies {
        for line in &tally.failed {
            checks.failed(&tally.file, line);
        }
    }
    println!("   {passed} cases of {} files passed", tallies.len());
    checks.holds("json schema", passed > 0, || "there are no vectors".to_owned());
    println!("   took {:.1} s\n", begun.elapsed().as_secs_f64());
}

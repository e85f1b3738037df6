//! Calendars, business hours and cron against the tables of others.

use std::path::Path;
use std::time::Instant;

use super::checks::Checks;

#[path = "../../../../host/domain/tests/it/vectors/mod.rs"]
#[expect(dead_code, reason = "the crate's own tests find the data themselves and print what came of it")]
#[expect(clippy::unwrap_used, reason = "vectors that do not read are a defect of the vectors")]
mod vectors;

/// Every vector of every family.
pub(crate) fn run(outside: &Path, checks: &mut Checks) {
    for (name, families) in [
        ("business hours", vectors::business_hours::check(outside)),
        ("calendars of China", vectors::holidays::check(outside)),
        ("cron", vectors::cron::check(outside)),
    ] {
        let begun = Instant::now();
        println!("== {name}");
        for tally in families {
            println!("   {}: {} passed, {} failed", tally.family, tally.passed, tally.failed.len());
            checks.passed(tally.passed);
            for line in &tally.failed {
                checks.failed(&tally.family, line);
            }
            checks.holds(&tally.family, tally.passed > 0, || "there are no vectors".to_owned());
        }
        println!("   took {:.1} s\n", begun.elapsed().as_secs_f64());
    }
}

//! What was expected and what came.

use std::fmt::Debug;
use std::process::ExitCode;

/// Counts expectations and shows those that did not hold.
#[derive(Debug, Default)]
pub(crate) struct Checks {
    passed: u32,
    failed: u32,
}

impl Checks {
    /// Expects two values to be the same.
    pub(crate) fn same<T: PartialEq + Debug>(&mut self, what: &str, got: &T, wanted: &T) {
        self.holds(what, got == wanted, || format!("got {got:?}, wanted {wanted:?}"));
    }

    /// Expects something to hold; `why` says what came instead.
    pub(crate) fn holds(&mut self, what: &str, holds: bool, why: impl FnOnce() -> String) {
        if holds {
            self.passed += 1;
        } else {
            self.failed(what, &why());
        }
    }

    /// So many things held.
    pub(crate) fn passed(&mut self, count: usize) {
        self.passed += u32::try_from(count).unwrap_or(u32::MAX);
    }

    /// Something did not hold.
    pub(crate) fn failed(&mut self, what: &str, why: &str) {
        self.failed += 1;
        println!("   FAILED {what}: {why}");
    }

    /// The closing line, and the exit code that goes with it.
    pub(crate) fn finish(&self) -> ExitCode {
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

//! Everything that is wrong with a form, told at once when it is saved.

mod condition;
mod control;
mod field;
mod outline;
mod reach;

use redress_expression::Environment;
use serde::{Deserialize, Serialize};

use crate::definition::Definition;
use crate::facts::environment;

/// One thing to tell about a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormFinding))]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// JSON Pointer into the definition.
    pub path: String,
    /// What is the matter and what to change.
    pub message: String,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = FormSeverity))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The form cannot be published.
    Error,
    /// The form works, but probably not as meant.
    Warning,
}

/// How large a form may be.
struct Caps;

impl Caps {
    const SECTIONS: usize = 50;
    const FIELDS: usize = 200;
    const CHECKS: usize = 100;
    /// Characters of a pattern.
    const PATTERN: usize = 500;
    const OPTIONS: usize = 500;
    /// Characters of a key.
    const KEY: usize = 64;
    /// Characters of a label, a message or the value of an option.
    const LABEL: usize = 200;
    /// Characters of an explanation.
    const HELP: usize = 1_000;
    /// Characters of an answer.
    const ANSWER: u32 = 20_000;
    /// Files of an answer.
    const FILES: u32 = 50;
    /// Bytes of a file.
    const BYTES: u64 = 4 << 30;
    /// Findings told at once.
    const TOLD: usize = 100;
}

/// Everything there is to tell about a form, errors first. A form without errors can be published, and its expressions never
/// meet a type error when it is filled in.
pub fn check(definition: &Definition) -> Vec<Finding> {
    let environment = environment(definition);
    let mut checker = Checker { definition, environment: &environment, findings: Vec::new(), budget: reach::BUDGET };
    checker.outline();
    // What is far too large is not looked at more closely.
    if definition.fields().count() <= Caps::FIELDS {
        checker.fields();
        checker.checks();
    }
    let mut findings = checker.findings;
    findings.sort_by_key(|finding| finding.severity);
    let more = findings.len().saturating_sub(Caps::TOLD);
    if more > 0 {
        findings.truncate(Caps::TOLD);
        let message = format!("there are {more} more findings: correct these first");
        findings.push(Finding { severity: findings[0].severity, path: String::new(), message });
    }
    findings
}

struct Checker<'a> {
    definition: &'a Definition,
    environment: &'a Environment,
    findings: Vec<Finding>,
    /// Combinations of answers that may still be tried.
    budget: usize,
}

impl Finding {
    pub(crate) fn error(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, path: path.into(), message: message.into() }
    }
}

impl Checker<'_> {
    fn error(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding::error(path, message));
    }

    fn warning(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding { severity: Severity::Warning, path: path.into(), message: message.into() });
    }

    fn at_most(&mut self, path: &str, what: &str, found: usize, most: usize) {
        if found > most {
            self.error(path, format!("there are {found} {what}; at most {most} are allowed"));
        }
    }
}

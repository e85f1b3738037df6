//! Everything that is wrong with a table, told at once when it is saved.

mod columns;
mod expression;
mod outline;
mod rows;
#[cfg(test)]
mod tests;

use redress_expression::Environment;

use crate::analysis;
use crate::facts::environment;
use crate::model::Table;

pub(crate) use rows::values_of;

/// One thing to tell about a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// JSON Pointer into the table.
    pub path: String,
    /// What is the matter and what to change.
    pub message: String,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The table cannot be saved.
    Error,
    /// The table works, but probably not as meant.
    Warning,
    /// Worth knowing.
    Note,
}

/// How large a table may be.
struct Caps;

impl Caps {
    const ROWS: usize = 500;
    const INPUTS: usize = 20;
    const OUTPUTS: usize = 20;
    const DECLARED: usize = 50;
    const VALUES: usize = 200;
    /// Findings told at once; a rule's answer may not be larger.
    const TOLD: usize = 50;
    /// Characters of a name, a label or an id.
    const NAME: usize = 100;
    /// Characters of a cell or a note.
    const TEXT: usize = 1_000;
}

/// Everything there is to tell about a table, errors first. A table without errors can be saved, and its expressions never
/// meet a type error when it runs.
pub fn check(table: &Table) -> Vec<Finding> {
    look(table, analysis::findings)
}

/// What keeps a table from being saved: [`check()`] without its warnings and notes, and without the search for gaps. It fits
/// into a rule's sandbox, where overlaps are looked for in tables of up to about 300 tiers only; [`check()`] looks into all.
pub fn errors(table: &Table) -> Vec<Finding> {
    let mut findings = look(table, analysis::collisions);
    findings.retain(|finding| finding.severity == Severity::Error);
    findings
}

fn look(table: &Table, further: fn(&Table, &Environment) -> Vec<Finding>) -> Vec<Finding> {
    let environment = environment(table);
    let mut checker = Checker { table, environment: &environment, findings: Vec::new() };
    checker.outline();
    checker.columns();
    checker.rows();
    let mut findings = checker.findings;
    // Gaps and overlaps mean something only when every cell could be read.
    if findings.iter().all(|finding| finding.severity != Severity::Error) {
        findings.extend(further(table, &environment));
    }
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
    table: &'a Table,
    environment: &'a Environment,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn error(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding { severity: Severity::Error, path: path.into(), message: message.into() });
    }

    fn warning(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding { severity: Severity::Warning, path: path.into(), message: message.into() });
    }

    fn at_most(&mut self, path: &str, what: &str, found: usize, most: usize) {
        if found > most {
            self.error(path, format!("there are {found} {what}; at most {most} are allowed"));
        }
    }

    fn short(&mut self, path: &str, text: &str, most: usize) {
        let found = text.chars().count();
        if found > most {
            self.error(path, format!("the text has {found} characters; at most {most} are allowed: shorten it"));
        }
    }
}

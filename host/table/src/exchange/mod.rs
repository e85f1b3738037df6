//! Tables in and out: CSV for spreadsheets, and the decision tables of `GoRules` JDM files.

mod csv;
mod jdm;
#[cfg(test)]
mod tests;

pub use self::csv::{export_csv, import_csv};
pub use jdm::{JdmOptions, export_jdm, import_jdm};

use crate::model::Table;

/// A table that was read from another format.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The table; check it before it is saved.
    pub table: Table,
    /// What was left behind because tables here do not have it.
    pub dropped: Vec<String>,
}

/// A table in another format.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported<T> {
    /// The other format.
    pub content: T,
    /// What was left behind because the other format does not have it.
    pub dropped: Vec<String>,
}

/// Why nothing was read: everything that does not map, each with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .problems.join("\n"))]
pub struct ImportError {
    /// Sentences, each with its place.
    pub problems: Vec<String>,
}

impl ImportError {
    fn one(problem: impl Into<String>) -> Self {
        Self { problems: vec![problem.into()] }
    }
}

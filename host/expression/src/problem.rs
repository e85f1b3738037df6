//! What is wrong with an expression.

use std::fmt;

/// Something wrong in the text of an expression, found before it ever runs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problem {
    /// Where, in bytes from the start of the text.
    pub at: usize,
    /// What is wrong and what to change.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }

    /// Line and column for people, both from 1; columns count characters.
    pub fn position(&self, text: &str) -> (usize, usize) {
        let before = text.get(..self.at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or(before).chars().count() + 1;
        (line, column)
    }

    /// The message with its place in `text`, for example `column 3: …`.
    pub fn show(&self, text: &str) -> String {
        match self.position(text) {
            (1, column) => format!("column {column}: {}", self.message),
            (line, column) => format!("line {line}, column {column}: {}", self.message),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

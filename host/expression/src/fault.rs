//! Why an evaluation gave no value.

use crate::Problem;

/// An evaluation that ended without a value: where, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{cause}")]
pub struct Fault {
    /// Where in the text, in bytes.
    pub at: usize,
    /// Why.
    pub cause: Cause,
}

/// Why an evaluation gave no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Cause {
    /// A fact that is not known this time.
    #[error("{0} is not known here: guard it with has({0})")]
    Missing(String),
    /// A name that does not exist.
    #[error("there is no '{0}'")]
    Unknown(String),
    /// A fact that could not be found out.
    #[error("{0}")]
    Failed(String),
    /// An operator or a function was given what it cannot work with. Never happens to an expression that was checked.
    #[error("{what} cannot be used with {found}")]
    Type {
        /// The operator or function.
        what: String,
        /// CEL's names of the types that came.
        found: String,
    },
    /// A result outside of its range.
    #[error("the result of {0} is out of range")]
    Overflow(String),
    /// A division or remainder by zero.
    #[error("cannot divide by zero")]
    DivisionByZero,
    /// An index or a key that is not there.
    #[error("there is no entry {0}")]
    NoEntry(String),
    /// A text that cannot be read as what it should be.
    #[error("{0}")]
    Unreadable(String),
    /// The evaluation took more steps than allowed.
    #[error("the evaluation takes more than {0} steps: make the expression or the lists it goes through smaller")]
    Steps(u32),
}

impl Cause {
    pub(crate) fn at(self, at: u32) -> Fault {
        Fault { at: at as usize, cause: self }
    }
}

impl Fault {
    /// True when a fact was not known; the caller may treat that as "does not hold".
    pub fn is_missing(&self) -> bool {
        matches!(self.cause, Cause::Missing(_))
    }

    /// The message with its place in `text`.
    pub fn show(&self, text: &str) -> String {
        Problem::new(self.at, self.to_string()).show(text)
    }
}

//! Saying why a rule could not answer.

use crate::{AccessError, MoneyError, RuleError, Violation};

impl Violation {
    /// A violation at a JSON Pointer, for example `/tiers/0/up_to`; empty for the whole value.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

impl RuleError {
    /// The case lacks something or holds something that the rule cannot work with.
    pub fn invalid_input(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::InvalidInput(vec![Violation::new(path, message)])
    }

    /// The configuration does not fit.
    pub fn config(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Config(vec![Violation::new(path, message)])
    }

    /// Something the rule relies on is missing for now.
    pub fn unavailable(message: impl Into<String>) -> Self {
        Self::Unavailable(message.into())
    }

    /// A defect in the rule.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::Internal(message.into())
    }
}

impl From<AccessError> for RuleError {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::Denied(what) => Self::Unavailable(format!("the host refused the look-up: {what}")),
            AccessError::NoCustomer => Self::invalid_input("/customer", "the case has no customer, so there is no history"),
        }
    }
}

impl From<MoneyError> for RuleError {
    fn from(error: MoneyError) -> Self {
        Self::invalid_input("", error.to_string())
    }
}

impl From<serde_json::Error> for RuleError {
    fn from(error: serde_json::Error) -> Self {
        Self::invalid_input("", format!("not the JSON that the rule expects: {error}"))
    }
}

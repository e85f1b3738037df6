//! Expressions of a form, read once.

use redress_expression::{Cause, Expression, Fault, Problem, Settings, Value};

use crate::facts::View;

/// Most steps of a condition when a form is filled in: enough to go through all lines of a large order, and little enough
/// that all conditions of the largest form together take well below a second.
pub(crate) const STEPS: u32 = 10_000;

/// An expression with the fields that it reads.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) text: String,
    expression: Expression,
    /// Keys of the form's own fields among what it reads, in order.
    pub(crate) reads: Vec<String>,
}

/// What became of a condition.
#[derive(Debug, PartialEq)]
pub(crate) enum Outcome {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// Something that it reads is not known; an answer of the form if `answer`.
    Unknown { answer: bool, why: String },
    /// It could not be evaluated.
    Fault(Fault),
}

impl Condition {
    pub(crate) fn parse(text: &str) -> Result<Self, Problem> {
        let expression = Expression::parse(text)?;
        let mut reads: Vec<String> = expression.paths().iter().filter_map(|path| field_of(path)).map(str::to_owned).collect();
        reads.sort();
        reads.dedup();
        Ok(Self { text: text.to_owned(), expression, reads })
    }

    pub(crate) fn expression(&self) -> &Expression {
        &self.expression
    }

    /// Asks it within so many steps.
    pub(crate) fn ask(&self, view: &View<'_>, steps: u32) -> Outcome {
        let settings = Settings { steps, ..Settings::with_money(view.definition.currency.digits()) };
        match self.expression.evaluate(view, &settings) {
            Ok(Value::Bool(true)) => Outcome::Holds,
            // A prepared form has none that give anything but true or false.
            Ok(_) => Outcome::Fails,
            Err(fault) => match &fault.cause {
                Cause::Missing(path) => Outcome::Unknown { answer: field_of(path).is_some(), why: fault.show(&self.text) },
                _ => Outcome::Fault(fault),
            },
        }
    }
}

/// The key of the field that a path reads, if it reads one.
fn field_of(path: &str) -> Option<&str> {
    path.strip_prefix("field.").map(|rest| rest.split('.').next().unwrap_or(rest))
}

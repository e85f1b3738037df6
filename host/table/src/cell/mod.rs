//! The cells of conditions: `<= 50`, `(50..500]`, `"a", "b"`, `not("a")`, `-`.

mod read;
mod scan;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use redress_expression::Value;

pub(crate) use read::{duration, read};

/// What a cell asks of its column's value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// `-`: whatever it is, known or not.
    Anything,
    /// `missing`: nothing is known.
    Missing,
    /// One of these holds.
    OneOf(Vec<Test>),
    /// `not(…)`: it is known, and none of these holds.
    NoneOf(Vec<Test>),
}

/// One part of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    /// Equal to a value; for a list, that it is in it.
    Is(Value),
    /// Between two bounds, either of which may be open.
    Between(Option<Bound>, Option<Bound>),
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bound {
    pub(crate) value: Value,
    /// True when the value itself belongs to the range.
    pub(crate) closed: bool,
}

impl Cell {
    /// True when the cell fits the column's value; `None` when nothing is known of it.
    pub(crate) fn fits(&self, value: Option<&Value>) -> bool {
        match (self, value) {
            (Self::Anything, _) | (Self::Missing, None) => true,
            (Self::Missing, Some(_)) | (_, None) => false,
            (Self::OneOf(tests), Some(value)) => tests.iter().any(|test| test.holds(value)),
            (Self::NoneOf(tests), Some(value)) => !tests.iter().any(|test| test.holds(value)),
        }
    }
}

impl Test {
    pub(crate) fn holds(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Is(wanted), Value::List(items)) => items.contains(wanted),
            (Self::Is(wanted), value) => wanted == value,
            (Self::Between(low, high), value) => {
                low.as_ref().is_none_or(|low| low.admits(value, Ordering::Greater))
                    && high.as_ref().is_none_or(|high| high.admits(value, Ordering::Less))
            }
        }
    }
}

impl Bound {
    fn admits(&self, value: &Value, side: Ordering) -> bool {
        value.order(&self.value).is_some_and(|order| order == side || (self.closed && order == Ordering::Equal))
    }
}

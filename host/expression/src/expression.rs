//! A parsed expression.

use std::collections::BTreeSet;

use crate::syntax::{Kind, Node, parse};
use crate::{Environment, Facts, Fault, Limits, Problem, Type, Value, check, evaluate};

/// A parsed expression: check it when it is saved, evaluate it when it is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    tree: Node,
}

/// What an evaluation runs under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Decimal places of the currency that `money()` reads; none: `money()` is refused.
    pub money_digits: Option<u32>,
    /// Most steps, see [`Limits::steps`].
    pub steps: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { money_digits: None, steps: Limits::default().steps }
    }
}

impl Settings {
    /// With a currency of so many decimal places.
    pub fn with_money(digits: u32) -> Self {
        Self { money_digits: Some(digits), ..Self::default() }
    }
}

impl Expression {
    /// Reads a text within the default [`Limits`].
    ///
    /// # Errors
    /// The first thing that cannot be read, with its place.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        Self::parse_within(text, &Limits::default())
    }

    /// Reads a text within limits of one's own.
    ///
    /// # Errors
    /// The first thing that cannot be read or is too large, with its place.
    pub fn parse_within(text: &str, limits: &Limits) -> Result<Self, Problem> {
        if text.trim().is_empty() {
            return Err(Problem::new(0, "the expression is empty"));
        }
        Ok(Self { tree: parse(text, limits)? })
    }

    /// Checks names and types; gives the type of the result.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the text.
    pub fn check(&self, environment: &Environment) -> Result<Type, Vec<Problem>> {
        check::check(&self.tree, environment)
    }

    /// Checks names and types, and that the result is of a type.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the text.
    pub fn check_as(&self, environment: &Environment, wanted: &Type) -> Result<(), Vec<Problem>> {
        let found = self.check(environment)?;
        if found.fits(wanted) {
            return Ok(());
        }
        Err(vec![Problem::new(self.tree.at as usize, format!("the expression gives {found}, and {wanted} is needed"))])
    }

    /// The value for these facts.
    ///
    /// # Errors
    /// A [`Fault`] says where and why there is none.
    pub fn evaluate(&self, facts: &dyn Facts, settings: &Settings) -> Result<Value, Fault> {
        evaluate::evaluate(&self.tree, facts, settings)
    }

    /// Paths of names the expression mentions, each once and dotted, such as `order.paid`. Names that macros bind are
    /// among them.
    pub fn paths(&self) -> BTreeSet<String> {
        let mut paths = BTreeSet::new();
        self.tree.walk(&mut |node| match &node.kind {
            Kind::Path(path) => {
                paths.insert(path.join("."));
            }
            Kind::Has(of, name) => {
                if let Kind::Path(path) = &of.kind {
                    paths.insert(format!("{}.{name}", path.join(".")));
                }
            }
            _ => {}
        });
        paths
    }

    /// The path that the whole expression is, if it is nothing but one.
    pub fn as_path(&self) -> Option<&[Box<str>]> {
        match &self.tree.kind {
            Kind::Path(path) => Some(path),
            _ => None,
        }
    }
}

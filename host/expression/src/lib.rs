//! The expression language of Redress: what stands in decision tables, form conditions and workflow branches.
//!
//! It is CEL (the Common Expression Language, <https://cel.dev>) without messages, optional values and extensions, with a
//! checker that knows the names and types of an [`Environment`], and with caps on length, nesting and steps. An
//! expression that passes [`Expression::check`] never meets a type error when it runs; what can still go wrong is data (a
//! fact that is not known, a division by zero, a number out of range), and each of those is a [`Fault`], never a panic.
//! There is no clock and no randomness: the same facts give the same value years later, on the server and in a sandbox.
//!
//! ```
//! use std::collections::BTreeMap;
//! use redress_expression::{Environment, Expression, Settings, Type, Value};
//!
//! let environment = Environment::new(Some(2)).with("amount", Type::Money).with("tags", Type::list(Type::Text));
//! let expression = Expression::parse(r#"amount <= money("50.00") && !("VIP" in tags)"#)?;
//! expression.check_as(&environment, &Type::Bool).expect("every name exists and every operator fits");
//!
//! let facts = BTreeMap::from([("amount".to_owned(), Value::Int(5_000)), ("tags".to_owned(), Value::texts([]))]);
//! assert_eq!(expression.evaluate(&facts, &Settings::with_money(2)), Ok(Value::Bool(true)));
//!
//! let wrong = Expression::parse("amont > 50")?.check(&environment).unwrap_err();
//! assert_eq!(wrong[0].message, "there is no 'amont': did you mean 'amount'?");
//! # Ok::<(), redress_expression::Problem>(())
//! ```
//!
//! Why not an interpreter from the registry: the `cel` crate (0.15) was tried and measured. A rule starts from nothing on
//! every call and pays for each instruction, but its parser that knows places takes 2 ms for the first expression, and with
//! times a component is 2.6 MB, mostly tables of time zones and of the parser; its evaluation has no cap on steps and goes through maps in the order of the
//! process. This implementation is held to CEL's own conformance data and to the browser's implementation
//! (`make conformance`).

mod check;
mod environment;
mod evaluate;
mod expression;
mod facts;
mod fault;
mod limits;
mod money;
mod problem;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;
mod time;
mod types;
mod value;

pub use environment::{Environment, Field, Method, Record};
pub use expression::{Expression, Settings};
pub use facts::{Facts, Unavailable};
pub use fault::{Cause, Fault};
pub use limits::Limits;
pub use money::{decimal, minor_units};
pub use problem::Problem;
pub use suggest::nearest;
pub use time::{Duration, Timestamp};
pub use types::Type;
pub use value::{Key, Value};

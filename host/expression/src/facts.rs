//! What an expression is asked about.

use std::collections::BTreeMap;

use crate::{Key, Value};

/// Values by name. Only what an expression mentions is ever asked for, so facts that are dear can be fetched on demand.
pub trait Facts {
    /// The value at a path of names, such as `["order", "paid"]`.
    ///
    /// # Errors
    /// [`Unavailable`] says why there is none.
    fn value(&self, path: &[Box<str>]) -> Result<Value, Unavailable>;

    /// Answers a method of the facts themselves, such as `history.claims_within(180)` for the path `["history"]`.
    ///
    /// # Errors
    /// [`Unavailable`] says why there is no answer.
    fn call(&self, path: &[Box<str>], method: &str, arguments: &[Value]) -> Result<Value, Unavailable> {
        let _ = (path, method, arguments);
        Err(Unavailable::Unknown)
    }
}

impl<F: Facts + ?Sized> Facts for &F {
    fn value(&self, path: &[Box<str>]) -> Result<Value, Unavailable> {
        (**self).value(path)
    }

    fn call(&self, path: &[Box<str>], method: &str, arguments: &[Value]) -> Result<Value, Unavailable> {
        (**self).call(path, method, arguments)
    }
}

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unavailable {
    /// The name exists, but nothing is known this time; `has()` is false.
    Missing,
    /// There is no such name.
    Unknown,
    /// It could not be found out; the text says why.
    Failed(String),
}

/// Named values, for forms, workflows and tests. A dotted name such as `order.paid` is found as one, too.
impl Facts for BTreeMap<String, Value> {
    fn value(&self, path: &[Box<str>]) -> Result<Value, Unavailable> {
        for length in (1..=path.len()).rev() {
            let (name, fields) = path.split_at(length);
            let Some(value) = self.get(&name.join(".")) else { continue };
            return value.select(fields);
        }
        Err(Unavailable::Unknown)
    }
}

impl Value {
    /// The value at a path of fields below this one; the value itself for an empty path.
    ///
    /// # Errors
    /// [`Unavailable`] when a field is not there, or when this has no fields.
    pub fn select(&self, path: &[Box<str>]) -> Result<Self, Unavailable> {
        path.iter().try_fold(self.clone(), |value, field| field_of(&value, field))
    }
}

/// A field of a record.
pub(crate) fn field_of(of: &Value, name: &str) -> Result<Value, Unavailable> {
    match of {
        Value::Map(entries) => entries.get(&Key::Text(name.into())).cloned().ok_or(Unavailable::Missing),
        _ => Err(Unavailable::Failed(format!("a {} has no fields, so there is no '{name}'", of.type_name()))),
    }
}

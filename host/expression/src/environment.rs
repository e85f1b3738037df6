//! Which names an expression may use.

use std::borrow::Cow;
use std::sync::Arc;

use crate::Type;

/// The names an expression may use, with their types and meanings.
#[derive(Debug, Clone, PartialEq)]
pub struct Environment {
    /// Decimal places of the currency that `money()` reads; none: `money()` is refused.
    pub money_digits: Option<u32>,
    /// All names.
    pub names: Record,
}

/// Fields and methods by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Fields.
    pub fields: Vec<Field>,
    /// Methods, called as `record.name(…)`.
    pub methods: Vec<Method>,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Name.
    pub name: Cow<'static, str>,
    /// Type of its value.
    pub kind: Type,
    /// True when it may be unknown; `has()` tells.
    pub optional: bool,
    /// What it is, for people.
    pub meaning: Cow<'static, str>,
}

/// A method of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// Name.
    pub name: &'static str,
    /// Types of its arguments.
    pub takes: Vec<Type>,
    /// Type of its answer.
    pub gives: Type,
    /// What it answers, for people.
    pub meaning: &'static str,
}

impl Environment {
    /// Without names; `money_digits` are the decimal places of the currency, if there is one.
    pub fn new(money_digits: Option<u32>) -> Self {
        Self { money_digits, names: Record::default() }
    }

    /// With one more name that is always known.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, kind: Type) -> Self {
        self.names.fields.push(Field { name: name.into(), kind, optional: false, meaning: Cow::Borrowed("") });
        self
    }

    /// The field at a dotted path, such as `order.paid`.
    pub fn field(&self, path: &str) -> Option<&Field> {
        let mut record = &self.names;
        let mut names = path.split('.').peekable();
        loop {
            let field = record.field(names.next()?)?;
            if names.peek().is_none() {
                return Some(field);
            }
            let Type::Record(inner) = &field.kind else { return None };
            record = inner;
        }
    }
}

impl Record {
    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The method with this name.
    pub fn method(&self, name: &str) -> Option<&Method> {
        self.methods.iter().find(|method| method.name == name)
    }

    /// The record as a type.
    pub fn into_type(self) -> Type {
        Type::Record(Arc::new(self))
    }
}

impl Field {
    /// A field that is always known.
    pub fn known(name: impl Into<Cow<'static, str>>, kind: Type, meaning: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), kind, optional: false, meaning: meaning.into() }
    }

    /// A field that may be unknown.
    pub fn optional(name: impl Into<Cow<'static, str>>, kind: Type, meaning: impl Into<Cow<'static, str>>) -> Self {
        Self { optional: true, ..Self::known(name, kind, meaning) }
    }
}

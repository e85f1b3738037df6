//! Types as the checker knows them.

use std::fmt;
use std::sync::Arc;

use crate::Record;

/// The type of a value. Money is apart from whole numbers here, although both are integers when they run, so that an amount
/// is never compared with a count by mistake.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Not known before it runs. Where it occurs, the checker cannot promise anything.
    Any,
    /// Nothing.
    Null,
    /// Yes or no.
    Bool,
    /// A whole number.
    Int,
    /// A whole number without sign.
    Uint,
    /// A number with a fraction.
    Double,
    /// An amount in the minor units of the environment's currency.
    Money,
    /// A text.
    Text,
    /// Bytes.
    Bytes,
    /// A moment.
    Timestamp,
    /// A length of time.
    Duration,
    /// Values in order.
    List(Box<Type>),
    /// Values of one type by text.
    Map(Box<Type>),
    /// Fields by name.
    Record(Arc<Record>),
    /// The type of a value.
    Type,
}

impl Type {
    /// A list of something.
    pub fn list(of: Self) -> Self {
        Self::List(Box::new(of))
    }

    /// True when a value of this type may stand where `wanted` is needed.
    pub fn fits(&self, wanted: &Self) -> bool {
        match (self, wanted) {
            (Self::Any, _) | (_, Self::Any) => true,
            (Self::List(own), Self::List(wanted)) | (Self::Map(own), Self::Map(wanted)) => own.fits(wanted),
            _ => self == wanted,
        }
    }

    /// True when two values can be compared with `==` and mean something by it.
    pub(crate) fn comparable(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Int | Self::Uint | Self::Double, Self::Int | Self::Uint | Self::Double) => true,
            (Self::List(a), Self::List(b)) | (Self::Map(a), Self::Map(b)) => a.comparable(b),
            _ => self.fits(other),
        }
    }

    /// True when values have an order.
    pub(crate) fn is_ordered(&self) -> bool {
        !matches!(self, Self::Null | Self::List(_) | Self::Map(_) | Self::Record(_) | Self::Type)
    }

    /// The type that both may stand for.
    pub(crate) fn common(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, known) | (known, Self::Any) => Some(known.clone()),
            (Self::List(a), Self::List(b)) => Some(Self::list(a.common(b)?)),
            (Self::Map(a), Self::Map(b)) => Some(Self::Map(Box::new(a.common(b)?))),
            _ => (self == other).then(|| self.clone()),
        }
    }
}

impl fmt::Display for Type {
    /// In plain words, with an article: "a whole number".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Any => "a value",
            Self::Null => "nothing",
            Self::Bool => "true or false",
            Self::Int => "a whole number",
            Self::Uint => "a whole number without sign",
            Self::Double => "a number with a fraction",
            Self::Money => "an amount of money",
            Self::Text => "a text",
            Self::Bytes => "bytes",
            Self::Timestamp => "a moment",
            Self::Duration => "a length of time",
            Self::Map(_) => "a map",
            Self::Record(_) => "a group of fields",
            Self::Type => "a type",
            Self::List(of) => return if **of == Self::Any { f.write_str("a list") } else { write!(f, "a list, each {of}") },
        })
    }
}

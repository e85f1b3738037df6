//! Types of the values that forms, hooks and signals bring.

use redress_expression as expression;
use redress_expression::{Key, Timestamp, Type};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Text;

/// A field that the nodes of a workflow read and write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowFormField))]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// Name for people.
    pub name: Text,
    /// Type of its value.
    #[serde(rename = "type")]
    pub kind: ValueType,
}

/// The type of a value; the names are those of decision tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowValueType))]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    /// True or false.
    Boolean,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Number,
    /// A text.
    Text,
    /// A list of texts, such as attachments.
    List,
    /// An amount in minor units of the ticket's currency, as a whole number.
    Money,
    /// A moment as RFC 3339 text.
    Timestamp,
}

impl ValueType {
    /// The type as the expression checker knows it.
    pub fn as_type(self) -> Type {
        match self {
            Self::Boolean => Type::Bool,
            Self::Integer => Type::Int,
            Self::Number => Type::Double,
            Self::Text => Type::Text,
            Self::List => Type::list(Type::Text),
            Self::Money => Type::Money,
            Self::Timestamp => Type::Timestamp,
        }
    }

    /// The value as expressions know it; `None` when it is of another type.
    pub(crate) fn read(self, value: &Value) -> Option<expression::Value> {
        Some(match self {
            Self::Boolean => expression::Value::Bool(value.as_bool()?),
            Self::Integer | Self::Money => expression::Value::Int(value.as_i64()?),
            Self::Number => expression::Value::Double(value.as_f64()?),
            Self::Text => expression::Value::text(value.as_str()?),
            Self::List => {
                let items = value.as_array()?.iter().map(|item| item.as_str().map(expression::Value::text));
                expression::Value::List(items.collect::<Option<_>>()?)
            }
            Self::Timestamp => expression::Value::Timestamp(Timestamp::parse(value.as_str()?)?),
        })
    }

    /// True for a value of this type.
    pub fn takes(self, value: &Value) -> bool {
        self.read(value).is_some()
    }

    /// What a value must be, for messages.
    pub(crate) const fn wanted(self) -> &'static str {
        match self {
            Self::Boolean => "true or false",
            Self::Integer => "a whole number",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list of texts",
            Self::Money => "an amount in minor units, as a whole number",
            Self::Timestamp => "a moment such as 2026-10-07T08:00:00Z",
        }
    }
}

/// A value of an expression as JSON. Moments and lengths of time become text; a number that JSON cannot hold becomes null.
pub(crate) fn write(value: &expression::Value) -> Value {
    match value {
        expression::Value::Null => Value::Null,
        expression::Value::Bool(value) => (*value).into(),
        expression::Value::Int(value) => (*value).into(),
        expression::Value::Uint(value) => (*value).into(),
        expression::Value::Double(value) => (*value).into(),
        expression::Value::Text(value) => (**value).into(),
        expression::Value::Bytes(value) => value.to_vec().into(),
        expression::Value::List(items) => items.iter().map(write).collect(),
        expression::Value::Map(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| match key {
                    Key::Text(name) => (name.to_string(), write(value)),
                    other => (other.to_string(), write(value)),
                })
                .collect(),
        ),
        expression::Value::Timestamp(at) => at.to_string().into(),
        expression::Value::Duration(length) => length.to_string().into(),
        expression::Value::Type(name) => (*name).into(),
    }
}

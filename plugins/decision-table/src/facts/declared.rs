//! External parameters and form fields, by the types that the table declares.

use redress_expression::{Timestamp, Unavailable, Value, minor_units};
use redress_sdk::prelude::*;
use redress_sdk::serde_json::Value as Json;
use redress_table::{FieldType, ParameterType, digits};

use super::{CaseFacts, Fact};

impl CaseFacts<'_> {
    pub(super) fn parameter(&self, code: &str) -> Fact {
        let kind = *self.call.config.parameters.get(code).ok_or(Unavailable::Unknown)?;
        let value = self.call.parameter(code).ok_or(Unavailable::Missing)?;
        let wrong =
            || Unavailable::Failed(format!("the external parameter '{code}' is {}, and the table needs {}", told(&value), wanted(kind)));
        match kind {
            ParameterType::Boolean => value.as_bool().map(Value::Bool),
            ParameterType::Integer => value.as_i64().map(Value::Int),
            ParameterType::Money => self.declared_digits()?.and_then(|digits| value.as_decimal_minor(digits)).map(Value::Int),
            ParameterType::Number => match &value {
                ParameterValue::Number(text) => text.parse().ok().map(Value::Double),
                _ => None,
            },
            ParameterType::Set => value.as_set().map(|members| Value::texts(members.iter().map(String::as_str))),
            ParameterType::String | ParameterType::Department | ParameterType::Person | ParameterType::Role => {
                let fits = matches!(
                    (kind, &value),
                    (ParameterType::String, ParameterValue::Text(_))
                        | (ParameterType::Department, ParameterValue::Department(_))
                        | (ParameterType::Person, ParameterValue::Person(_))
                        | (ParameterType::Role, ParameterValue::Role(_))
                );
                value.as_str().filter(|_| fits).map(Value::text)
            }
        }
        .ok_or_else(wrong)
    }

    pub(super) fn field(&self, name: &str) -> Fact {
        let kind = *self.call.config.fields.get(name).ok_or(Unavailable::Unknown)?;
        let value = self.case.ticket.field(name).filter(|value| !value.is_null()).ok_or(Unavailable::Missing)?;
        let wrong = || {
            Unavailable::Failed(format!(
                "the form field '{name}' holds {value}, which does not fit the type that the table declares for it"
            ))
        };
        match kind {
            FieldType::Boolean => value.as_bool().map(Value::Bool),
            FieldType::Integer => value.as_i64().map(Value::Int),
            FieldType::Number => value.as_f64().map(Value::Double),
            FieldType::Text => value.as_str().map(Value::text),
            FieldType::Timestamp => value.as_str().and_then(Timestamp::parse).map(Value::Timestamp),
            FieldType::List => match &value {
                Json::Array(items) => items.iter().map(|item| item.as_str().map(Value::text)).collect::<Option<Vec<_>>>().map(Value::list),
                _ => None,
            },
            // A JSON number is read by its text, so that no cent is lost on the way.
            FieldType::Money => self.declared_digits()?.and_then(|digits| {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                minor_units(&text, digits).ok().map(Value::Int)
            }),
        }
        .ok_or_else(wrong)
    }

    /// Decimal places of declared amounts. They are in the table's currency, so a column in another one cannot use them.
    fn declared_digits(&self) -> Result<Option<u32>, Unavailable> {
        let (table, here) = (self.call.config.currency.as_deref(), self.currency);
        if table == here {
            return Ok(here.map(digits));
        }
        let (table, here) = (table.unwrap_or("no currency"), here.unwrap_or("none"));
        Err(Unavailable::Failed(format!("declared amounts are in {table}, and this column is in {here}: write the amount into cells")))
    }
}

fn wanted(kind: ParameterType) -> &'static str {
    match kind {
        ParameterType::Boolean => "布尔",
        ParameterType::Integer => "a whole 数值",
        ParameterType::Number => "数值",
        ParameterType::Money => "数值 with no more decimal places than the currency has",
        ParameterType::String => "字符串",
        ParameterType::Set => "集合",
        ParameterType::Department => "部门",
        ParameterType::Person => "人员",
        ParameterType::Role => "角色",
    }
}

fn told(value: &ParameterValue) -> String {
    match value {
        ParameterValue::Boolean(value) => format!("布尔 {value}"),
        ParameterValue::Number(text) => format!("数值 {text}"),
        ParameterValue::Text(text) => format!("字符串 {text:?}"),
        ParameterValue::Set(_) => "集合".to_owned(),
        ParameterValue::Department(key) => format!("部门 {key}"),
        ParameterValue::Person(id) => format!("人员 {id}"),
        ParameterValue::Role(name) => format!("角色 {name}"),
    }
}

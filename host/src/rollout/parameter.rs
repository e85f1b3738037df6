//! External parameters (外部参数, L27–L32) as callers and files describe them.

use redress_domain::parameter::{Parameter, ParameterValue};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::problem::Problem;
use crate::problem::check::{key, name, text_between};

/// A parameter's name, description, type and value.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterBody {
    /// Display name, 1 to 100 characters (L28).
    name: String,
    /// Description, at most 300 characters (L31).
    #[serde(default)]
    description: String,
    /// One of boolean, number, string, set, department, person, role (L30).
    #[serde(rename = "type")]
    kind: Kind,
    /// True or false for boolean; decimal text or a whole number for number; a list of texts for set; text for the others.
    value: serde_json::Value,
}

/// The seven types of L30.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ParameterType)]
pub enum Kind {
    /// 布尔
    Boolean,
    /// 数值
    Number,
    /// 字符串
    String,
    /// 集合
    Set,
    /// 部门
    Department,
    /// 人员
    Person,
    /// 角色
    Role,
}

impl ParameterBody {
    /// The parameter under this code, when everything about it is allowed.
    ///
    /// # Errors
    /// 422 `invalid` with the pointer to what is not.
    pub fn check(self, code: String) -> Result<Parameter, Problem> {
        Ok(Parameter {
            code: key("/code", code)?,
            name: name("/name", self.name)?,
            description: text_between("/description", self.description, 0, 300)?,
            value: value(self.kind, self.value)?,
        })
    }
}

/// A parameter in a file of configuration.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct FileParameter {
    /// Code that rules use (L29).
    pub code: String,
    /// The rest.
    #[serde(flatten)]
    pub body: ParameterBody,
}

fn value(kind: Kind, given: serde_json::Value) -> Result<ParameterValue, Problem> {
    use serde_json::Value;
    let wrong = |wanted: &str| Problem::invalid("/value", format!("a parameter of this type takes {wanted}"));
    match (kind, given) {
        (Kind::Boolean, Value::Bool(value)) => Ok(ParameterValue::Boolean(value)),
        (Kind::Boolean, _) => Err(wrong("true or false")),
        (Kind::Number, Value::String(text)) if is_decimal(&text) => Ok(ParameterValue::Number(text)),
        // Only whole numbers are taken as JSON numbers: a fraction may have been rounded before it came here.
        (Kind::Number, Value::Number(number)) if number.is_i64() => Ok(ParameterValue::Number(number.to_string())),
        (Kind::Number, _) => Err(wrong("decimal text such as \"12.50\", or a whole number")),
        (Kind::Set, Value::Array(items)) => {
            let texts: Option<Vec<String>> =
                items.into_iter().map(|item| if let Value::String(text) = item { Some(text) } else { None }).collect();
            texts.filter(|texts| texts.len() <= 1_000).map(ParameterValue::Set).ok_or_else(|| wrong("a list of at most 1,000 texts"))
        }
        (Kind::Set, _) => Err(wrong("a list of texts")),
        (kind, Value::String(text)) if text.chars().count() <= 2_000 => Ok(match kind {
            Kind::Department => ParameterValue::Department(text),
            Kind::Person => ParameterValue::Person(text),
            Kind::Role => ParameterValue::Role(text),
            Kind::String | Kind::Boolean | Kind::Number | Kind::Set => ParameterValue::String(text),
        }),
        _ => Err(wrong("text of at most 2,000 characters")),
    }
}

/// True for an optional sign, digits, and optionally a point and digits; at most 40 characters.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.len() <= 40 && all_digits(whole) && all_digits(fraction)
}

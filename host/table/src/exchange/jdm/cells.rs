//! Cells of the two formats. JDM writes unary tests in the ZEN language, which is close to ours.

use redress_expression::{Value, decimal};

use crate::cell::{self, Bound, Cell, Test};
use crate::model::InputType;

/// A ZEN unary test as a cell; none when it has no counterpart.
pub(super) fn to_ours(zen: &str, kind: InputType, digits: Option<u32>) -> Option<String> {
    let zen = zen.trim();
    let list = |text: &str| text.trim().strip_prefix('[').and_then(|text| text.strip_suffix(']')).map(str::to_owned);
    let ours = match zen {
        "" | "-" => "-".to_owned(),
        "null" | "== null" => "missing".to_owned(),
        "!= null" => "not(missing)".to_owned(),
        _ => {
            if let Some(inner) = zen.strip_prefix("not in").and_then(list) {
                format!("not({inner})")
            } else if let Some(inner) = zen.strip_prefix("in ").and_then(list) {
                inner
            } else if let Some((low, high)) = zen.split_once(" and ") {
                between(low, high)?
            } else {
                zen.to_owned()
            }
        }
    };
    cell::read(&ours, kind, digits).ok().map(|_| ours)
}

/// `> 5 and <= 10` as a range.
fn between(low: &str, high: &str) -> Option<String> {
    let (low, high) = (low.trim(), high.trim());
    let (low, high) = if low.starts_with('<') { (high, low) } else { (low, high) };
    let (open, low) = low.strip_prefix(">=").map(|value| ('[', value)).or_else(|| low.strip_prefix('>').map(|value| ('(', value)))?;
    let (high, close) = high.strip_prefix("<=").map(|value| (value, ']')).or_else(|| high.strip_prefix('<').map(|value| (value, ')')))?;
    Some(format!("{open}{}..{}{close}", low.trim(), high.trim()))
}

/// A cell as a ZEN unary test; none when it has no counterpart.
pub(super) fn to_zen(cell: &Cell, kind: InputType, digits: Option<u32>) -> Option<String> {
    let show = |value: &Value| shown(value, digits.filter(|_| kind == InputType::Money));
    let values = |tests: &[Test]| {
        let each = |test: &Test| if let Test::Is(value) = test { show(value) } else { None };
        tests.iter().map(each).collect::<Option<Vec<_>>>().map(|values| values.join(", "))
    };
    match (cell, kind) {
        (Cell::Anything, _) => Some(String::new()),
        (Cell::Missing, _) => Some("null".to_owned()),
        (_, InputType::List | InputType::Duration) => None,
        (Cell::NoneOf(tests), _) => values(tests).map(|values| format!("not in [{values}]")),
        (Cell::OneOf(tests), _) => {
            let parts: Option<Vec<String>> =
                tests.iter().map(|test| if let Test::Is(value) = test { show(value) } else { range(test, &show) }).collect();
            parts.map(|parts| parts.join(", "))
        }
    }
}

fn range(test: &Test, show: &impl Fn(&Value) -> Option<String>) -> Option<String> {
    let Test::Between(low, high) = test else { return None };
    let bound =
        |bound: &Bound, sign: &str| show(&bound.value).map(|value| format!("{sign}{} {value}", if bound.closed { "=" } else { "" }));
    match (low, high) {
        (Some(low), Some(high)) => {
            let (open, close) = (if low.closed { '[' } else { '(' }, if high.closed { ']' } else { ')' });
            Some(format!("{open}{}..{}{close}", show(&low.value)?, show(&high.value)?))
        }
        (Some(low), None) => bound(low, ">"),
        (None, Some(high)) => bound(high, "<"),
        (None, None) => None,
    }
}

fn shown(value: &Value, digits: Option<u32>) -> Option<String> {
    match (value, digits) {
        (Value::Int(minor), Some(digits)) => Some(decimal(*minor, digits)),
        (Value::Int(_) | Value::Double(_) | Value::Bool(_) | Value::Text(_), _) => Some(value.to_string()),
        _ => None,
    }
}

/// A ZEN literal of an answer as the text of a cell; none when it is more than a literal.
pub(super) fn answer(zen: &str) -> Option<String> {
    let zen = zen.trim();
    if let Ok(value) = serde_json::from_str::<serde_json::Value>(&zen.replace('\'', "\"")) {
        return match value {
            serde_json::Value::String(text) if !text.starts_with('=') => Some(text),
            serde_json::Value::Bool(value) => Some(value.to_string()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            serde_json::Value::Null => Some(String::new()),
            serde_json::Value::Array(items) => {
                items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>().map(|texts| texts.join(", "))
            }
            _ => None,
        };
    }
    zen.is_empty().then(String::new)
}

//! Methods of texts.

use std::sync::Arc;

use super::type_error;
use crate::Value;
use crate::fault::Cause;

/// Longest pattern that is tried; matching takes time in proportion to the pattern and the text.
pub(crate) const LONGEST_PATTERN: usize = 200;

pub(super) fn is_method(name: &str) -> bool {
    matches!(name, "contains" | "startsWith" | "endsWith" | "matches" | "lowerAscii" | "upperAscii" | "trim")
}

pub(super) fn method(whole: &str, name: &str, arguments: &[Value]) -> Result<Value, Cause> {
    Ok(match (name, arguments) {
        ("contains", [Value::Text(part)]) => Value::Bool(whole.contains(&**part)),
        ("startsWith", [Value::Text(part)]) => Value::Bool(whole.starts_with(&**part)),
        ("endsWith", [Value::Text(part)]) => Value::Bool(whole.ends_with(&**part)),
        ("matches", [Value::Text(pattern)]) => return matches(whole, pattern),
        ("lowerAscii", []) => Value::Text(Arc::from(whole.to_ascii_lowercase())),
        ("upperAscii", []) => Value::Text(Arc::from(whole.to_ascii_uppercase())),
        ("trim", []) => Value::text(whole.trim()),
        _ => return Err(type_error(&format!("{name}()"), &arguments.iter().collect::<Vec<_>>())),
    })
}

pub(super) fn matches(whole: &str, pattern: &str) -> Result<Value, Cause> {
    pattern_of(pattern).map(|pattern| Value::Bool(pattern.is_match(whole))).map_err(Cause::Unreadable)
}

/// A pattern that can be matched in linear time, or why it cannot.
pub(crate) fn pattern_of(pattern: &str) -> Result<regex_lite::Regex, String> {
    if pattern.len() > LONGEST_PATTERN {
        return Err(format!("the pattern has {} bytes; at most {LONGEST_PATTERN} are allowed", pattern.len()));
    }
    let built = regex_lite::RegexBuilder::new(pattern).size_limit(1 << 20).nest_limit(20).build();
    built.map_err(|error| format!("'{pattern}' is no regular expression: {error}"))
}

//! Conversions between types.

use std::sync::Arc;

use super::type_error;
use crate::Value;
use crate::fault::Cause;
use crate::time::{Duration, Timestamp};

/// CEL's names of types, which are values too.
const TYPES: [(&str, &str); 12] = [
    ("null_type", "null_type"),
    ("bool", "bool"),
    ("int", "int"),
    ("uint", "uint"),
    ("double", "double"),
    ("string", "string"),
    ("bytes", "bytes"),
    ("list", "list"),
    ("map", "map"),
    ("type", "type"),
    ("google.protobuf.Timestamp", "google.protobuf.Timestamp"),
    ("google.protobuf.Duration", "google.protobuf.Duration"),
];

pub(super) fn type_named(name: &str) -> Option<Value> {
    TYPES.iter().find(|(own, _)| *own == name).map(|(_, value)| Value::Type(value))
}

/// Converts with the function of this name; `None` when it is no conversion.
pub(super) fn convert(name: &str, of: &Value) -> Option<Result<Value, Cause>> {
    Some(match name {
        "int" => int(of),
        "uint" => uint(of),
        "double" => double(of),
        "string" => string(of),
        "bool" => bool(of),
        "bytes" => bytes(of),
        "timestamp" => timestamp(of),
        "duration" => duration(of),
        _ => return None,
    })
}

fn range(name: &str, of: &Value) -> Cause {
    Cause::Overflow(format!("{name}({of})"))
}

fn unreadable(what: &str, text: &str) -> Cause {
    Cause::Unreadable(format!("'{text}' cannot be read as {what}"))
}

fn int(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Int(_) => Ok(of.clone()),
        Value::Uint(value) => i64::try_from(*value).map(Value::Int).map_err(|_| range("int", of)),
        // The bounds themselves are left out: as doubles they may stand for numbers beyond.
        #[expect(clippy::cast_possible_truncation, reason = "within the range, cut towards zero as CEL says")]
        Value::Double(value) if value.abs() < 9_223_372_036_854_775_808.0 && *value > -9_223_372_036_854_775_808.0 => {
            Ok(Value::Int(*value as i64))
        }
        Value::Double(_) => Err(range("int", of)),
        Value::Text(text) => text.parse().map(Value::Int).map_err(|_| unreadable("a whole number", text)),
        Value::Timestamp(moment) => Ok(Value::Int(moment.seconds())),
        other => Err(type_error("int()", &[other])),
    }
}

fn uint(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Uint(_) => Ok(of.clone()),
        Value::Int(value) => u64::try_from(*value).map(Value::Uint).map_err(|_| range("uint", of)),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the range, cut towards zero as CEL says")]
        Value::Double(value) if *value > -1.0 && *value < 18_446_744_073_709_551_616.0 && !value.is_sign_negative() => {
            Ok(Value::Uint(*value as u64))
        }
        Value::Double(_) => Err(range("uint", of)),
        Value::Text(text) => text.parse().map(Value::Uint).map_err(|_| unreadable("a whole number without sign", text)),
        other => Err(type_error("uint()", &[other])),
    }
}

#[expect(clippy::cast_precision_loss, reason = "CEL rounds to the nearest double")]
fn double(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Double(_) => Ok(of.clone()),
        Value::Int(value) => Ok(Value::Double(*value as f64)),
        Value::Uint(value) => Ok(Value::Double(*value as f64)),
        Value::Text(text) => text.parse().map(Value::Double).map_err(|_| unreadable("a number", text)),
        other => Err(type_error("double()", &[other])),
    }
}

fn string(of: &Value) -> Result<Value, Cause> {
    Ok(Value::Text(match of {
        Value::Text(text) => Arc::clone(text),
        Value::Bool(value) => Arc::from(value.to_string()),
        Value::Int(value) => Arc::from(value.to_string()),
        Value::Uint(value) => Arc::from(value.to_string()),
        Value::Double(value) => Arc::from(shortest(*value)),
        Value::Bytes(bytes) => {
            Arc::from(std::str::from_utf8(bytes).map_err(|_| Cause::Unreadable("the bytes are not valid Unicode".into()))?)
        }
        Value::Timestamp(moment) => Arc::from(moment.to_string()),
        Value::Duration(length) => Arc::from(length.to_string()),
        other => return Err(type_error("string()", &[other])),
    }))
}

/// The shortest text that reads back as the same number: `1e+100`, `0.5`, `NaN`.
fn shortest(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let size = value.abs();
    if value == 0.0 || (1e-4..1e21).contains(&size) || value.is_nan() {
        return value.to_string();
    }
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |exponent| ('-', exponent));
    format!("{digits}e{sign}{exponent:0>2}")
}

fn bool(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Bool(_) => Ok(of.clone()),
        Value::Text(text) => match &**text {
            "true" | "True" | "TRUE" | "t" | "1" => Ok(Value::Bool(true)),
            "false" | "False" | "FALSE" | "f" | "0" => Ok(Value::Bool(false)),
            other => Err(unreadable("true or false", other)),
        },
        other => Err(type_error("bool()", &[other])),
    }
}

fn bytes(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Bytes(_) => Ok(of.clone()),
        Value::Text(text) => Ok(Value::Bytes(Arc::from(text.as_bytes()))),
        other => Err(type_error("bytes()", &[other])),
    }
}

fn timestamp(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Timestamp(_) => Ok(of.clone()),
        Value::Text(text) => {
            Timestamp::parse(text).map(Value::Timestamp).ok_or_else(|| unreadable("a moment such as 2026-10-07T08:00:00Z", text))
        }
        Value::Int(seconds) => {
            Timestamp::from_nanos(i128::from(*seconds) * crate::time::SECOND).map(Value::Timestamp).ok_or_else(|| range("timestamp", of))
        }
        other => Err(type_error("timestamp()", &[other])),
    }
}

fn duration(of: &Value) -> Result<Value, Cause> {
    match of {
        Value::Duration(_) => Ok(of.clone()),
        Value::Text(text) => {
            Duration::parse(text).map(Value::Duration).ok_or_else(|| unreadable("a length of time such as 90m or 1h30m", text))
        }
        other => Err(type_error("duration()", &[other])),
    }
}

//! The schema of one answer.

use redress_domain::money::{Currency, MAX_MINOR};
use serde_json::{Value, json};

use crate::definition::{Choice, Control, Files};

/// Most lines of an order that an answer names.
const MOST_LINES: u32 = 200;
/// Characters that no line of text has: control characters but the tabulator.
const NOT_IN_LINE: &str = "[\\x00-\\x08\\x0a-\\x1f\\x7f]";
/// The same for longer texts, which have line breaks.
const NOT_IN_TEXT: &str = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]";

/// The schema of a control's answer.
pub(crate) fn control(control: &Control, currency: Currency) -> Value {
    match control {
        Control::Text { min_length, max_length, pattern } => {
            let mut schema = text(*min_length, *max_length, NOT_IN_LINE);
            if let Some(pattern) = pattern {
                schema["pattern"] = json!(pattern);
            }
            schema
        }
        Control::LongText { min_length, max_length } => text(*min_length, *max_length, NOT_IN_TEXT),
        Control::Number { decimals, min, max } => number(*decimals, *min, *max),
        Control::Money { min, max } => money(*min, *max, currency),
        Control::Phone { digits } => json!({ "type": "string", "pattern": format!("^[0-9]{{{digits}}}$") }),
        Control::Checkbox {} => json!({ "type": "boolean" }),
        Control::Select { options } => one_of(options),
        Control::MultiSelect { options, min, max } => json!({
            "type": "array",
            "items": one_of(options),
            "uniqueItems": true,
            "minItems": min.unwrap_or(1).max(1),
            "maxItems": max.map_or(options.len(), |max| max as usize),
        }),
        Control::Date { min, max } => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "x-min": min, "x-max": max })
        }
        Control::DateTime { .. } => json!({ "type": "string", "format": "date-time", "maxLength": 40 }),
        Control::Image(files) | Control::Video(files) | Control::Attachment(files) => list_of_files(files, &control.media_types()),
        Control::Person { .. } => json!({ "type": "string", "pattern": "^usr_[0-9a-f]{32}$" }),
        Control::Related { .. } => text(1, 200, NOT_IN_LINE),
        Control::OrderLines { quantities } => order_lines(*quantities),
    }
}

/// An empty text is no answer, so a text has at least one character.
fn text(min: u32, max: u32, not: &str) -> Value {
    json!({ "type": "string", "minLength": min.max(1), "maxLength": max, "not": { "type": "string", "pattern": not } })
}

fn number(decimals: u8, min: Option<f64>, max: Option<f64>) -> Value {
    let kind = if decimals == 0 { "integer" } else { "number" };
    json!({
        "type": kind,
        "minimum": min.map_or(json!(-MAX_MINOR), whole),
        "maximum": max.map_or(json!(MAX_MINOR), whole),
        "x-decimals": decimals,
    })
}

/// A whole number without `.0`.
fn whole(number: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers within 2^53 are cast, which is exact")]
    if number.fract() == 0.0 && number.abs() <= 9.0e15 { json!(number as i64) } else { json!(number) }
}

fn money(min: i64, max: Option<i64>, currency: Currency) -> Value {
    let fraction = match currency.digits() {
        0 => String::new(),
        digits => format!("(\\.[0-9]{{1,{digits}}})?"),
    };
    json!({ "type": "string", "pattern": format!("^-?[0-9]{{1,16}}{fraction}$"), "x-min-minor": min, "x-max-minor": max })
}

fn one_of(options: &[Choice]) -> Value {
    let values: Vec<_> = options.iter().map(|option| &option.value).collect();
    json!({ "type": "string", "enum": values })
}

fn list_of_files(files: &Files, media_types: &[&str]) -> Value {
    let types: Vec<_> = media_types.iter().map(|accepted| media_type(accepted)).collect();
    json!({
        "type": "array",
        "minItems": 1,
        "maxItems": files.max_count,
        "uniqueItems": true,
        "items": {
            "type": "object",
            "properties": {
                "name": text(1, 255, NOT_IN_LINE),
                "media_type": { "type": "string", "pattern": format!("^({})$", types.join("|")) },
                "bytes": { "type": "integer", "minimum": 1, "maximum": files.max_bytes },
                "digest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" },
            },
            "required": ["name", "media_type", "bytes", "digest"],
            "additionalProperties": false,
        },
    })
}

/// A media type as a pattern; the characters of RFC 6838 that mean something in patterns are escaped.
fn media_type(accepted: &str) -> String {
    match accepted.strip_suffix("/*") {
        Some(kind) => format!("{}/[a-z0-9!#$&^_.+-]+", escape(kind)),
        None => escape(accepted),
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '.' | '+' | '*' | '?' | '^' | '$' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn order_lines(quantities: bool) -> Value {
    let line = text(1, 200, NOT_IN_LINE);
    let (properties, required) = if quantities {
        (json!({ "line": line, "quantity": { "type": "integer", "minimum": 1, "maximum": u32::MAX } }), json!(["line", "quantity"]))
    } else {
        (json!({ "line": line }), json!(["line"]))
    };
    json!({
        "type": "array",
        "minItems": 1,
        "maxItems": MOST_LINES,
        "items": { "type": "object", "properties": properties, "required": required, "additionalProperties": false },
    })
}

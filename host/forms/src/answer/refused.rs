//! What the validator refuses, in the words of forms.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use serde_json::json;

use crate::definition::Control;
use crate::violation::{Code, Violation};

/// A refusal of the validator as a violation.
pub(crate) fn told(control: &Control, error: &ValidationError<'_>) -> Violation {
    let pointer = error.instance_path().to_string();
    let part = pointer.rsplit('/').next().unwrap_or_default();
    let violation = |code, message: String| Violation::new(pointer.clone(), code, message);
    let limited = |code, name, limit: &serde_json::Value, message: String| violation(code, message).with(name, limit.clone());
    match error.kind() {
        Kind::Type { .. } => violation(Code::WrongType, format!("{}: send {}", error, shape(control))).with("control", control.name()),
        Kind::MinLength { limit } => limited(Code::TooShort, "min", &json!(limit), format!("write at least {limit} characters")),
        Kind::MaxLength { limit } => limited(Code::TooLong, "max", &json!(limit), format!("write at most {limit} characters")),
        Kind::Minimum { .. } if part == "bytes" => violation(Code::FileEmpty, "the file is empty: choose another one".to_owned()),
        Kind::Minimum { limit } => limited(Code::TooSmall, "min", limit, format!("give at least {limit}")),
        Kind::Maximum { limit } if part == "bytes" => {
            limited(Code::FileTooLarge, "max_bytes", limit, format!("the file has more than {limit} bytes: choose a smaller one"))
        }
        Kind::Maximum { limit } => limited(Code::TooLarge, "max", limit, format!("give at most {limit}")),
        Kind::Enum { options } => limited(Code::NotAnOption, "options", options, format!("choose one of {options}")),
        Kind::UniqueItems => violation(Code::Repeated, "something stands twice: name each once".to_owned()),
        Kind::MinItems { limit } => limited(Code::TooFew, "min", &json!(limit), format!("choose at least {limit}")),
        Kind::MaxItems { limit } => limited(Code::TooMany, "max", &json!(limit), format!("give at most {limit}")),
        Kind::Not { .. } => {
            violation(Code::Unprintable, "leave out control characters, and line breaks where there is one line".to_owned())
        }
        Kind::Pattern { pattern } => wrong_pattern(control, part, pattern, &violation),
        Kind::Required { property } => {
            limited(Code::MissingProperty, "property", property, format!("{property} is missing: send it along"))
        }
        Kind::AdditionalProperties { unexpected } => {
            violation(Code::UnknownProperty, format!("there is no {}: leave it out", unexpected.join(", ")))
                .with("properties", json!(unexpected))
        }
        _ => violation(Code::Invalid, error.to_string()).with("keyword", error.kind().keyword()),
    }
}

fn wrong_pattern(control: &Control, part: &str, pattern: &str, violation: &dyn Fn(Code, String) -> Violation) -> Violation {
    match (control, part) {
        (_, "media_type") => {
            let accepted = control.media_types();
            violation(Code::MediaTypeNotAccepted, format!("files of this kind are not accepted: choose one of {}", accepted.join(", ")))
                .with("accepted", json!(accepted))
        }
        (_, "digest") => violation(Code::NotADigest, "a digest reads sha256: and 64 hexadecimal digits".to_owned()),
        (Control::Phone { digits }, _) => {
            violation(Code::WrongPhone, format!("a telephone number has {digits} digits and nothing else")).with("digits", *digits)
        }
        (Control::Money { .. }, _) => {
            violation(Code::NotAnAmount, "write an amount with digits and at most the currency's decimal places, such as 12.50".to_owned())
        }
        (Control::Date { .. }, _) => violation(Code::NotADate, "write a date such as 2026-10-07".to_owned()),
        (Control::Person { .. }, _) => {
            violation(Code::NotAPerson, "a person is named by an id such as usr_ and 32 hexadecimal digits".to_owned())
        }
        _ => violation(Code::WrongPattern, format!("the text must fit the pattern {pattern}")).with("pattern", pattern),
    }
}

/// What an answer looks like.
fn shape(control: &Control) -> &'static str {
    match control {
        Control::Number { decimals: 0, .. } => "a whole number",
        Control::Number { .. } => "a number",
        Control::Money { .. } => "an amount as a text such as \"12.50\"",
        Control::Checkbox {} => "true or false",
        Control::MultiSelect { .. } => "a list of options",
        Control::Image(_) | Control::Video(_) | Control::Attachment(_) => "a list of files, each with name, media_type, bytes and digest",
        Control::OrderLines { .. } => "a list of order lines, each with its line",
        Control::Date { .. } => "a date such as \"2026-10-07\"",
        Control::DateTime { .. } => "a moment such as \"2026-10-07T08:00:00Z\"",
        _ => "a text",
    }
}

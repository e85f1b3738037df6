//! Answers that fit their schema, taken into the one form in which they are kept.

use chrono::NaiveDate;
use redress_domain::clock;
use redress_expression::{Timestamp, Value, decimal, minor_units};
use serde_json::{Value as Json, json};

use super::{Accepted, Reading, file, goods};
use crate::definition::Control;
use crate::violation::{Code, Violation};

/// What JSON Schema cannot say, and what is kept. The schema has been passed, so other shapes do not occur; should one, it is
/// refused.
pub(super) fn value(control: &Control, answer: &Json, reading: Reading<'_>) -> Result<Accepted, Vec<Violation>> {
    let one = |violation| vec![violation];
    match (control, answer) {
        (Control::Number { decimals, .. }, Json::Number(_)) => number(*decimals, answer).map_err(one),
        (Control::Money { min, max }, Json::String(text)) => money(text, *min, *max, reading).map_err(one),
        (Control::Checkbox {}, Json::Bool(yes)) => Ok(Accepted { json: answer.clone(), value: Value::Bool(*yes) }),
        (Control::Date { min, max }, Json::String(text)) => date(text, min.as_deref(), max.as_deref()).map_err(one),
        (Control::DateTime { .. }, Json::String(text)) => date_time(text).map_err(one),
        (Control::MultiSelect { .. }, Json::Array(items)) => {
            Ok(Accepted { json: answer.clone(), value: Value::texts(items.iter().filter_map(Json::as_str)) })
        }
        (Control::Image(_) | Control::Video(_) | Control::Attachment(_), Json::Array(items)) => Ok(file::files(items)),
        (Control::OrderLines { quantities }, Json::Array(items)) => goods::goods(items, *quantities, reading),
        (
            Control::Text { .. }
            | Control::LongText { .. }
            | Control::Phone { .. }
            | Control::Select { .. }
            | Control::Person { .. }
            | Control::Related { .. },
            Json::String(text),
        ) => Ok(Accepted { json: answer.clone(), value: Value::text(text) }),
        _ => Err(vec![Violation::new("", Code::WrongType, "the answer is of another type than the field: correct it")]),
    }
}

fn number(decimals: u8, answer: &Json) -> Result<Accepted, Violation> {
    if decimals == 0 {
        // JSON Schema takes 3.0 for a whole number, so it is kept as 3.
        #[expect(clippy::cast_possible_truncation, reason = "the schema lets only whole numbers within 2^53 pass, which is exact")]
        let whole = answer.as_i64().or_else(|| answer.as_f64().filter(|number| number.fract() == 0.0).map(|number| number as i64));
        let whole = whole.ok_or_else(|| Violation::new("", Code::WrongType, "give a whole number"))?;
        return Ok(Accepted { json: json!(whole), value: Value::Int(whole) });
    }
    let number = answer.as_f64().ok_or_else(|| Violation::new("", Code::WrongType, "give a number"))?;
    // The shortest decimal that means the number, never with an exponent.
    let places = number.to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len());
    if places > decimals.into() {
        let message = format!("give at most {decimals} decimal places");
        return Err(Violation::new("", Code::TooManyDecimals, message).with("max", decimals));
    }
    Ok(Accepted { json: json!(number), value: Value::Double(number) })
}

fn money(text: &str, min: i64, max: Option<i64>, reading: Reading<'_>) -> Result<Accepted, Violation> {
    let digits = reading.currency.digits();
    let minor = minor_units(text, digits).map_err(|message| Violation::new("", Code::NotAnAmount, message))?;
    let refused = |code, name, word, limit| {
        let limit = decimal(limit, digits);
        Violation::new("", code, format!("give at {word} {limit} {}", reading.currency)).with(name, limit)
    };
    if minor < min {
        return Err(refused(Code::TooSmall, "min", "least", min));
    }
    if let Some(max) = max.filter(|max| minor > *max) {
        return Err(refused(Code::TooLarge, "max", "most", max));
    }
    Ok(Accepted { json: json!(decimal(minor, digits)), value: Value::Int(minor) })
}

/// A date of the calendar in the form `2026-10-07`.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| day.to_string() == text)
}

fn date(text: &str, min: Option<&str>, max: Option<&str>) -> Result<Accepted, Violation> {
    if day(text).is_none() {
        return Err(Violation::new("", Code::NotADate, format!("'{text}' is no date of the calendar: write one such as 2026-10-07")));
    }
    // Dates of this form compare as texts in the order of the calendar.
    if let Some(min) = min.filter(|min| text < *min) {
        return Err(Violation::new("", Code::TooEarly, format!("choose {min} or later")).with("min", min));
    }
    if let Some(max) = max.filter(|max| text > *max) {
        return Err(Violation::new("", Code::TooLate, format!("choose {max} or earlier")).with("max", max));
    }
    Ok(Accepted { json: json!(text), value: Value::text(text) })
}

fn date_time(text: &str) -> Result<Accepted, Violation> {
    // Two readers must agree: the expression's is the strict one, the domain's cuts to what is kept.
    let strict = Timestamp::parse(text).and_then(|_| text.parse::<clock::Timestamp>().ok());
    let kept = strict.and_then(|at| Some((at.to_string(), crate::facts::moment(at)?)));
    let (kept, value) = kept.ok_or_else(|| {
        Violation::new("", Code::NotAMoment, format!("'{text}' is no moment: write one such as 2026-10-07T08:00:00Z (RFC 3339)"))
    })?;
    Ok(Accepted { json: json!(kept), value })
}

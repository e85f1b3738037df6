//! One answer: from JSON to what is kept and to what expressions see.

mod file;
mod goods;
mod refused;
mod value;

use std::borrow::Cow;

use jsonschema::Validator;
use redress_domain::money::Currency;
use redress_domain::order::Order;
use redress_expression::Value;
use serde_json::Value as Json;

use crate::definition::Control;
use crate::violation::Violation;

pub(crate) use value::day;

/// An answer that fits.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Accepted {
    /// In the one way in which it is kept.
    pub(crate) json: Json,
    /// As expressions see it.
    pub(crate) value: Value,
}

/// What answers are read against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) currency: Currency,
    pub(crate) order: Option<&'a Order>,
}

/// True for what people leave behind when they answer nothing: null, blank texts and empty lists.
pub(crate) fn is_empty(answer: &Json) -> bool {
    match answer {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Without the blanks that come along when a line of text is pasted; a longer text stays as it was written.
fn tidy<'a>(control: &Control, answer: &'a Json) -> Cow<'a, Json> {
    match (control, answer) {
        (Control::Text { .. } | Control::Money { .. } | Control::Phone { .. } | Control::Related { .. }, Json::String(text))
            if text.trim() != text =>
        {
            Cow::Owned(Json::String(text.trim().to_owned()))
        }
        _ => Cow::Borrowed(answer),
    }
}

/// Reads an answer.
///
/// # Errors
/// Everything that is wrong with it, with pointers into the answer.
pub(crate) fn read(control: &Control, validator: &Validator, answer: &Json, reading: Reading<'_>) -> Result<Accepted, Vec<Violation>> {
    let answer = &*tidy(control, answer);
    let mut refused: Vec<_> = validator.iter_errors(answer).map(|error| refused::told(control, &error)).collect();
    // The validator's order is that of the keywords in memory; the longer pointer is the later item of a list.
    refused.sort_by(|a, b| (a.pointer.len(), &a.pointer, a.code).cmp(&(b.pointer.len(), &b.pointer, b.code)));
    if refused.is_empty() { value::value(control, answer, reading) } else { Err(refused) }
}

//! The form as JSON Schema 2020-12: what the server validates with and what others may.

mod control;
mod layout;
mod validator;

use serde_json::{Map, Value, json};

use crate::condition::Condition;
use crate::definition::{Audience, Check, Definition, Field};

pub(crate) use control::control as control_schema;
pub use layout::layout;
pub use validator::options;

/// The form as JSON Schema 2020-12, as one audience sees it. Answers that [`Form::submit`](crate::Form::submit) accepts fit it.
///
/// What depends on other answers stays in expressions, under `x-show-when`, `x-require-when` and `x-checks`, so that a browser
/// evaluates the same text; `required` holds what is asked of everyone. The same definition gives the same text.
pub fn schema(definition: &Definition, audience: Audience) -> Value {
    let fields: Vec<_> = definition.fields().filter(|field| field.is_for(audience)).collect();
    let properties: Map<_, _> = fields.iter().map(|field| (field.key.clone(), property(definition, field))).collect();
    let required: Vec<_> = fields.iter().filter(|field| field.required && field.show_when.is_none()).map(|field| &field.key).collect();
    let checks: Vec<_> = definition.checks.iter().filter(|check| is_for(definition, check, audience)).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": definition.title.en,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "x-form": { "key": definition.key, "version": definition.version, "audience": audience },
        "x-currency": { "code": definition.currency, "digits": definition.currency.digits() },
        "x-checks": checks,
    })
}

/// A check that reads what this audience never answers always holds for it, so it is not handed out.
fn is_for(definition: &Definition, check: &Check, audience: Audience) -> bool {
    let reads = Condition::parse(&check.expression).map(|condition| condition.reads).unwrap_or_default();
    reads.iter().filter_map(|key| definition.field(key)).all(|field| field.is_for(audience))
}

fn property(definition: &Definition, field: &Field) -> Value {
    let mut schema = control_schema(&field.control, definition.currency);
    let mut add = |name: &str, value: Option<Value>| {
        if let (Some(schema), Some(value)) = (schema.as_object_mut(), value) {
            schema.insert(name.to_owned(), value);
        }
    };
    add("title", Some(json!(field.label.en)));
    add("description", field.help.as_ref().map(|help| json!(help.en)));
    add("default", field.default.clone());
    add("readOnly", field.locked.then_some(Value::Bool(true)));
    add("x-show-when", field.show_when.as_ref().map(|text| json!(text)));
    add("x-require-when", field.require_when.as_ref().map(|text| json!(text)));
    schema
}

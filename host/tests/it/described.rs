//! What goes over the wire is what the OpenAPI document describes: every request that a test sends and every answer that it gets is held
//! against it, so that clients which were generated from the document work.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use axum::http::Method;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use parking_lot::Mutex;
use serde_json::{Value, json};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(redress::http::document()).expect("the document is JSON"));
static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// Where what is wrong with one item keeps no other from being taken.
const JUDGED_ONE_BY_ONE: [&str; 1] = ["/api/v1/orders/bulk"];

/// Checks an answer, and the request that it was given to.
pub(crate) fn check(method: &Method, path: &str, status: u16, request: Option<&Value>, answer: &Value) {
    let Some(operation) = operation(method, path) else { return };
    let responses = format!("{operation}/responses/{status}");
    assert!(DOCUMENT.pointer(&responses).is_some(), "{method} {path} answers {status}, which is not described");
    if let Some(request) = request.filter(|_| status < 400 && !JUDGED_ONE_BY_ONE.contains(&path)) {
        holds(&format!("{operation}/requestBody"), request, &format!("the request of {method} {path}"));
    }
    holds(&responses, answer, &format!("the answer {status} of {method} {path}"));
}

fn holds(at: &str, value: &Value, what: &str) {
    let schema = format!("{at}/content/application~1json/schema");
    let Some(schema) = DOCUMENT.pointer(&schema) else { return };
    let validator = Arc::clone(VALIDATORS.lock().entry(at.to_owned()).or_insert_with(|| Arc::new(validator(schema))));
    let wrong: Vec<String> = validator.iter_errors(value).flat_map(|error| told(&error)).collect();
    assert!(
        wrong.is_empty(),
        "{what} is not as described:
{}
{value}",
        wrong.join(
            "
"
        )
    );
}

/// What is wrong, in every choice that there was.
fn told(error: &ValidationError<'_>) -> Vec<String> {
    match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            context.iter().flatten().flat_map(told).collect()
        }
        _ => vec![format!("{}: {error}", error.instance_path())],
    }
}

/// The schema with all that it refers to.
fn validator(schema: &Value) -> Validator {
    let (mut names, mut open) = (BTreeSet::new(), vec![schema]);
    while let Some(next) = open.pop() {
        match next {
            Value::Object(map) => {
                let name = map.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix("#/components/schemas/"));
                if let Some(name) = name
                    && names.insert(name.to_owned())
                {
                    open.push(&DOCUMENT["components"]["schemas"][name]);
                }
                open.extend(map.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    let all: serde_json::Map<String, Value> =
        names.into_iter().map(|name| (name.clone(), DOCUMENT["components"]["schemas"][&name].clone())).collect();
    let whole = json!({ "allOf": [schema], "components": { "schemas": all } });
    jsonschema::draft202012::new(&whole).unwrap_or_else(|error| panic!("{schema} is no schema: {error}"))
}

/// Where the document describes an operation; a literal part of a path wins over a parameter.
fn operation(method: &Method, path: &str) -> Option<String> {
    let path = path.split('?').next().unwrap_or(path);
    let given: Vec<&str> = path.split('/').collect();
    let fits = |template: &str| {
        let parts: Vec<&str> = template.split('/').collect();
        let same = parts.len() == given.len() && parts.iter().zip(&given).all(|(part, given)| part.starts_with('{') || part == given);
        same.then(|| parts.iter().filter(|part| part.starts_with('{')).count())
    };
    let templates = DOCUMENT["paths"].as_object()?.keys();
    let (_, template) = templates.filter_map(|template| Some((fits(template)?, template))).min()?;
    let found = format!("/paths/{}/{}", template.replace('~', "~0").replace('/', "~1"), method.as_str().to_lowercase());
    DOCUMENT.pointer(&found).is_some().then_some(found)
}

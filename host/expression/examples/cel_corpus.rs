//! Evaluates a corpus of expressions and prints the values as JSON: `cel_corpus <corpus.json>`. `tests/cel/compare.mjs`
//! compares them with what the browser's implementation gives.

use std::collections::BTreeMap;
use std::process::ExitCode;

use redress_expression::{Duration, Expression, Settings, Timestamp, Value};
use serde_json::{Value as Json, json};

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("cel_corpus: name the corpus, as `make conformance` does");
        return ExitCode::FAILURE;
    };
    let corpus = std::fs::read_to_string(&file).ok().and_then(|text| serde_json::from_str::<Json>(&text).ok());
    let Some(corpus) = corpus else {
        eprintln!("cel_corpus: {file} is not a readable JSON file");
        return ExitCode::FAILURE;
    };
    let facts: BTreeMap<String, Value> = entries(&corpus["facts"]).map(|(name, json)| (name.clone(), fact(json))).collect();
    let digits = corpus["digits"].as_u64().and_then(|digits| u32::try_from(digits).ok()).unwrap_or(2);
    let texts = corpus["expressions"].as_array().into_iter().flatten().filter_map(Json::as_str);
    let values: Vec<Json> = texts
        .map(|text| {
            let value = Expression::parse(text).ok().and_then(|expression| expression.evaluate(&facts, &Settings::with_money(digits)).ok());
            value.map_or_else(|| json!({"error": true}), |value| written(&value))
        })
        .collect();
    println!("{}", Json::Array(values));
    ExitCode::SUCCESS
}

fn entries(json: &Json) -> impl Iterator<Item = (&String, &Json)> {
    json.as_object().into_iter().flatten()
}

/// A fact as the corpus writes it: whole numbers are int, everything else that JSON lacks is named by its type.
fn fact(json: &Json) -> Value {
    if let Some(value) = json.get("$double").and_then(Json::as_f64) {
        return Value::Double(value);
    }
    if let Some(moment) = json.get("$timestamp").and_then(Json::as_str).and_then(Timestamp::parse) {
        return Value::Timestamp(moment);
    }
    if let Some(length) = json.get("$duration").and_then(Json::as_str).and_then(Duration::parse) {
        return Value::Duration(length);
    }
    match json {
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => number.as_i64().map_or(Value::Null, Value::Int),
        Json::String(text) => Value::text(text),
        Json::Array(items) => Value::list(items.iter().map(fact)),
        Json::Object(_) => Value::record(entries(json).map(|(name, value)| (name.as_str(), fact(value)))),
        Json::Null => Value::Null,
    }
}

fn written(value: &Value) -> Json {
    match value {
        Value::Null => json!({"null": true}),
        Value::Bool(value) => json!({"bool": value}),
        Value::Int(value) => json!({"int": value.to_string()}),
        Value::Uint(value) => json!({"uint": value.to_string()}),
        Value::Double(value) if value.is_infinite() => json!({"double": if *value > 0.0 { "Infinity" } else { "-Infinity" }}),
        Value::Double(value) => json!({"double": format!("{value:?}")}),
        Value::Text(text) => json!({"text": &**text}),
        Value::Bytes(bytes) => json!({"bytes": &**bytes}),
        Value::List(items) => json!({"list": items.iter().map(written).collect::<Vec<_>>()}),
        Value::Map(map) => json!({"map": map.iter().map(|(key, value)| (written(&Value::from(key)), written(value))).collect::<Vec<_>>()}),
        Value::Timestamp(moment) => json!({"timestamp": moment.nanos().to_string()}),
        Value::Duration(length) => json!({"duration": length.nanos().to_string()}),
        Value::Type(name) => json!({"type": name}),
    }
}

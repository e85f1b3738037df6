//! Runs CEL's own conformance data: `cel_spec <tests.json> [--failures]`. `make conformance` fetches the data and writes it
//! as JSON; none of it is kept here.
//!
//! Prints how many tests of every file pass, and fails when fewer pass than when this was last looked at.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;

use base64::Engine;
use redress_expression::{Cause, Duration, Expression, Key, Limits, Settings, Timestamp, Value};
use serde_json::Value as Json;

/// Tests of v0.25.1 of the specification that passed when this was last looked at.
const EXPECTED: usize = 1072;

/// Files that are about something the language leaves out on purpose.
const LEFT_OUT: &[(&str, &str)] = &[
    ("bindings_ext", "extension"),
    ("block_ext", "extension"),
    ("dynamic", "protobuf messages"),
    ("encoders_ext", "extension"),
    ("enums", "protobuf enums"),
    ("macros2", "extension: macros with two variables"),
    ("math_ext", "extension"),
    ("network_ext", "extension"),
    ("optionals", "extension"),
    ("proto2", "protobuf messages"),
    ("proto2_ext", "protobuf messages"),
    ("proto3", "protobuf messages"),
    ("string_ext", "extension: only lowerAscii, upperAscii and trim"),
    ("type_deductions", "tests of cel-go's own checker; ours has a smaller type system"),
    ("wrappers", "protobuf messages"),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(file) = arguments.next() else {
        eprintln!("cel_spec: name the file of tests, as `make conformance` does");
        return ExitCode::FAILURE;
    };
    let show = arguments.next().as_deref() == Some("--failures");
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("cel_spec: cannot read {file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let Ok(tests) = serde_json::from_str::<Json>(&text) else {
        eprintln!("cel_spec: {file} is not JSON");
        return ExitCode::FAILURE;
    };
    // Deeply nested tests need more stack than the main thread has in a debug build.
    let run = std::thread::Builder::new().stack_size(64 << 20).spawn(move || report(&tests, show));
    match run.map(std::thread::JoinHandle::join) {
        Ok(Ok(passed)) if passed >= EXPECTED => ExitCode::SUCCESS,
        Ok(Ok(passed)) => {
            eprintln!("cel_spec: {passed} tests pass, {EXPECTED} did before: see which with --failures");
            ExitCode::FAILURE
        }
        _ => ExitCode::FAILURE,
    }
}

fn report(tests: &Json, show: bool) -> usize {
    // Tests that only want any error may pass in files that are left out; they are shown, and do not count.
    let (mut passed, mut total) = (0, 0);
    for file in list(tests, "suites") {
        let name = file["name"].as_str().unwrap_or("?");
        let mut counts = (0, 0);
        count(file, name, show, &mut counts);
        let left_out = LEFT_OUT.iter().find(|(own, _)| *own == name);
        let why = left_out.map_or(String::new(), |(_, why)| format!("  (left out: {why})"));
        println!("   {name:<18} {:>4} of {:>4}{why}", counts.0, counts.1);
        if left_out.is_none() {
            passed += counts.0;
            total += counts.1;
        }
    }
    println!("   {passed} of {total} tests pass in the files that are not left out");
    passed
}

fn count(suite: &Json, path: &str, show: bool, counts: &mut (usize, usize)) {
    for inner in list(suite, "suites") {
        count(inner, &format!("{path}/{}", inner["name"].as_str().unwrap_or("?")), show, counts);
    }
    for test in list(suite, "tests") {
        let test = &test["original"];
        counts.1 += 1;
        match run(test) {
            Ok(()) => counts.0 += 1,
            Err(why) if show => {
                println!("{path}/{}: {}: {why}", test["name"].as_str().unwrap_or("?"), test["expr"].as_str().unwrap_or("?"));
            }
            Err(_) => {}
        }
    }
}

fn list<'a>(of: &'a Json, name: &str) -> &'a [Json] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// One test: the value, or any error where the specification wants one.
fn run(test: &Json) -> Result<(), String> {
    let limits = Limits { text: 1 << 20, nodes: 1 << 16, depth: 400, steps: 1 << 22 };
    let settings = Settings { steps: limits.steps, ..Settings::default() };
    let mut facts = BTreeMap::new();
    for (name, binding) in test["bindings"].as_object().into_iter().flatten() {
        facts.insert(name.clone(), value(&binding["value"])?);
    }
    let expression = Expression::parse_within(test["expr"].as_str().unwrap_or_default(), &limits);
    let wants_error = test.get("evalError").is_some() || test.get("anyEvalErrors").is_some();
    let expression = match expression {
        Ok(expression) => expression,
        Err(problem) => return Err(format!("cannot be read: {}", problem.message)),
    };
    let found = expression.evaluate(&facts, &settings);
    if wants_error {
        return match found {
            // A function that is not there at all says nothing about the error that is wanted.
            Err(fault) if matches!(&fault.cause, Cause::Unknown(name) if name.ends_with("()")) && !wants_unknown(test) => {
                Err(fault.to_string())
            }
            Err(_) => Ok(()),
            Ok(found) => Err(format!("gives {found}, and an error is wanted")),
        };
    }
    let found = found.map_err(|fault| fault.to_string())?;
    let wanted = match (test.get("value"), test.get("typedResult")) {
        (Some(wanted), _) => value(wanted)?,
        (None, Some(typed)) => value(&typed["result"])?,
        (None, None) => Value::Bool(true),
    };
    if same(&found, &wanted) { Ok(()) } else { Err(format!("gives {found}, wanted {wanted}")) }
}

fn wants_unknown(test: &Json) -> bool {
    let message = test["evalError"]["errors"][0]["message"].as_str().unwrap_or_default();
    message.contains("unbound") || message.contains("undeclared")
}

/// Equality without the leniency between kinds of numbers.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(b) == Some(Ordering::Equal) || (a.is_nan() && b.is_nan()),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
        }
        _ => a.type_name() == b.type_name() && a == b,
    }
}

/// A value in the JSON form of the specification's protobuf messages.
fn value(json: &Json) -> Result<Value, String> {
    let Some((kind, inner)) = json.as_object().and_then(|fields| fields.iter().next()) else { return Ok(Value::Null) };
    let text = inner.as_str().unwrap_or_default();
    let unreadable = || format!("the test holds {json}, which is not read here");
    Ok(match kind.as_str() {
        "nullValue" => Value::Null,
        "boolValue" => Value::Bool(inner.as_bool().ok_or_else(unreadable)?),
        "int64Value" => Value::Int(text.parse().ok().or(inner.as_i64()).ok_or_else(unreadable)?),
        "uint64Value" => Value::Uint(text.parse().ok().or(inner.as_u64()).ok_or_else(unreadable)?),
        "doubleValue" => Value::Double(match text {
            "NaN" => f64::NAN,
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            _ => inner.as_f64().ok_or_else(unreadable)?,
        }),
        "stringValue" => Value::text(text),
        "bytesValue" => Value::Bytes(base64::engine::general_purpose::STANDARD.decode(text).map_err(|error| error.to_string())?.into()),
        "listValue" => Value::List(list(inner, "values").iter().map(value).collect::<Result<_, _>>()?),
        "mapValue" => {
            let mut map = BTreeMap::new();
            for entry in list(inner, "entries") {
                let key = match value(&entry["key"])? {
                    Value::Bool(key) => Key::Bool(key),
                    Value::Int(key) => Key::Int(key.into()),
                    Value::Uint(key) => Key::Int(key.into()),
                    Value::Text(key) => Key::Text(key),
                    _ => return Err(unreadable()),
                };
                map.insert(key, value(&entry["value"])?);
            }
            Value::Map(Arc::new(map))
        }
        "typeValue" => {
            let known = [
                "null_type",
                "bool",
                "int",
                "uint",
                "double",
                "string",
                "bytes",
                "list",
                "map",
                "type",
                "google.protobuf.Timestamp",
                "google.protobuf.Duration",
            ];
            Value::Type(known.into_iter().find(|name| *name == text).ok_or_else(unreadable)?)
        }
        "objectValue" => {
            let inner_text = inner["value"].as_str().unwrap_or_default();
            match inner["@type"].as_str() {
                Some("type.googleapis.com/google.protobuf.Duration") => {
                    Value::Duration(Duration::parse(inner_text).ok_or_else(unreadable)?)
                }
                Some("type.googleapis.com/google.protobuf.Timestamp") => {
                    Value::Timestamp(Timestamp::parse(inner_text).ok_or_else(unreadable)?)
                }
                _ => return Err(unreadable()),
            }
        }
        _ => return Err(unreadable()),
    })
}

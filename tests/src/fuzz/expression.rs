//! Any text as an expression. This file stands alone, so that its libFuzzer target builds without the sandbox.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use redress_expression::{Cause, Environment, Expression, Limits, Settings, Type, Value};

/// Longest that reading, checking and one evaluation may take, on a slow and busy machine. Fifty thousand steps take a few
/// milliseconds.
const WITHIN: Duration = Duration::from_secs(5);

/// Reads, checks and evaluates. A text that passes its check never meets a type error, fewer steps never give another
/// value, and nothing takes long.
///
/// # Panics
/// When one of these promises is broken.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let begun = Instant::now();
    match Expression::parse(text) {
        Err(problem) => assert!(problem.at <= text.len() && !problem.message.is_empty(), "{problem:?}"),
        Ok(expression) => {
            assert!(text.len() <= Limits::default().text, "{} bytes were read", text.len());
            examine(&expression, text);
        }
    }
    assert!(begun.elapsed() < WITHIN, "{text:?} took {:?}", begun.elapsed());
}

fn examine(expression: &Expression, text: &str) {
    static WORLD: OnceLock<(Environment, BTreeMap<String, Value>)> = OnceLock::new();
    let (environment, facts) = WORLD.get_or_init(world);
    let checked = expression.check(environment);
    if let Err(problems) = &checked {
        assert!(!problems.is_empty() && problems.iter().all(|problem| problem.at <= text.len()), "{problems:?}");
    }
    let settings = Settings::with_money(2);
    let value = expression.evaluate(facts, &settings);
    if let Err(fault) = &value {
        assert!(fault.at <= text.len(), "{text:?}: {fault:?}");
        let wrong = matches!(fault.cause, Cause::Type { .. } | Cause::Unknown(_));
        assert!(checked.is_err() || !wrong, "{text:?} passed its check: {fault:?}");
    }
    // Twice is the same, and a smaller budget gives the same value or none.
    let again = expression.evaluate(facts, &settings);
    assert_eq!(format!("{again:?}"), format!("{value:?}"), "{text:?}");
    match expression.evaluate(facts, &Settings { steps: 20, ..settings }) {
        Err(fault) if matches!(fault.cause, Cause::Steps(20)) => {}
        small => assert_eq!(format!("{small:?}"), format!("{value:?}"), "{text:?} with 20 steps"),
    }
    let _ = (expression.paths(), expression.as_path());
}

/// A few names of every type, and what they stand for. No name is of type `Any`: there the checker promises nothing.
fn world() -> (Environment, BTreeMap<String, Value>) {
    let environment = Environment::new(Some(2))
        .with("amount", Type::Money)
        .with("count", Type::Int)
        .with("level", Type::Text)
        .with("open", Type::Bool)
        .with("share", Type::Double)
        .with("tags", Type::list(Type::Text))
        .with("sums", Type::list(Type::Money));
    let facts = [
        ("amount", Value::Int(28_800)),
        ("count", Value::Int(3)),
        ("level", Value::text("vip")),
        ("open", Value::Bool(true)),
        ("share", Value::Double(0.25)),
        ("tags", Value::texts(["VIP", "大促", "a", "b"])),
        ("sums", Value::list((0..40).map(Value::Int))),
    ];
    (environment, facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

//! Tests of the whole way from text to value.

mod checked;
mod evaluated;
mod random;
mod read;

use std::collections::BTreeMap;

use crate::{Duration, Environment, Expression, Field, Method, Record, Settings, Timestamp, Type, Value};

/// Names of every type, as a table for refunds has them.
fn environment() -> Environment {
    let line = Record {
        fields: vec![
            Field::known("sku", Type::Text, ""),
            Field::known("quantity", Type::Int, ""),
            Field::optional("category", Type::Text, ""),
        ],
        methods: Vec::new(),
    };
    let ticket = Record {
        fields: vec![
            Field::known("kind", Type::Text, "what is asked for"),
            Field::known("tags", Type::list(Type::Text), ""),
            Field::known("lines", Type::list(line.into_type()), ""),
            Field::known("age", Type::Duration, ""),
            Field::optional("days", Type::Int, ""),
        ],
        methods: Vec::new(),
    };
    let history = Record {
        fields: Vec::new(),
        methods: vec![Method { name: "claims_within", takes: vec![Type::Int], gives: Type::Int, meaning: "" }],
    };
    Environment::new(Some(2))
        .with("ticket", ticket.into_type())
        .with("history", history.into_type())
        .with("amount", Type::Money)
        .with("rate", Type::Double)
        .with("vip", Type::Bool)
        .with("now", Type::Timestamp)
        .with("attributes", Type::Map(Box::new(Type::Text)))
}

/// Values for [`environment`], apart from its methods.
fn facts() -> BTreeMap<String, Value> {
    let line = |sku, quantity| Value::record([("sku", Value::text(sku)), ("quantity", Value::Int(quantity))]);
    let ticket = Value::record([
        ("kind", "exchange".into()),
        ("tags", Value::texts(["VIP", "复购"])),
        ("lines", Value::list([line("A", 1), line("B", 3)])),
        ("age", Value::Duration(Duration::parse("90m").unwrap())),
    ]);
    BTreeMap::from([
        ("ticket".to_owned(), ticket),
        ("amount".to_owned(), Value::Int(5_000)),
        ("rate".to_owned(), Value::Double(0.5)),
        ("vip".to_owned(), Value::Bool(true)),
        ("now".to_owned(), Value::Timestamp(Timestamp::parse("2026-10-07T08:00:00Z").unwrap())),
        ("attributes".to_owned(), Value::record([("source", "live".into())])),
    ])
}

fn evaluate(text: &str) -> Result<Value, String> {
    let expression = Expression::parse(text).map_err(|problem| problem.show(text))?;
    expression.evaluate(&facts(), &Settings::with_money(2)).map_err(|fault| fault.show(text))
}

/// Everything the checker says, with its places.
fn check(text: &str) -> Result<Type, Vec<String>> {
    let expression = Expression::parse(text).map_err(|problem| vec![problem.show(text)])?;
    expression.check(&environment()).map_err(|problems| problems.iter().map(|problem| problem.show(text)).collect())
}

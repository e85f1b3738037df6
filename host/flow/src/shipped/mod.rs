//! The workflows that the sources describe, ready to be published or changed.

use redress_expression::{Environment, Field, Method, Record, Type};

use crate::definition::Definition;

/// Texts of the shipped workflows, by their ids.
pub const SHIPPED: [(&str, &str); 5] = [
    ("lowcode_returns", include_str!("lowcode_returns.json")),
    ("service", include_str!("service.json")),
    ("returns", include_str!("returns.json")),
    ("refund_hub", include_str!("refund_hub.json")),
    ("problem_types", include_str!("problem_types.json")),
];

/// The shipped workflows: the low-code returns flow (L11–L17), service tickets (Z9), returns and exchanges (Z10–Z12), the
/// refund hub of the pet-supplies shop (D3–D7) and teams by type of problem (U10–U14).
///
/// # Errors
/// Never for the files of this crate, which tests read; the caller may still pass it on.
pub fn shipped() -> Result<Vec<Definition>, serde_json::Error> {
    SHIPPED.iter().map(|(_, text)| serde_json::from_str(text)).collect()
}

/// The least that the shipped workflows ask of the caller's facts; names and types are those of decision tables.
/// `param.abuse_window_days` and `param.abuse_count` are external parameters (D6); without them 180 days and 3 times count.
pub fn facts_of_shipped() -> Environment {
    let mut environment = Environment::new(Some(2));
    let mut group = |name: &'static str, meaning: &'static str, fields: Vec<Field>, methods: Vec<Method>| {
        environment.names.fields.push(Field::known(name, Record { fields, methods }.into_type(), meaning));
    };
    let ticket = vec![
        Field::known("kind", Type::Text, "what is asked for, such as return_refund"),
        Field::optional("problem_type", Type::Text, "problem label"),
        Field::known("requested", Type::Money, "what all lines ask together"),
        Field::known("categories", Type::list(Type::Text), "product categories of the goods, each once"),
        Field::known("tags", Type::list(Type::Text), "tags"),
        Field::known("case_status", Type::Text, "case axis, such as first_review"),
        Field::known("goods_status", Type::Text, "goods axis"),
    ];
    group("ticket", "the ticket as it stands", ticket, Vec::new());
    let similar = Method {
        name: "similar_claims_within",
        takes: vec![Type::Int],
        gives: Type::Int,
        meaning: "after-sales tickets of the last so many days that share a product, a reason or the problem label with this one",
    };
    group("history", "the customer's past", Vec::new(), vec![similar]);
    let parameters = vec![
        Field::optional("abuse_window_days", Type::Int, "days that count for possible abuse"),
        Field::optional("abuse_count", Type::Int, "similar requests that are possible abuse"),
    ];
    group("param", "external parameters", parameters, Vec::new());
    environment
}

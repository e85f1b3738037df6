//! Which names the expressions of a form may use. The console offers them.

use std::borrow::Cow;

use redress_expression::{Environment, Field, Record, Type};

use crate::definition::{Control, Definition};

/// The names that a form's expressions may use: its own fields, and what may be known besides. They are called as in decision
/// tables.
pub fn environment(definition: &Definition) -> Environment {
    let own = definition.fields().map(|field| Field::optional(Cow::Owned(field.key.clone()), kind(&field.control), field.label.en.clone()));
    let mut environment = Environment::new(Some(definition.currency.digits()));
    let groups = [
        ("field", "answers of this form", own.collect()),
        ("ticket", "the ticket; only its kind before there is one", ticket()),
        ("order", "the order as the shop reported it", order()),
        ("customer", "who bought", customer()),
        ("history", "the customer's past", history()),
    ];
    for (name, meaning, fields) in groups {
        environment.names.fields.push(Field::known(name, record(fields), meaning));
    }
    environment.names.fields.push(Field::known("audience", Type::Text, "who fills in the form: customer or agent"));
    environment.names.fields.push(Field::known("now", Type::Timestamp, "the moment of the question"));
    environment
}

/// The type of a control's answer.
fn kind(control: &Control) -> Type {
    match control {
        Control::Text { .. }
        | Control::LongText { .. }
        | Control::Phone { .. }
        | Control::Select { .. }
        | Control::Date { .. }
        | Control::Person { .. }
        | Control::Related { .. } => Type::Text,
        Control::Number { decimals: 0, .. } => Type::Int,
        Control::Number { .. } => Type::Double,
        Control::Money { .. } => Type::Money,
        Control::Checkbox {} => Type::Bool,
        Control::MultiSelect { .. } => Type::list(Type::Text),
        Control::DateTime { .. } => Type::Timestamp,
        Control::Image(_) | Control::Video(_) | Control::Attachment(_) => Type::list(record(vec![
            Field::known("name", Type::Text, "name of the file"),
            Field::known("media_type", Type::Text, "such as image/png"),
            Field::known("bytes", Type::Int, "size in bytes"),
        ])),
        Control::OrderLines { .. } => record(vec![
            Field::known("lines", Type::list(chosen_line()), "the chosen lines"),
            Field::known("quantity", Type::Int, "chosen pieces over all lines"),
            Field::known("bought", Type::Int, "bought pieces over the chosen lines"),
            Field::known("amount", Type::Money, "price of the chosen pieces"),
        ]),
    }
}

fn record(fields: Vec<Field>) -> Type {
    Record { fields, methods: Vec::new() }.into_type()
}

fn chosen_line() -> Type {
    record(vec![
        Field::known("line", Type::Text, "the line's name within the order"),
        Field::known("sku", Type::Text, "stock keeping unit"),
        Field::known("title", Type::Text, "what the shop called it"),
        Field::optional("category", Type::Text, "product category"),
        Field::known("quantity", Type::Int, "chosen pieces"),
        Field::known("bought", Type::Int, "bought pieces"),
        Field::known("unit_price", Type::Money, "price of one"),
    ])
}

fn ticket() -> Vec<Field> {
    vec![
        Field::known("kind", Type::Text, "what is asked for, such as return_refund"),
        Field::optional("problem_type", Type::Text, "problem label"),
        Field::optional("priority", Type::Text, "low, normal, high or urgent"),
        Field::optional("tags", Type::list(Type::Text), "tags"),
        Field::optional("channel", Type::Text, "where it came from, such as taobao"),
        Field::optional("number", Type::Text, "the number people use"),
        Field::optional("case_status", Type::Text, "case axis, such as first_review"),
        Field::optional("goods_status", Type::Text, "goods axis"),
        Field::optional("money_status", Type::Text, "money axis"),
        Field::optional("dispute_status", Type::Text, "dispute axis"),
        Field::optional("created_at", Type::Timestamp, "when it was created"),
    ]
}

fn order() -> Vec<Field> {
    let line = record(vec![
        Field::known("line", Type::Text, "the line's name within the order"),
        Field::known("sku", Type::Text, "stock keeping unit"),
        Field::known("title", Type::Text, "what the shop called it"),
        Field::optional("category", Type::Text, "product category"),
        Field::known("quantity", Type::Int, "bought quantity"),
        Field::known("unit_price", Type::Money, "price of one"),
    ]);
    vec![
        Field::optional("number", Type::Text, "the shop's order number"),
        Field::optional("paid", Type::Money, "what was paid in total"),
        Field::optional("placed_at", Type::Timestamp, "when it was placed"),
        Field::optional("delivered_at", Type::Timestamp, "when the customer received it (签收); unknown when it lies in the future"),
        Field::optional("days_since_placed", Type::Int, "days of 24 hours since it was placed, begun ones counted: 1 on the first day"),
        Field::optional("days_since_delivery", Type::Int, "days of 24 hours since 签收, begun ones counted: <= 7 is within seven days"),
        Field::optional("quantity", Type::Int, "pieces over all lines"),
        Field::optional("lines", Type::list(line), "what was bought"),
        Field::optional("categories", Type::list(Type::Text), "product categories of what was bought, each once"),
        Field::optional("attributes", Type::Map(Box::new(Type::Text)), "anything else the shop sent, by name"),
    ]
}

fn customer() -> Vec<Field> {
    vec![
        Field::optional("number", Type::Text, "the shop's own id"),
        Field::optional("name", Type::Text, "display name"),
        Field::optional("phone", Type::Text, "telephone number as given"),
        Field::optional("member_level", Type::Text, "the shop's level, such as vip"),
        Field::optional("tags", Type::list(Type::Text), "the customer's tags"),
    ]
}

fn history() -> Vec<Field> {
    vec![
        Field::optional("orders", Type::Int, "orders ever"),
        Field::optional("claims", Type::Int, "after-sales tickets ever, this one not counted"),
        Field::optional("paid", Type::Money, "paid over all orders"),
        Field::optional("refunded", Type::Money, "refunded over all tickets"),
    ]
}

//! Which names the expressions of a workflow may use. The console offers them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use redress_domain::Currency;
use redress_domain::parameter::ParameterValue;
use redress_expression::{Environment, Field, Method, Record, Type};

/// External parameters that the shipped workflows ask for; a tenant that has not set them still can publish those (D6).
const ASKED: [&str; 2] = ["abuse_days", "abuse_count"];

/// The names of a tenant's workflows: called as in decision tables and forms, so that one text means one thing everywhere.
pub fn environment(parameters: &BTreeMap<String, ParameterValue>, currency: Currency) -> Environment {
    let mut environment = Environment::new(Some(currency.digits()));
    let groups = [
        ("ticket", "the ticket as it stands", record(ticket())),
        ("order", "the order as the shop reported it; unknown without an order", record(order())),
        ("customer", "who bought; unknown without a customer", record(customer())),
        ("history", "the customer's past; unknown without a customer", history()),
        ("param", "external parameters (外部参数)", record(declared(parameters))),
    ];
    for (name, meaning, record) in groups {
        environment.names.fields.push(Field::known(name, record.into_type(), meaning));
    }
    environment.names.fields.push(Field::known("field", Type::Map(Box::new(Type::Any)), "values of the ticket's form by name"));
    environment.names.fields.push(Field::known("now", Type::Timestamp, "the moment of the question"));
    environment
}

const fn record(fields: Vec<Field>) -> Record {
    Record { fields, methods: Vec::new() }
}

fn ticket() -> Vec<Field> {
    vec![
        Field::known("kind", Type::Text, "what is asked for, such as return_refund"),
        Field::optional("problem_type", Type::Text, "problem label"),
        Field::known("priority", Type::Text, "low, normal, high or urgent"),
        Field::known("tags", Type::list(Type::Text), "tags"),
        Field::known("channel", Type::Text, "where it came from, such as taobao"),
        Field::known("number", Type::Text, "the number people use"),
        Field::known("subject", Type::Text, "one line of text"),
        Field::known("description", Type::Text, "the customer's words"),
        Field::known("case_status", Type::Text, "case axis, such as first_review"),
        Field::known("goods_status", Type::Text, "goods axis"),
        Field::known("money_status", Type::Text, "money axis"),
        Field::known("dispute_status", Type::Text, "dispute axis"),
        Field::known("created_at", Type::Timestamp, "when it was created"),
        Field::known("categories", Type::list(Type::Text), "product categories of the goods, each once"),
        Field::known("reasons", Type::list(Type::Text), "reason codes of the lines, each once"),
        Field::known("skus", Type::list(Type::Text), "stock keeping units of the lines, each once"),
        Field::known("quantity", Type::Int, "pieces over all lines"),
        Field::known("requested", Type::Money, "what all lines ask together"),
        Field::optional("queue", Type::Text, "key of the queue it waits in"),
        Field::optional("assignee", Type::Text, "id of the person who has it"),
        Field::optional("risk_score", Type::Int, "highest score of the fraud rules, 0 to 100"),
        Field::optional("verdict", Type::Text, "what the approval rules said, such as approve"),
    ]
}

fn order() -> Vec<Field> {
    vec![
        Field::optional("number", Type::Text, "the shop's order number"),
        Field::optional("paid", Type::Money, "what was paid in total"),
        Field::optional("placed_at", Type::Timestamp, "when it was placed"),
        Field::optional("delivered_at", Type::Timestamp, "when the customer received it (签收); unknown when it lies in the future"),
        Field::optional("days_since_delivery", Type::Int, "days of 24 hours since 签收, begun ones counted: <= 7 is within seven days"),
        Field::optional("categories", Type::list(Type::Text), "product categories of what was bought, each once"),
        Field::optional("attributes", Type::Map(Box::new(Type::Text)), "anything else the shop sent, by name"),
    ]
}

fn customer() -> Vec<Field> {
    vec![
        Field::optional("number", Type::Text, "the shop's own id"),
        Field::optional("name", Type::Text, "display name"),
        Field::optional("member_level", Type::Text, "the shop's level, such as vip"),
        Field::optional("tags", Type::list(Type::Text), "the customer's tags"),
    ]
}

fn history() -> Record {
    let within = |name, gives, meaning| Method { name, takes: vec![Type::Int], gives, meaning };
    Record {
        fields: vec![
            Field::optional("orders", Type::Int, "orders ever"),
            Field::optional("claims", Type::Int, "after-sales tickets ever, this one not counted"),
            Field::optional("paid", Type::Money, "paid over all orders"),
            Field::optional("refunded", Type::Money, "refunded over all tickets"),
        ],
        methods: vec![
            within("claims_within", Type::Int, "after-sales tickets of the last so many days, cancelled and merged ones left out"),
            within("similar_claims_within", Type::Int, "those that share a product, a reason or the problem label with this one"),
        ],
    }
}

/// The tenant's own, and those that are asked for and not set.
fn declared(parameters: &BTreeMap<String, ParameterValue>) -> Vec<Field> {
    let own = parameters.iter().map(|(code, value)| Field::optional(Cow::Owned(code.clone()), kind(value), "external parameter"));
    let asked = ASKED.into_iter().filter(|code| !parameters.contains_key(*code));
    own.chain(asked.map(|code| Field::optional(code, Type::Int, "external parameter that is not set"))).collect()
}

/// A number without a fraction is a whole number, so that counts compare with counts.
fn kind(value: &ParameterValue) -> Type {
    match value {
        ParameterValue::Boolean(_) => Type::Bool,
        ParameterValue::Number(text) if text.parse::<i64>().is_ok() => Type::Int,
        ParameterValue::Number(_) => Type::Double,
        ParameterValue::Set(_) => Type::list(Type::Text),
        ParameterValue::String(_) | ParameterValue::Department(_) | ParameterValue::Person(_) | ParameterValue::Role(_) => Type::Text,
    }
}

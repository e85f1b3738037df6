//! Which facts the expressions of a table may use. The plugin supplies them; the console offers them.

use std::borrow::Cow;

use redress_expression::{Environment, Field, Method, Record, Type};

use crate::model::{FieldType, Hook, ParameterType, Table};

/// The names that a table's expressions may use, by its hook and by what it declares.
pub fn environment(table: &Table) -> Environment {
    let mut environment = Environment::new(table.money_digits());
    let mut group = |name: &'static str, meaning: &'static str, record: Record| {
        environment.names.fields.push(Field::known(name, record.into_type(), meaning));
    };
    group("ticket", "the ticket as it stands", ticket());
    group("order", "the order as the shop reported it; unknown without an order", order());
    group("customer", "who bought; unknown without a customer", customer());
    group("history", "the customer's past, looked up only when it is mentioned; unknown without a customer", history());
    match table.hook {
        Hook::RefundApproval => group("request", "the refund in question", request()),
        Hook::Routing => group("desk", "who could take it", desk()),
        Hook::Automation => group("event", "what happened", event()),
        Hook::Schedule => group("tick", "the moment of the timetable", tick()),
        Hook::FraudScoring => {}
    }
    let declared =
        table.parameters.iter().map(|(code, kind)| Field::optional(Cow::Owned(code.clone()), parameter_type(*kind), "external parameter"));
    group("param", "external parameters (外部参数) that the table declares", Record { fields: declared.collect(), methods: Vec::new() });
    let declared = table.fields.iter().map(|(name, kind)| Field::optional(Cow::Owned(name.clone()), field_type(*kind), "form field"));
    group("field", "form fields that the table declares", Record { fields: declared.collect(), methods: Vec::new() });
    environment.names.fields.push(Field::known("now", Type::Timestamp, "the moment of the question"));
    environment
}

/// All values that a fact can have, when they are few and fixed.
pub(crate) fn known_values(path: &str) -> &'static [&'static str] {
    match path {
        "ticket.kind" => {
            &["return_refund", "refund_only", "exchange", "resend", "repair", "price_protect", "freight_claim", "complaint", "inquiry"]
        }
        "ticket.priority" => &["low", "normal", "high", "urgent"],
        _ => &[],
    }
}

fn parameter_type(kind: ParameterType) -> Type {
    match kind {
        ParameterType::Boolean => Type::Bool,
        ParameterType::Integer => Type::Int,
        ParameterType::Number => Type::Double,
        ParameterType::Money => Type::Money,
        ParameterType::Set => Type::list(Type::Text),
        ParameterType::String | ParameterType::Department | ParameterType::Person | ParameterType::Role => Type::Text,
    }
}

fn field_type(kind: FieldType) -> Type {
    match kind {
        FieldType::Boolean => Type::Bool,
        FieldType::Integer => Type::Int,
        FieldType::Number => Type::Double,
        FieldType::Text => Type::Text,
        FieldType::List => Type::list(Type::Text),
        FieldType::Money => Type::Money,
        FieldType::Timestamp => Type::Timestamp,
    }
}

fn record(fields: Vec<Field>) -> Record {
    Record { fields, methods: Vec::new() }
}

fn ticket() -> Record {
    let line = record(vec![
        Field::known("sku", Type::Text, "stock keeping unit; empty when unknown"),
        Field::optional("category", Type::Text, "product category"),
        Field::known("quantity", Type::Int, "how many"),
        Field::known("reason", Type::Text, "reason code"),
        Field::known("requested", Type::Money, "what is asked for this line"),
    ]);
    record(vec![
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
        Field::known("age", Type::Duration, "time since it was created"),
        Field::known("lines", Type::list(line.into_type()), "goods in question"),
        Field::known("categories", Type::list(Type::Text), "product categories of the goods, each once"),
        Field::known("reasons", Type::list(Type::Text), "reason codes of the lines, each once"),
        Field::known("skus", Type::list(Type::Text), "stock keeping units of the lines, each once"),
        Field::known("quantity", Type::Int, "pieces over all lines"),
        Field::known("requested", Type::Money, "what all lines ask together"),
        Field::optional("currency", Type::Text, "currency of what the lines ask; unknown when they differ or ask nothing"),
    ])
}

fn order() -> Record {
    let line = record(vec![
        Field::known("sku", Type::Text, "stock keeping unit"),
        Field::known("title", Type::Text, "what the shop called it"),
        Field::optional("category", Type::Text, "product category"),
        Field::known("quantity", Type::Int, "bought quantity"),
        Field::known("unit_price", Type::Money, "price of one"),
    ]);
    record(vec![
        Field::optional("number", Type::Text, "the shop's order number"),
        Field::optional("paid", Type::Money, "what was paid in total"),
        Field::optional("currency", Type::Text, "currency of what was paid, such as CNY"),
        Field::optional("placed_at", Type::Timestamp, "when it was placed"),
        Field::optional("delivered_at", Type::Timestamp, "when the customer received it (签收); unknown when it lies in the future"),
        Field::optional("days_since_placed", Type::Int, "days of 24 hours since it was placed, begun ones counted: 1 on the first day"),
        Field::optional("days_since_delivery", Type::Int, "days of 24 hours since 签收, begun ones counted: <= 7 is within seven days"),
        Field::optional("lines", Type::list(line.into_type()), "what was bought"),
        Field::optional("categories", Type::list(Type::Text), "product categories of what was bought, each once"),
        Field::optional("attributes", Type::Map(Box::new(Type::Text)), "anything else the shop sent, by name"),
    ])
}

fn customer() -> Record {
    record(vec![
        Field::optional("member_level", Type::Text, "the shop's level, such as vip"),
        Field::optional("tags", Type::list(Type::Text), "the customer's tags"),
        Field::optional("number", Type::Text, "the shop's own id"),
    ])
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
            within("orders_within", Type::Int, "orders of the last so many days"),
            within("claims_within", Type::Int, "after-sales tickets of the last so many days, cancelled and merged ones left out"),
            within("similar_claims_within", Type::Int, "those that share a product, a reason or the problem label with this one"),
            within("refunded_within", Type::Money, "refunded over the tickets of the last so many days"),
            within("paid_within", Type::Money, "paid over the orders of the last so many days"),
        ],
    }
}

fn request() -> Record {
    record(vec![
        Field::known("amount", Type::Money, "the higher of requested and net: what tiers look at"),
        Field::known("currency", Type::Text, "currency of the refund, such as CNY"),
        Field::known("requested", Type::Money, "what the customer asks"),
        Field::known("net", Type::Money, "what would be paid after deductions"),
        Field::known("refunded_before", Type::Money, "what was refunded on the order before"),
        Field::optional("risk_score", Type::Int, "highest score of the fraud rules, 0 to 100; unknown when none could answer"),
        Field::optional("risk_signals", Type::list(Type::Text), "codes of all signals"),
    ])
}

fn desk() -> Record {
    record(vec![
        Field::known("queues", Type::list(Type::Text), "keys of the queues"),
        Field::known("free_agents", Type::Int, "people who are present and have room"),
    ])
}

fn event() -> Record {
    record(vec![
        Field::known("name", Type::Text, "such as ticket.created"),
        Field::known("at", Type::Timestamp, "when it happened"),
        Field::known("actor", Type::Text, "a user's id, customer or system"),
        Field::known("details", Type::Map(Box::new(Type::Text)), "details by name, as text"),
    ])
}

fn tick() -> Record {
    record(vec![
        Field::known("due_at", Type::Timestamp, "when the timetable says"),
        Field::optional("previous_at", Type::Timestamp, "the tick before it; unknown for the first one"),
    ])
}

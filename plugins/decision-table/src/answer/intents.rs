//! What follows from an event or a tick.

use redress_expression::Value;
use redress_sdk::prelude::*;
use redress_sdk::serde_json::{Value as Json, json};
use redress_table::{Fired, SET, Table};

use super::priority;
use crate::words::Words;

/// The rows' intents from top to bottom, within a row from left to right of the catalogue.
pub(crate) fn intents(call: &Call<Table>, fired: &[Fired<'_>]) -> Vec<Intent> {
    let mut intents = Vec::new();
    for hit in fired {
        for (column, value) in &hit.answers {
            if let Some(name) = column.strip_prefix(SET) {
                intents.push(Intent::SetField(Field { name: name.to_owned(), value: json_of(value).to_string() }));
            }
        }
        intents.extend(priority(hit).map(Intent::SetPriority));
        intents.extend(hit.texts("add_tags").map(|tag| Intent::AddTag(tag.to_owned())));
        intents.extend(hit.texts("remove_tags").map(|tag| Intent::RemoveTag(tag.to_owned())));
        intents.extend(notify(call, hit));
        intents.extend(elsewhere(call, hit));
        intents.extend(task(hit));
    }
    intents
}

fn notify(call: &Call<Table>, hit: &Fired<'_>) -> Option<Intent> {
    let recipient = match hit.text("notify_role")? {
        "customer" => Recipient::Customer,
        role => Recipient::Role(role.to_owned()),
    };
    let channel = hit.text("notify_channel").unwrap_or("log");
    let body = hit.text("notify_text").unwrap_or_default();
    Some(Intent::Notify(Message::new(channel, recipient, call.locale(), call.config.name.as_str(), body)))
}

fn elsewhere(call: &Call<Table>, hit: &Fired<'_>) -> impl Iterator<Item = Intent> {
    let words = Words::of(call);
    let (queue, assignee) = (hit.text("queue"), hit.text("assignee"));
    let transfer = (queue.is_some() || assignee.is_some()).then(|| {
        Intent::Transfer(Transfer { queue: queue.map(str::to_owned), assignee: assignee.map(str::to_owned), reason: words.row(hit) })
    });
    let escalation = hit.text("escalate_role").map(|role| Intent::Escalate(Escalation { role: role.to_owned(), reason: words.row(hit) }));
    transfer.into_iter().chain(escalation)
}

fn task(hit: &Fired<'_>) -> Option<Intent> {
    let within_seconds = match hit.answer("task_within") {
        Some(Value::Duration(within)) => u32::try_from(within.seconds()).ok(),
        _ => None,
    };
    let role = hit.text("task_role").unwrap_or_default().to_owned();
    Some(Intent::AddTask(Task { title: hit.text("task")?.to_owned(), role, within_seconds }))
}

fn json_of(value: &Value) -> Json {
    match value {
        Value::Bool(value) => json!(value),
        Value::Int(value) => json!(value),
        Value::Uint(value) => json!(value),
        Value::Double(value) => json!(value),
        Value::Text(text) => json!(&**text),
        Value::Timestamp(moment) => json!(moment.to_string()),
        Value::Duration(length) => json!(length.to_string()),
        Value::List(items) => Json::Array(items.iter().map(json_of).collect()),
        Value::Null | Value::Bytes(_) | Value::Map(_) | Value::Type(_) => Json::Null,
    }
}

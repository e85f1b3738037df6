//! A table as a JDM file.

use serde_json::{Map, Value as Json, json};

use super::{CONTENT_TYPE, cells};
use crate::cell;
use crate::exchange::Exported;
use crate::model::{HitPolicy, Row, Table};
use crate::output::{OutputType, output_type};

/// A JDM file with one decision table between its input and its output.
pub fn export_jdm(table: &Table) -> Exported<Json> {
    let mut dropped = Vec::new();
    let mut rows: Vec<&Row> = table.rows.iter().filter(|row| row.enabled).collect();
    match table.hit {
        HitPolicy::Unique => dropped.push("the hit policy 'unique': 'first' gives the same answers as long as no two rows fit".to_owned()),
        HitPolicy::Priority => {
            rows.sort_by_key(|row| std::cmp::Reverse(row.priority));
            dropped.push("the hit policy 'priority': the rows are put in the order of their priority instead".to_owned());
        }
        HitPolicy::First | HitPolicy::Collect => {}
    }
    let own = table.inputs.iter().filter_map(|input| Some((&input.label, input.currency.as_deref()?)));
    dropped.extend(own.map(|(label, currency)| format!("the currency {currency} of the column '{label}': columns of JDM have none")));
    dropped.extend(table.rows.iter().filter(|row| !row.enabled).map(|row| format!("the row '{}', which is switched off", row.id)));
    let has_conditions = rows.iter().any(|row| !row.condition.is_empty());
    let mut inputs: Vec<Json> = table
        .inputs
        .iter()
        .enumerate()
        .map(|(at, input)| json!({"id": input_id(at), "name": input.label, "field": input.expression}))
        .collect();
    if has_conditions {
        inputs.push(json!({"id": "condition", "name": "condition", "field": ""}));
    }
    let outputs: Vec<Json> =
        table.outputs.iter().enumerate().map(|(at, name)| json!({"id": output_id(at), "name": name, "field": name})).collect();
    let rules: Vec<Json> = rows.iter().map(|row| rule(table, row, &mut dropped)).collect();
    let hit = if table.hit == HitPolicy::Collect { "collect" } else { "first" };
    let content = json!({"hitPolicy": hit, "inputs": inputs, "outputs": outputs, "rules": rules});
    let node = |id: &str, kind: &str, name: &str, x: u32| json!({"id": id, "type": kind, "name": name, "position": {"x": x, "y": 100}});
    let mut middle = node("table", "decisionTableNode", &table.name, 400);
    middle["content"] = content;
    let edge = |from: &str, to: &str| json!({"id": format!("{from}-{to}"), "type": "edge", "sourceId": from, "targetId": to});
    let content = json!({
        "contentType": CONTENT_TYPE,
        "nodes": [node("request", "inputNode", "Request", 100), middle, node("response", "outputNode", "Response", 700)],
        "edges": [edge("request", "table"), edge("table", "response")],
    });
    Exported { content, dropped }
}

fn input_id(at: usize) -> String {
    format!("in{at}")
}

fn output_id(at: usize) -> String {
    format!("out{at}")
}

fn rule(table: &Table, row: &Row, dropped: &mut Vec<String>) -> Json {
    let mut rule = Map::from_iter([("_id".to_owned(), json!(row.id)), ("_description".to_owned(), json!(row.note))]);
    for (at, (text, input)) in row.when.iter().zip(&table.inputs).enumerate() {
        let digits = table.digits_of(input);
        let zen = cell::read(text, input.kind, digits).ok().and_then(|cell| cells::to_zen(&cell, input.kind, digits));
        if zen.is_none() {
            dropped.push(format!("the cell {text} of row '{}' in column '{}': JDM cannot write it", row.id, input.label));
        }
        rule.insert(input_id(at), json!(zen.unwrap_or_default()));
    }
    if !row.condition.is_empty() {
        rule.insert("condition".to_owned(), json!(row.condition));
    }
    for (at, (text, name)) in row.then.iter().zip(&table.outputs).enumerate() {
        let text = text.trim();
        let zen = match (text.strip_prefix('='), output_type(table.hook, name)) {
            _ if text.is_empty() => String::new(),
            (Some(expression), _) => expression.trim().to_owned(),
            (None, Ok(OutputType::Boolean | OutputType::Integer(..) | OutputType::Money)) => text.to_owned(),
            (None, Ok(OutputType::Texts)) => json!(text.split([',', '，', '、']).map(str::trim).collect::<Vec<_>>()).to_string(),
            (None, _) => json!(text).to_string(),
        };
        rule.insert(output_id(at), json!(zen));
    }
    Json::Object(rule)
}

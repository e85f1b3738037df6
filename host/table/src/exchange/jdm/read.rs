//! A table from a JDM file.

use redress_expression::Type;
use serde_json::Value as Json;

use super::{JdmOptions, cells};
use crate::exchange::{ImportError, Imported};
use crate::facts::environment;
use crate::model::{HitPolicy, Input, InputType, Row, Table};
use crate::output::output_type;

/// Reads the decision table of a JDM file.
///
/// # Errors
/// Everything that has no counterpart, each with its row and column.
pub fn import_jdm(file: &Json, options: &JdmOptions) -> Result<Imported, ImportError> {
    let mut dropped = Vec::new();
    let node = pick(file, options, &mut dropped)?;
    let content = &node["content"];
    let mut reader = Reader { options, content, dropped, problems: Vec::new(), table: outline(node, options) };
    reader.settings();
    let inputs = reader.inputs();
    let outputs = reader.outputs();
    for (at, rule) in list(content, "rules").iter().enumerate() {
        reader.rule(at, rule, &inputs, &outputs);
    }
    if reader.problems.is_empty() {
        Ok(Imported { table: reader.table, dropped: reader.dropped })
    } else {
        Err(ImportError { problems: reader.problems })
    }
}

/// The one table that is meant; everything around it is left behind.
fn pick<'a>(file: &'a Json, options: &JdmOptions, dropped: &mut Vec<String>) -> Result<&'a Json, ImportError> {
    let nodes = list(file, "nodes");
    let is_table = |node: &&Json| node["type"] == "decisionTableNode";
    let wanted = |node: &&Json| options.node.as_ref().is_none_or(|name| node["name"] == name.as_str() || node["id"] == name.as_str());
    let tables: Vec<&Json> = nodes.iter().filter(is_table).filter(wanted).collect();
    let names = || nodes.iter().filter(is_table).map(|node| text(node, "name")).collect::<Vec<_>>().join(", ");
    let [node] = tables[..] else {
        let message = match (tables.len(), &options.node) {
            (0, None) => "the file has no decision table".to_owned(),
            (0, Some(name)) => format!("the file has no decision table '{name}': there are {}", names()),
            _ => format!("the file has several decision tables: name one of {}", names()),
        };
        return Err(ImportError::one(message));
    };
    for other in nodes.iter().filter(|other| !std::ptr::eq(*other, node)) {
        if !matches!(other["type"].as_str(), Some("inputNode" | "outputNode")) {
            dropped.push(format!("the node '{}' ({})", text(other, "name"), text(other, "type")));
        }
    }
    Ok(node)
}

fn outline(node: &Json, options: &JdmOptions) -> Table {
    let hit = if node["content"]["hitPolicy"] == "collect" { HitPolicy::Collect } else { HitPolicy::First };
    Table {
        name: text(node, "name"),
        hook: options.hook,
        hit,
        currency: options.currency.clone(),
        parameters: std::collections::BTreeMap::new(),
        fields: std::collections::BTreeMap::new(),
        inputs: Vec::new(),
        outputs: Vec::new(),
        rows: Vec::new(),
    }
}

struct Reader<'a> {
    options: &'a JdmOptions,
    content: &'a Json,
    dropped: Vec<String>,
    problems: Vec<String>,
    table: Table,
}

impl<'a> Reader<'a> {
    fn settings(&mut self) {
        let hit = &self.content["hitPolicy"];
        if !hit.is_null() && *hit != "first" && *hit != "collect" {
            self.dropped.push(format!("the hit policy {hit}: the topmost row that fits counts instead"));
        }
        for (name, harmless) in [
            ("passThrough", Json::Bool(false)),
            ("inputField", Json::Null),
            ("outputPath", Json::Null),
            ("executionMode", Json::from("single")),
        ] {
            let value = &self.content[name];
            if !value.is_null() && *value != harmless && *value != "" {
                self.dropped.push(format!("the setting {name} = {value}"));
            }
        }
    }

    /// Columns by the ids of the file; the place in the table is none for a column of whole conditions.
    fn inputs(&mut self) -> Vec<(&'a str, Option<usize>)> {
        let mut columns = Vec::new();
        let environment = environment(&self.table);
        for column in list(self.content, "inputs") {
            let id = column["id"].as_str().unwrap_or_default();
            let field = text(column, "field");
            if field.trim().is_empty() {
                columns.push((id, None));
                continue;
            }
            let expression = self.options.names.get(&field).cloned().unwrap_or(field);
            let known = environment.field(&expression).map(|field| &field.kind);
            let kind = match known {
                Some(Type::Bool) => InputType::Boolean,
                Some(Type::Int) => InputType::Integer,
                Some(Type::Money) => InputType::Money,
                Some(Type::Double) => InputType::Number,
                Some(Type::List(_)) => InputType::List,
                Some(Type::Duration) => InputType::Duration,
                Some(_) => InputType::Text,
                None => self.guess(id),
            };
            columns.push((id, Some(self.table.inputs.len())));
            self.table.inputs.push(Input { label: text(column, "name"), expression, kind, currency: None, values: Vec::new() });
        }
        columns
    }

    /// The type of a column from its cells, when its fact is not known here.
    fn guess(&self, id: &str) -> InputType {
        let cells: Vec<String> = list(self.content, "rules").iter().map(|rule| text(rule, id)).collect();
        let fits = |kind| cells.iter().all(|cell| cells::to_ours(cell, kind, None).is_some());
        [InputType::Boolean, InputType::Integer, InputType::Number].into_iter().find(|kind| fits(*kind)).unwrap_or(InputType::Text)
    }

    fn outputs(&mut self) -> Vec<&'a str> {
        let mut columns = Vec::new();
        for column in list(self.content, "outputs") {
            let field = text(column, "field");
            let name = self.options.names.get(&field).cloned().unwrap_or(field);
            match output_type(self.options.hook, &name) {
                Ok(_) => {
                    columns.push(column["id"].as_str().unwrap_or_default());
                    self.table.outputs.push(name);
                }
                Err(why) => self.dropped.push(format!("the column of answers '{name}': {why}")),
            }
        }
        columns
    }

    fn rule(&mut self, at: usize, rule: &Json, inputs: &[(&str, Option<usize>)], outputs: &[&str]) {
        let digits = self.table.money_digits();
        let mut when = vec!["-".to_owned(); self.table.inputs.len()];
        let mut conditions = Vec::new();
        for (id, place) in inputs {
            let zen = text(rule, id);
            let Some(place) = *place else {
                if !zen.trim().is_empty() {
                    conditions.push(format!("({})", zen.trim()));
                }
                continue;
            };
            let input = &self.table.inputs[place];
            match cells::to_ours(&zen, input.kind, digits) {
                Some(cell) => when[place] = cell,
                None => self.problems.push(format!("row {}, column '{}': the cell {zen} has no counterpart here", at + 1, input.label)),
            }
        }
        let mut then = Vec::new();
        for (id, name) in outputs.iter().zip(&self.table.outputs) {
            let zen = text(rule, id);
            match cells::answer(&zen) {
                Some(cell) => then.push(cell),
                None => self.problems.push(format!("row {}, column '{name}': the answer {zen} has no counterpart here", at + 1)),
            }
        }
        let id = Some(text(rule, "_id")).filter(|id| !id.is_empty()).unwrap_or_else(|| format!("row-{}", at + 1));
        let condition = conditions.join(" && ");
        self.table.rows.push(Row { id, enabled: true, priority: 0, when, condition, then, note: text(rule, "_description") });
    }
}

fn list<'a>(of: &'a Json, name: &str) -> &'a [Json] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

fn text(of: &Json, name: &str) -> String {
    of[name].as_str().unwrap_or_default().to_owned()
}

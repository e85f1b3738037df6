//! What comes in with an answer: fields that the node may write, of the right type, and the words that it needs (Z14).

use std::collections::BTreeMap;

use redress_domain::id::TaskId;
use serde_json::{Map, Value};

use super::Engine;
use crate::definition::{Access, Button, Does, Node, Opinion, ValueType};
use crate::effect::Effect;
use crate::refusal::Refusal;
use crate::run::Run;

/// Most characters of an opinion.
const WORDS: usize = 4_000;

impl Engine<'_, '_> {
    /// Takes first values in: those that the definition declares; the ticket's form may have more.
    pub(super) fn first_values(&mut self, form: Map<String, Value>) -> Result<(), Refusal> {
        for (name, value) in form {
            let Some(field) = self.flow.definition().fields.get(&name) else { continue };
            if !value.is_null() {
                fits(&name, &value, field.kind)?;
                self.run.form.insert(name, value);
            }
        }
        Ok(())
    }

    /// Checks what was filled in against the fields that the node may write, and that nothing mandatory is missing.
    pub(super) fn check_data(&self, node: &Node, button: &Button, data: &Map<String, Value>) -> Result<(), Refusal> {
        let access = node.work.as_ref().map(|work| &work.fields);
        for (name, value) in data {
            let declared = self.flow.definition().fields.get(name);
            let writes = access.and_then(|fields| fields.get(name)).is_some_and(|access| access.writes());
            let (Some(field), true) = (declared, writes) else {
                return Err(Refusal::FieldNotWritable { field: name.clone(), allowed: writable(access) });
            };
            if !value.is_null() {
                fits(name, value, field.kind)?;
            }
        }
        if matches!(button.does, Does::Submit | Does::Agree) {
            let required = access.into_iter().flatten().filter(|(_, access)| **access == Access::Required);
            for (name, _) in required {
                if is_blank(data.get(name).or_else(|| self.run.form.get(name))) {
                    return Err(Refusal::FieldMissing { field: name.clone(), button: button.code.clone() });
                }
            }
        }
        Ok(())
    }

    /// Writes what was filled in, in the run and on the ticket.
    pub(super) fn write_data(&mut self, data: Map<String, Value>) {
        for (name, value) in data {
            if value.is_null() {
                self.run.form.remove(&name);
            } else {
                self.run.form.insert(name.clone(), value.clone());
            }
            self.effects.push(Effect::SetField { name, value });
        }
    }
}

/// Words without blanks around them, when the button has those that it needs.
pub(super) fn check_opinion(button: &Button, opinion: Option<String>) -> Result<Option<String>, Refusal> {
    let opinion = opinion.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    // 驳回 always comes with an opinion (Z13).
    if opinion.is_none() && (button.opinion == Opinion::Required || button.does == Does::Reject) {
        return Err(Refusal::OpinionMissing { button: button.code.clone() });
    }
    let found = opinion.as_ref().map_or(0, |words| words.chars().count());
    if found > WORDS {
        return Err(Refusal::OpinionTooLong { most: WORDS, found });
    }
    Ok(opinion)
}

/// The declared and well-typed part of an answer.
pub(super) fn declared(gives: &BTreeMap<String, ValueType>, answer: Map<String, Value>) -> Map<String, Value> {
    answer.into_iter().filter(|(name, value)| gives.get(name).is_some_and(|kind| kind.read(value).is_some())).collect()
}

/// Why a task is not open: closed by somebody, or never there.
pub(super) fn no_task(run: &Run, task: TaskId, otherwise: Refusal) -> Refusal {
    match run.closed.iter().rev().find(|closed| closed.task == task) {
        Some(closed) => Refusal::TaskDone { by: closed.by.to_string(), at: closed.at },
        None => otherwise,
    }
}

fn fits(name: &str, value: &Value, kind: ValueType) -> Result<(), Refusal> {
    match kind.read(value) {
        Some(_) => Ok(()),
        None => Err(Refusal::FieldType { field: name.to_owned(), wanted: kind.wanted() }),
    }
}

fn is_blank(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}

fn writable(access: Option<&BTreeMap<String, Access>>) -> String {
    let names: Vec<&str> = access.into_iter().flatten().filter(|(_, access)| access.writes()).map(|(name, _)| name.as_str()).collect();
    if names.is_empty() { "no field".to_owned() } else { names.join(", ") }
}

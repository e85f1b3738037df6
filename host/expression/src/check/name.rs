//! Names and fields.

use super::Checker;
use crate::suggest::nearest;
use crate::syntax::{Kind, Node};
use crate::{Record, Type};

impl<'a> Checker<'a> {
    /// A path as a value.
    pub(super) fn path(&mut self, path: &[Box<str>], at: u32) -> Type {
        let is_local = path.first().is_some_and(|first| self.locals.iter().any(|(name, _)| **first == **name));
        match self.resolve(path, at) {
            Type::Record(record) if !is_local => {
                let example = record.fields.first().map_or(String::new(), |field| format!(", such as {}.{}", path.join("."), field.name));
                self.problem(at, format!("'{}' is a group of facts: select one of them{example}", path.join(".")))
            }
            found => found,
        }
    }

    /// A part whose field is asked for; here a group of facts may stand as a whole.
    pub(super) fn group(&mut self, node: &'a Node) -> Type {
        match &node.kind {
            Kind::Path(path) => self.resolve(path, node.at),
            _ => self.kind(node),
        }
    }

    fn resolve(&mut self, path: &[Box<str>], at: u32) -> Type {
        let Some((first, fields)) = path.split_first() else { return Type::Any };
        let local = self.locals.iter().rev().find(|(name, _)| **name == **first).map(|(_, kind)| kind.clone());
        let known = &self.environment.names.fields;
        let Some(mut found) = local.or_else(|| known.iter().find(|field| *field.name == **first).map(|field| field.kind.clone())) else {
            let names = known.iter().map(|field| &*field.name).chain(self.locals.iter().map(|(name, _)| *name));
            let told = did_you_mean(nearest(first, names), "check the spelling, and put texts in quotation marks");
            return self.problem(at, format!("there is no '{first}'{told}"));
        };
        for field in fields {
            found = self.select(&found, field, at);
        }
        found
    }

    /// The type of a field.
    pub(super) fn select(&mut self, of: &Type, name: &str, at: u32) -> Type {
        match of {
            Type::Any => Type::Any,
            Type::Map(values) => (**values).clone(),
            Type::Record(record) => {
                let found = record.field(name).map(|field| field.kind.clone());
                found.unwrap_or_else(|| self.problem(at, no_field(record, name)))
            }
            other => self.problem(at, format!("'{name}' cannot be selected from {other}")),
        }
    }
}

fn no_field(record: &Record, name: &str) -> String {
    let names: Vec<&str> = record.fields.iter().map(|field| &*field.name).collect();
    let all = if names.is_empty() { "there are none here".to_owned() } else { format!("there are {}", names.join(", ")) };
    format!("there is no field '{name}'{}", did_you_mean(nearest(name, names.iter().copied()), &all))
}

pub(super) fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    meant.map_or_else(|| format!(": {otherwise}"), |meant| format!(": did you mean '{meant}'?"))
}

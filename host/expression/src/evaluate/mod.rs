//! From tree to value. Evaluation never panics and always ends: it counts its steps.

mod call;
mod convert;
mod fold;
mod operator;
mod text;
mod when;

pub(crate) use text::pattern_of;
pub(crate) use when::zone_help;

use crate::facts::{Facts, Unavailable, field_of};
use crate::fault::{Cause, Fault};
use crate::syntax::{Kind, Node, Operator};
use crate::{Settings, Value};

/// Evaluates a tree.
pub(crate) fn evaluate(tree: &Node, facts: &dyn Facts, settings: &Settings) -> Result<Value, Fault> {
    let mut machine = Machine { facts, settings, locals: Vec::new(), steps: 0 };
    let value = machine.value(tree)?;
    // Lists that share their items may be far larger than the steps that made them; whoever gets one goes through all of it.
    machine.weigh(&value, tree.at)?;
    Ok(value)
}

/// One evaluation.
struct Machine<'a> {
    facts: &'a dyn Facts,
    settings: &'a Settings,
    /// Names that macros bind, innermost last.
    locals: Vec<(&'a str, Value)>,
    steps: u32,
}

impl<'a> Machine<'a> {
    fn value(&mut self, node: &'a Node) -> Result<Value, Fault> {
        self.step(node.at, 0)?;
        match &node.kind {
            Kind::Literal(value) => Ok(value.clone()),
            Kind::Path(path) => self.path(path).map_err(|cause| cause.at(node.at)),
            Kind::Select(of, name) => {
                let of = self.value(of)?;
                field_of(&of, name).map_err(|why| unavailable(why, name).at(node.at))
            }
            Kind::Has(of, name) => self.has(of, name),
            Kind::Index(of, index) => {
                let (of, index) = (self.value(of)?, self.value(index)?);
                operator::index(&of, &index).map_err(|cause| cause.at(node.at))
            }
            Kind::List(items) => Ok(Value::List(items.iter().map(|item| self.value(item)).collect::<Result<_, _>>()?)),
            Kind::Map(entries) => self.map(entries),
            Kind::Call(call) => self.call(call, node.at),
            Kind::Not(of) => match self.value(of)? {
                Value::Bool(value) => Ok(Value::Bool(!value)),
                other => Err(type_error("!", &[&other]).at(node.at)),
            },
            Kind::Negate(of) => {
                let of = self.value(of)?;
                operator::negate(&of).map_err(|cause| cause.at(node.at))
            }
            Kind::Binary(operator, sides) => self.binary(*operator, &sides.0, &sides.1),
            Kind::All(parts) => self.logic(parts, false),
            Kind::Any(parts) => self.logic(parts, true),
            Kind::Choice(parts) => match self.value(&parts.0)? {
                Value::Bool(true) => self.value(&parts.1),
                Value::Bool(false) => self.value(&parts.2),
                other => Err(type_error("? :", &[&other]).at(node.at)),
            },
            Kind::Fold(fold) => self.fold(fold),
        }
    }

    /// Counts a step, and more for what is copied or searched.
    fn step(&mut self, at: u32, size: usize) -> Result<(), Fault> {
        let more = u32::try_from(size / 16).unwrap_or(u32::MAX);
        self.steps = self.steps.saturating_add(1).saturating_add(more);
        let most = self.settings.steps;
        if self.steps > most { Err(Cause::Steps(most).at(at)) } else { Ok(()) }
    }

    /// Counts every item of a value, those that it shares again and again.
    fn weigh(&mut self, value: &Value, at: u32) -> Result<(), Fault> {
        match value {
            Value::List(items) => items.iter().try_for_each(|item| self.step(at, 0).and_then(|()| self.weigh(item, at))),
            Value::Map(entries) => entries.values().try_for_each(|entry| self.step(at, 0).and_then(|()| self.weigh(entry, at))),
            _ => Ok(()),
        }
    }

    fn path(&self, path: &[Box<str>]) -> Result<Value, Cause> {
        let Some((first, fields)) = path.split_first() else { return Ok(Value::Null) };
        if let Some((_, value)) = self.locals.iter().rev().find(|(name, _)| **name == **first) {
            return fields.iter().try_fold(value.clone(), |value, field| field_of(&value, field).map_err(|why| unavailable(why, field)));
        }
        self.facts.value(path).or_else(|why| {
            let name = path.join(".");
            match why {
                Unavailable::Unknown => convert::type_named(&name).ok_or(Cause::Unknown(name)),
                why => Err(unavailable(why, &name)),
            }
        })
    }

    fn has(&mut self, of: &'a Node, name: &str) -> Result<Value, Fault> {
        if let Kind::Path(path) = &of.kind {
            let local = self.locals.iter().any(|(local, _)| path.first().is_some_and(|first| **first == **local));
            if !local {
                let mut path = path.clone();
                path.push(name.into());
                return match self.facts.value(&path) {
                    Ok(_) => Ok(Value::Bool(true)),
                    Err(Unavailable::Missing) => Ok(Value::Bool(false)),
                    Err(why) => Err(unavailable(why, &path.join(".")).at(of.at)),
                };
            }
        }
        let value = self.value(of)?;
        match field_of(&value, name) {
            Ok(_) => Ok(Value::Bool(true)),
            Err(Unavailable::Missing) => Ok(Value::Bool(false)),
            Err(why) => Err(unavailable(why, name).at(of.at)),
        }
    }

    fn map(&mut self, entries: &'a [(Node, Node)]) -> Result<Value, Fault> {
        let mut map = std::collections::BTreeMap::new();
        for (key, value) in entries {
            let found = self.value(key)?;
            let found = match &found {
                Value::Double(_) => None,
                other => other.as_key(),
            };
            let found = found.ok_or_else(|| Cause::Type { what: "a key of a map".into(), found: "this type".into() }.at(key.at))?;
            if map.contains_key(&found) {
                return Err(Cause::Unreadable(format!("the key {found} stands twice")).at(key.at));
            }
            map.insert(found, self.value(value)?);
        }
        Ok(Value::Map(map.into()))
    }

    fn binary(&mut self, operator: Operator, left: &'a Node, right: &'a Node) -> Result<Value, Fault> {
        let at = left.at;
        let (left, right) = (self.value(left)?, self.value(right)?);
        self.step(at, operator::cost(operator, &left, &right))?;
        // Comparing goes through all that is in both.
        match operator {
            Operator::Equal | Operator::NotEqual => self.weigh(&left, at)?,
            Operator::In => self.weigh(&right, at)?,
            _ => {}
        }
        operator::apply(operator, &left, &right).map_err(|cause| cause.at(at))
    }

    /// `&&` and `||`: one operand that decides is enough, even when another one fails.
    fn logic(&mut self, parts: &'a [Node], decides: bool) -> Result<Value, Fault> {
        let mut failed = None;
        for part in parts {
            let fault = match self.value(part) {
                Ok(Value::Bool(value)) if value == decides => return Ok(Value::Bool(decides)),
                Ok(Value::Bool(_)) => continue,
                Ok(other) => type_error(if decides { "||" } else { "&&" }, &[&other]).at(part.at),
                Err(fault) => fault,
            };
            if matches!(fault.cause, Cause::Steps(_)) {
                return Err(fault);
            }
            failed = failed.or(Some(fault));
        }
        failed.map_or(Ok(Value::Bool(!decides)), Err)
    }
}

fn unavailable(why: Unavailable, name: &str) -> Cause {
    match why {
        Unavailable::Missing => Cause::Missing(name.to_owned()),
        Unavailable::Unknown => Cause::Unknown(name.to_owned()),
        Unavailable::Failed(why) => Cause::Failed(why),
    }
}

/// The operator or function does not fit what it was given.
fn type_error(what: &str, found: &[&Value]) -> Cause {
    let found = found.iter().map(|value| value.type_name()).collect::<Vec<_>>().join(" and ");
    Cause::Type { what: what.to_owned(), found }
}

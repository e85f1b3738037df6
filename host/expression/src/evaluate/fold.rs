//! The macros over lists and the keys of maps.

use super::{Machine, type_error};
use crate::Value;
use crate::fault::{Cause, Fault};
use crate::syntax::{Fold, FoldKind, Node};

impl<'a> Machine<'a> {
    pub(super) fn fold(&mut self, fold: &'a Fold) -> Result<Value, Fault> {
        let over = self.value(&fold.over)?;
        let items: Vec<Value> = match &over {
            Value::List(items) => items.to_vec(),
            Value::Map(entries) => entries.keys().map(Value::from).collect(),
            other => return Err(type_error(fold.how.name(), &[other]).at(fold.over.at)),
        };
        self.step(fold.over.at, items.len())?;
        match fold.how {
            FoldKind::All => self.decide(fold, items, false),
            FoldKind::Exists => self.decide(fold, items, true),
            FoldKind::ExistsOne => {
                let mut count = 0;
                for item in items {
                    count += u32::from(self.holds(fold, fold.body.as_ref(), &item)?);
                }
                Ok(Value::Bool(count == 1))
            }
            FoldKind::Map | FoldKind::Filter => {
                let mut kept = Vec::new();
                for item in items {
                    if self.holds(fold, fold.filter.as_ref(), &item)? {
                        kept.push(match &fold.body {
                            Some(body) => self.with(fold, body, item)?,
                            None => item,
                        });
                    }
                }
                Ok(Value::List(kept.into()))
            }
        }
    }

    /// `all` and `exists`: one item that decides is enough, even when others fail.
    fn decide(&mut self, fold: &'a Fold, items: Vec<Value>, decides: bool) -> Result<Value, Fault> {
        let mut failed = None;
        for item in items {
            match self.holds(fold, fold.body.as_ref(), &item) {
                Ok(held) if held == decides => return Ok(Value::Bool(decides)),
                Ok(_) => {}
                Err(fault) if matches!(fault.cause, Cause::Steps(_)) => return Err(fault),
                Err(fault) => failed = failed.or(Some(fault)),
            }
        }
        failed.map_or(Ok(Value::Bool(!decides)), Err)
    }

    fn holds(&mut self, fold: &'a Fold, condition: Option<&'a Node>, item: &Value) -> Result<bool, Fault> {
        let Some(condition) = condition else { return Ok(true) };
        match self.with(fold, condition, item.clone())? {
            Value::Bool(held) => Ok(held),
            other => Err(type_error(fold.how.name(), &[&other]).at(condition.at)),
        }
    }

    fn with(&mut self, fold: &'a Fold, body: &'a Node, item: Value) -> Result<Value, Fault> {
        self.locals.push((&fold.variable, item));
        let value = self.value(body);
        self.locals.pop();
        value
    }
}

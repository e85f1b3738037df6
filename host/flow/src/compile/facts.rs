//! Facts of a run: the caller's, and `form` and `outcome`.

use redress_expression::{Facts, Timestamp, Unavailable, Value};

use crate::compile::Flow;
use crate::definition::{NodeId, ValueType};
use crate::run::{Outcome, Run};

/// What the expressions of a flow look at.
pub(crate) struct RunFacts<'a> {
    pub(crate) flow: &'a Flow,
    pub(crate) run: &'a Run,
    pub(crate) outer: &'a dyn Facts,
}

impl Facts for RunFacts<'_> {
    fn value(&self, path: &[Box<str>]) -> Result<Value, Unavailable> {
        match path.first().map(AsRef::as_ref) {
            Some("form") => self.form(&path[1..]),
            Some("outcome") => self.outcome(&path[1..]),
            _ => self.outer.value(path),
        }
    }

    fn call(&self, path: &[Box<str>], method: &str, arguments: &[Value]) -> Result<Value, Unavailable> {
        self.outer.call(path, method, arguments)
    }
}

impl RunFacts<'_> {
    fn form(&self, path: &[Box<str>]) -> Result<Value, Unavailable> {
        let fields = &self.flow.definition().fields;
        let Some((name, rest)) = path.split_first() else {
            let known = fields.iter().filter_map(|(name, field)| Some((name.as_str(), field.kind.read(self.run.form.get(name)?)?)));
            return Ok(Value::record(known));
        };
        let field = fields.get(&**name).ok_or(Unavailable::Unknown)?;
        let value = self.run.form.get(&**name).ok_or(Unavailable::Missing)?;
        read(field.kind, value)?.select(rest)
    }

    fn outcome(&self, path: &[Box<str>]) -> Result<Value, Unavailable> {
        let Some((name, rest)) = path.split_first() else {
            let known = self.run.outcomes.iter().map(|(id, outcome)| (id.as_str(), self.whole(id, outcome)));
            return Ok(Value::record(known));
        };
        let (id, outcome) = self.run.outcomes.get_key_value(&**name).ok_or(Unavailable::Missing)?;
        let Some((part, rest)) = rest.split_first() else { return Ok(self.whole(id, outcome)) };
        self.part(id, outcome, part)?.select(rest)
    }

    fn part(&self, id: &NodeId, outcome: &Outcome, name: &str) -> Result<Value, Unavailable> {
        Ok(match name {
            "action" => Value::text(&outcome.action),
            "by" => Value::text(&outcome.by.to_string()),
            "opinion" => Value::text(outcome.opinion.as_deref().ok_or(Unavailable::Missing)?),
            "at" => Value::Timestamp(Timestamp::from_millis(outcome.at.as_millis()).ok_or(Unavailable::Missing)?),
            "times" => Value::Int(outcome.times.into()),
            _ => {
                let kind = self.flow.node(id).and_then(|node| node.gives.get(name)).ok_or(Unavailable::Unknown)?;
                return read(*kind, outcome.data.get(name).ok_or(Unavailable::Missing)?);
            }
        })
    }

    fn whole(&self, id: &NodeId, outcome: &Outcome) -> Value {
        let given = self.flow.node(id).map(|node| node.gives.keys()).into_iter().flatten().map(String::as_str);
        let names = super::environment::OWN.into_iter().chain(given);
        Value::record(names.filter_map(|name| Some((name, self.part(id, outcome, name).ok()?))))
    }
}

/// A stored value as its type says; unknown when it does not fit, because the definition that stored it was another.
fn read(kind: ValueType, value: &serde_json::Value) -> Result<Value, Unavailable> {
    kind.read(value).ok_or(Unavailable::Missing)
}

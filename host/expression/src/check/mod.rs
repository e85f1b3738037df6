//! Names and types, checked before anything runs.

mod call;
mod name;
mod operator;

use crate::syntax::{Fold, FoldKind, Kind, Node};
use crate::{Environment, Problem, Type, Value};

pub(crate) use call::is_function;

/// More problems than this say nothing new about one expression.
const MOST_PROBLEMS: usize = 20;

/// The type of the tree's value, or everything that is wrong, in the order of the text.
pub(crate) fn check(tree: &Node, environment: &Environment) -> Result<Type, Vec<Problem>> {
    let mut checker = Checker { environment, locals: Vec::new(), problems: Vec::new() };
    let found = checker.kind(tree);
    if checker.problems.is_empty() {
        return Ok(found);
    }
    checker.problems.sort_by_key(|problem| problem.at);
    checker.problems.truncate(MOST_PROBLEMS);
    Err(checker.problems)
}

struct Checker<'a> {
    environment: &'a Environment,
    /// Names that macros bind, innermost last.
    locals: Vec<(&'a str, Type)>,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    /// The type of a part. After a problem it is [`Type::Any`], so that one mistake is told once.
    fn kind(&mut self, node: &'a Node) -> Type {
        match &node.kind {
            Kind::Literal(value) => literal(value),
            Kind::Path(path) => self.path(path, node.at),
            Kind::Select(of, name) => {
                let of_kind = self.kind(of);
                self.select(&of_kind, name, node.at)
            }
            Kind::Has(of, name) => {
                let of_kind = self.group(of);
                self.select(&of_kind, name, of.at);
                Type::Bool
            }
            Kind::Index(of, index) => self.index(of, index),
            Kind::List(items) => {
                let of = self.common(items.iter(), "a list holds values of one type");
                Type::list(of)
            }
            Kind::Map(entries) => {
                for (key, _) in entries {
                    self.want(key, &Type::Text, "a key of a map");
                }
                let of = self.common(entries.iter().map(|(_, value)| value), "a map holds values of one type");
                Type::Map(Box::new(of))
            }
            Kind::Call(call) => self.call(call, node.at),
            Kind::Not(of) => {
                self.want(of, &Type::Bool, "!");
                Type::Bool
            }
            Kind::Negate(of) => self.negate(of),
            Kind::Binary(operator, sides) => self.binary(*operator, &sides.0, &sides.1),
            Kind::All(parts) => self.logic(parts, "&&"),
            Kind::Any(parts) => self.logic(parts, "||"),
            Kind::Choice(parts) => {
                self.want(&parts.0, &Type::Bool, "the question before ?");
                self.common([&parts.1, &parts.2].into_iter(), "both sides of : must be of one type")
            }
            Kind::Fold(fold) => self.fold(fold),
        }
    }

    fn problem(&mut self, at: u32, message: impl Into<String>) -> Type {
        self.problems.push(Problem::new(at as usize, message));
        Type::Any
    }

    /// Checks a part that must be of a type.
    fn want(&mut self, node: &'a Node, wanted: &Type, what: &str) {
        let found = self.kind(node);
        if !found.fits(wanted) {
            self.problem(node.at, format!("{what} needs {wanted}, and this is {found}{}", hint(&found, wanted)));
        }
    }

    fn logic(&mut self, parts: &'a [Node], symbol: &str) -> Type {
        for part in parts {
            self.want(part, &Type::Bool, symbol);
        }
        Type::Bool
    }

    fn common(&mut self, parts: impl Iterator<Item = &'a Node>, rule: &str) -> Type {
        let mut common = Type::Any;
        for part in parts {
            let found = self.kind(part);
            match common.common(&found) {
                Some(both) => common = both,
                None => return self.problem(part.at, format!("{rule}: this is {found}, the one before {common}")),
            }
        }
        common
    }

    fn fold(&mut self, fold: &'a Fold) -> Type {
        let name = fold.how.name();
        let item = match self.kind(&fold.over) {
            Type::List(of) => *of,
            Type::Map(_) => Type::Text,
            Type::Any => Type::Any,
            other => self.problem(fold.over.at, format!("{name}() goes through a list, and this is {other}")),
        };
        if self.environment.names.field(&fold.variable).is_some() {
            self.problem(fold.over.at, format!("{name}() calls its item '{}', which is a name already: choose another one", fold.variable));
        }
        self.locals.push((&fold.variable, item.clone()));
        if let Some(filter) = &fold.filter {
            self.want(filter, &Type::Bool, &format!("the condition of {name}()"));
        }
        let made = match &fold.body {
            Some(body) if fold.how == FoldKind::Map => Type::list(self.kind(body)),
            Some(body) => {
                self.want(body, &Type::Bool, &format!("the condition of {name}()"));
                Type::Bool
            }
            None => Type::list(item),
        };
        self.locals.pop();
        made
    }
}

fn literal(value: &Value) -> Type {
    match value {
        Value::Null => Type::Null,
        Value::Bool(_) => Type::Bool,
        Value::Int(_) => Type::Int,
        Value::Uint(_) => Type::Uint,
        Value::Double(_) => Type::Double,
        Value::Text(_) => Type::Text,
        Value::Bytes(_) => Type::Bytes,
        Value::Timestamp(_) => Type::Timestamp,
        Value::Duration(_) => Type::Duration,
        Value::List(_) | Value::Map(_) => Type::Any,
        Value::Type(_) => Type::Type,
    }
}

/// What to do about a type that does not fit.
fn hint(found: &Type, wanted: &Type) -> &'static str {
    match (found, wanted) {
        (Type::Int | Type::Double | Type::Text, Type::Money) | (Type::Money, Type::Int | Type::Double | Type::Text) => {
            ": write amounts as money(\"50.00\")"
        }
        (Type::Int, Type::Double) | (Type::Double, Type::Int) => ": write double(…) or int(…) around one of them",
        (Type::Text, Type::Timestamp) | (Type::Timestamp, Type::Text) => ": write moments as timestamp(\"2026-10-07T08:00:00Z\")",
        (Type::Text | Type::Int, Type::Duration) | (Type::Duration, Type::Text | Type::Int) => {
            ": write lengths of time as duration(\"30m\")"
        }
        (Type::Text, Type::Int | Type::Double) | (Type::Int | Type::Double, Type::Text) => ": leave the quotation marks out of numbers",
        _ => "",
    }
}

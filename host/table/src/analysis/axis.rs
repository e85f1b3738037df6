//! A column cut into atoms.

use std::cmp::Ordering;

use redress_expression::{Duration, Environment, Expression, Value};

use crate::cell::{Cell, Test};
use crate::check::values_of;
use crate::model::{Input, InputType};

/// The smallest sets of values that no cell of a column tells apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Atom {
    /// One value.
    One(Value),
    /// All values between two others; open ends are unbounded.
    Between(Option<Value>, Option<Value>),
    /// All texts that no cell mentions.
    OtherTexts,
    /// A list that has these of the mentioned texts, and none of the other ones mentioned.
    With(Vec<Value>),
    /// Nothing is known.
    Missing,
}

/// More texts in one column of lists would make too many combinations.
const MOST_MEMBERS: usize = 6;

/// The atoms of a column, in order; none when the column cannot be cut.
pub(super) fn atoms(input: &Input, cells: &[Cell], environment: &Environment) -> Option<Vec<Atom>> {
    let values = mentioned(cells);
    let mut atoms = match input.kind {
        InputType::Boolean => vec![Atom::One(Value::Bool(true)), Atom::One(Value::Bool(false))],
        InputType::Text => texts(input, &values),
        InputType::List => with(&values)?,
        InputType::Integer | InputType::Money | InputType::Number | InputType::Duration => ordered(input, values),
    };
    if may_be_missing(&input.expression, environment) || cells.contains(&Cell::Missing) {
        atoms.push(Atom::Missing);
    }
    Some(atoms)
}

/// True when a cell fits every value of an atom; cells never fit only a part of one.
pub(super) fn covers(cell: &Cell, atom: &Atom) -> bool {
    match (cell, atom) {
        (Cell::Anything, _) | (Cell::Missing, Atom::Missing) => true,
        (Cell::Missing, _) | (_, Atom::Missing) => false,
        (Cell::OneOf(tests), atom) => tests.iter().any(|test| holds(test, atom)),
        (Cell::NoneOf(tests), atom) => !tests.iter().any(|test| holds(test, atom)),
    }
}

fn holds(test: &Test, atom: &Atom) -> bool {
    match (test, atom) {
        (test, Atom::One(value)) => test.holds(value),
        (Test::Is(wanted), Atom::With(members)) => members.contains(wanted),
        (Test::Between(low, high), Atom::Between(from, to)) => {
            let above = low.as_ref().is_none_or(|low| from.as_ref().is_some_and(|from| at_least(from, &low.value)));
            let below = high.as_ref().is_none_or(|high| to.as_ref().is_some_and(|to| at_least(&high.value, to)));
            above && below
        }
        _ => false,
    }
}

fn at_least(value: &Value, other: &Value) -> bool {
    value.order(other).is_some_and(Ordering::is_ge)
}

/// All values that cells name, each once, in order.
fn mentioned(cells: &[Cell]) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for cell in cells {
        let (Cell::OneOf(tests) | Cell::NoneOf(tests)) = cell else { continue };
        for test in tests {
            match test {
                Test::Is(value) => values.push(value.clone()),
                Test::Between(low, high) => values.extend([low, high].into_iter().flatten().map(|bound| bound.value.clone())),
            }
        }
    }
    values.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
    values.dedup();
    values
}

fn texts(input: &Input, mentioned: &[Value]) -> Vec<Atom> {
    let all = values_of(input);
    if all.is_empty() {
        return mentioned.iter().cloned().map(Atom::One).chain([Atom::OtherTexts]).collect();
    }
    all.into_iter().map(|text| Atom::One(Value::text(text))).collect()
}

fn with(mentioned: &[Value]) -> Option<Vec<Atom>> {
    if mentioned.len() > MOST_MEMBERS {
        return None;
    }
    let subset =
        |bits: usize| mentioned.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, value)| value.clone()).collect();
    Some((0..1 << mentioned.len()).map(|bits| Atom::With(subset(bits))).collect())
}

fn ordered(input: &Input, mut values: Vec<Value>) -> Vec<Atom> {
    let (least, most) = bounds(input);
    values.extend(least.iter().chain(&most).cloned());
    values.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
    values.dedup();
    let mut atoms = Vec::new();
    let mut before: Option<Value> = None;
    for value in values {
        atoms.push(Atom::Between(before.take(), Some(value.clone())));
        atoms.push(Atom::One(value.clone()));
        before = Some(value);
    }
    atoms.push(Atom::Between(before, None));
    let discrete = matches!(input.kind, InputType::Integer | InputType::Money);
    atoms.retain(|atom| !is_empty(atom, discrete) && within(atom, least.as_ref(), most.as_ref()));
    atoms
}

/// Nothing lies between two whole numbers that are neighbours.
fn is_empty(atom: &Atom, discrete: bool) -> bool {
    match atom {
        Atom::Between(Some(Value::Int(from)), Some(Value::Int(to))) => discrete && to.checked_sub(*from) == Some(1),
        _ => false,
    }
}

fn within(atom: &Atom, least: Option<&Value>, most: Option<&Value>) -> bool {
    match atom {
        Atom::One(value) => least.is_none_or(|least| at_least(value, least)) && most.is_none_or(|most| at_least(most, value)),
        Atom::Between(from, to) => {
            least.is_none_or(|least| from.as_ref().is_some_and(|from| at_least(from, least)))
                && most.is_none_or(|most| to.as_ref().is_some_and(|to| at_least(most, to)))
        }
        _ => true,
    }
}

/// The least and the greatest value that a fact can have by its nature.
fn bounds(input: &Input) -> (Option<Value>, Option<Value>) {
    let path = input.expression.trim();
    let counts = ["days_since_placed", "days_since_delivery", "quantity", "orders", "claims", "free_agents"];
    match path {
        "request.risk_score" => (Some(Value::Int(0)), Some(Value::Int(100))),
        "ticket.age" => (Duration::from_nanos(0).map(Value::Duration), None),
        "request.amount" | "order.paid" | "history.paid" | "history.refunded" | "request.refunded_before" => (Some(Value::Int(0)), None),
        _ if counts.iter().any(|name| path.ends_with(&format!(".{name}"))) || path.starts_with("history.") => match input.kind {
            InputType::Integer | InputType::Money => (Some(Value::Int(0)), None),
            _ => (None, None),
        },
        _ => (None, None),
    }
}

/// True when the expression may need a fact that is not known. One that asks `has()` is trusted to know what it does.
fn may_be_missing(text: &str, environment: &Environment) -> bool {
    let Ok(expression) = Expression::parse(text) else { return false };
    let optional = |path: &String| {
        let is_parameter = path.starts_with("param.");
        path == "history" || (!is_parameter && environment.field(path).is_some_and(|field| field.optional))
    };
    !text.contains("has(") && expression.paths().iter().any(optional)
}

//! Cases in words.

use redress_expression::{Value, decimal};

use super::axis::Atom;
use super::grid::{Axis, Grid};
use super::set::Set;

/// A case in words: the atoms of each column; columns where everything is meant are left out.
pub(super) fn case(grid: &Grid, chosen: &[Set]) -> String {
    let parts = grid.axes.iter().zip(chosen).filter(|(axis, atoms)| atoms.iter().count() < axis.atoms.len());
    let parts: Vec<String> = parts.map(|(axis, atoms)| format!("{} {}", axis.heading, side(axis, atoms))).collect();
    if parts.is_empty() { "any case".to_owned() } else { parts.join(" and ") }
}

/// One column's atoms, neighbours joined to ranges, as a cell would write them.
fn side(axis: &Axis, atoms: &Set) -> String {
    let mut parts = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for at in atoms.iter() {
        let joins = run.is_some_and(|(_, end)| end + 1 == at) && is_ordered(&axis.atoms[at]);
        match &mut run {
            Some((_, end)) if joins => *end = at,
            _ => {
                parts.extend(run.map(|(from, to)| range(axis, from, to)));
                run = Some((at, at));
            }
        }
    }
    parts.extend(run.map(|(from, to)| range(axis, from, to)));
    parts.join(", ")
}

fn is_ordered(atom: &Atom) -> bool {
    matches!(atom, Atom::Between(..)) || matches!(atom, Atom::One(value) if !matches!(value, Value::Text(_) | Value::Bool(_)))
}

fn range(axis: &Axis, from: usize, to: usize) -> String {
    let show = |value: &Value| shown(axis, value);
    let low = match &axis.atoms[from] {
        Atom::One(value) if from == to => return show(value),
        Atom::One(value) => Some(("[", show(value))),
        Atom::Between(low, _) => low.as_ref().map(|low| ("(", show(low))),
        Atom::OtherTexts => return "any other text".to_owned(),
        Atom::Missing => return "missing".to_owned(),
        Atom::With(members) if members.is_empty() => return "with none of the texts named".to_owned(),
        Atom::With(members) => return format!("with {}", members.iter().map(show).collect::<Vec<_>>().join(" + ")),
    };
    let high = match &axis.atoms[to] {
        Atom::One(value) => Some((show(value), "]")),
        Atom::Between(_, high) => high.as_ref().map(|high| (show(high), ")")),
        _ => None,
    };
    match (low, high) {
        (None, None) => "known".to_owned(),
        (None, Some((high, end))) => format!("{} {high}", if end == "]" { "<=" } else { "<" }),
        (Some((start, low)), None) => format!("{} {low}", if start == "[" { ">=" } else { ">" }),
        (Some((start, low)), Some((high, end))) => format!("{start}{low}..{high}{end}"),
    }
}

fn shown(axis: &Axis, value: &Value) -> String {
    match (value, axis.is_money) {
        (Value::Int(minor), Some(digits)) => decimal(*minor, digits),
        (Value::Duration(length), _) => length.to_string(),
        (Value::Text(text), _) => text.to_string(),
        (value, _) => value.to_string(),
    }
}

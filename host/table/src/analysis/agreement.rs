//! Rows of a table that takes all, of which each asks other people. A table does not know which role ranks higher, and how many
//! all of a role are, so it cannot tell which row is stricter.

use super::gravest;
use super::grid::{Box, Grid};
use super::label::case;
use super::overlaps::pairs;
use super::set::Set;
use crate::check::{Finding, Severity};
use crate::model::{HitPolicy, Hook, Row, Table};
use crate::output::unquoted;

/// Whom a row asks, as its cells say it.
struct Need<'t> {
    role: &'t str,
    quorum: &'t str,
    /// True when something of it is computed, so that it is known only when the table runs.
    computed: bool,
}

/// True for tables in which rows can ask different people about one case.
pub(super) fn matters(table: &Table) -> bool {
    table.hook == Hook::RefundApproval && table.hit == HitPolicy::Collect
}

/// Pairs of rows that can fit the same case and ask different people.
pub(super) fn disputes(table: &Table, grid: &Grid) -> Vec<Finding> {
    if !matters(table) {
        return Vec::new();
    }
    let needs: Vec<Option<Need>> = table.rows.iter().map(|row| need(table, row)).collect();
    let differ = |upper: &Box, lower: &Box| {
        let both = needs[upper.at].as_ref().zip(needs[lower.at].as_ref());
        both.is_some_and(|(a, b)| a.role != b.role || !comparable(a.quorum, b.quorum))
    };
    let found = pairs(grid, differ);
    let told = found.iter().map(|pair| {
        let (upper, lower) = (&table.rows[pair.upper], &table.rows[pair.lower]);
        let computed = [pair.upper, pair.lower].iter().any(|at| needs[*at].as_ref().is_some_and(|need| need.computed));
        let example = case(grid, &pair.shared);
        let rows = format!("rows '{}' and '{}'", upper.id, lower.id);
        let advice = "the table does not know which is stricter: make the rows exclude each other, or ask the same people in both";
        let (severity, message) = if pair.certain && !computed && !outdone(table, grid, &pair.shared) {
            (Severity::Error, format!("{rows} both fit {example} and ask different people: {advice}"))
        } else {
            (
                Severity::Warning,
                format!("{rows} may both count for {example} and ask different people, and then a person decides: {advice}"),
            )
        };
        Finding { severity, path: format!("/rows/{}", pair.lower), message }
    });
    gravest(told.collect(), "ask different people about the same cases")
}

/// True when a row that refuses, or asks the customer, may take the matter from people's hands in such a case.
fn outdone(table: &Table, grid: &Grid, shared: &[Set]) -> bool {
    let stricter = |row: &Box| {
        let verdict = cell(table, &table.rows[row.at], "verdict");
        verdict.starts_with('=') || matches!(verdict, "need_information" | "reject")
    };
    grid.rows.iter().any(|row| stricter(row) && row.sides.iter().zip(shared).all(|(side, shared)| side.meets(shared)))
}

fn need<'t>(table: &'t Table, row: &'t Row) -> Option<Need<'t>> {
    let [verdict, role, quorum] = ["verdict", "role", "quorum"].map(|name| cell(table, row, name));
    let computed = [verdict, role, quorum].iter().any(|text| text.starts_with('='));
    let quorum = if quorum.is_empty() { "any" } else { quorum };
    (verdict == "needs_approval" || verdict.starts_with('=')).then_some(Need { role, quorum, computed })
}

/// What a cell says; empty when there is no such column.
fn cell<'t>(table: &'t Table, row: &'t Row, name: &str) -> &'t str {
    let at = table.outputs.iter().position(|own| own == name);
    at.and_then(|at| row.then.get(at)).map_or("", |text| unquoted(text.trim()))
}

/// Numbers can be compared, and nothing is milder than one person; how many all are is not known here.
fn comparable(a: &str, b: &str) -> bool {
    let one = |text: &str| text == "any" || text == "1";
    let number = |text: &str| text.parse::<u32>().is_ok();
    a == b || (!a.starts_with('=') && !b.starts_with('=') && (one(a) || one(b) || (number(a) && number(b))))
}

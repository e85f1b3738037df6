//! Which cases no row covers, which several do, and which rows are never reached.
//!
//! Every column is cut into atoms: the smallest sets of values that no cell tells apart (`< 50`, `50`, `between 50 and 500`,
//! …). A row is then a box of atoms, and gaps and overlaps are exact. Rows with a condition of their own, and cells in
//! columns that cannot be cut, are not looked into; the findings say so.

mod agreement;
mod axis;
mod gaps;
mod grid;
mod label;
mod overlaps;
mod set;
mod shadow;
#[cfg(test)]
mod tests;

use redress_expression::Environment;

use crate::check::{Finding, Severity};
use crate::model::{HitPolicy, Hook, Table};
use grid::{Box, Grid};
use label::case;
use overlaps::pairs;

/// Most steps of each search; a table that needs more is told to be too intricate.
const MOST_STEPS: u32 = 200_000;
/// Largest table that is analysed, in atoms times rows.
const LARGEST: usize = 2_000_000;
/// Largest table that is looked into within a rule's sandbox, which counts every instruction.
const LARGEST_IN_SANDBOX: usize = 200_000;
/// Most findings of one kind; more would not be read.
const MOST_TOLD: usize = 5;

/// What there is to tell about a table whose cells can all be read.
pub(crate) fn findings(table: &Table, environment: &Environment) -> Vec<Finding> {
    let Some(grid) = Grid::of(table, environment, LARGEST) else {
        return vec![note("/rows", "the table has too many different values to look for gaps and overlaps".to_owned())];
    };
    let mut found = grid.honest();
    found.extend(overlapping(table, &grid));
    found.extend(unreachable(table, &grid));
    found.extend(uncovered(table, &grid));
    found
}

/// Rows that collide in a table that allows one, or that ask different people in a table that takes all.
pub(crate) fn collisions(table: &Table, environment: &Environment) -> Vec<Finding> {
    if table.hit != HitPolicy::Unique && !agreement::matters(table) {
        return Vec::new();
    }
    Grid::of(table, environment, LARGEST_IN_SANDBOX).map_or_else(Vec::new, |grid| overlapping(table, &grid))
}

fn overlapping(table: &Table, grid: &Grid) -> Vec<Finding> {
    // In a table that takes the first row, one that catches the rest is meant to overlap.
    let surprising = |upper: &Box, lower: &Box| upper.complete && lower.complete && !upper.is_default && !lower.is_default;
    let pairs = match table.hit {
        HitPolicy::Unique => pairs(grid, |_, _| true),
        HitPolicy::First => pairs(grid, surprising),
        HitPolicy::Collect => return agreement::disputes(table, grid),
        HitPolicy::Priority => Vec::new(),
    };
    let told = pairs.iter().map(|pair| {
        let (upper, lower) = (&table.rows[pair.upper].id, &table.rows[pair.lower].id);
        let path = format!("/rows/{}", pair.lower);
        let example = case(grid, &pair.shared);
        match (table.hit, pair.certain) {
            (HitPolicy::Unique, true) => {
                let message = format!("rows '{upper}' and '{lower}' both fit {example}: make them exclude each other");
                Finding { severity: Severity::Error, path, message }
            }
            (HitPolicy::Unique, false) => {
                let message = format!("rows '{upper}' and '{lower}' may both fit: their conditions cannot be compared");
                Finding { severity: Severity::Warning, path, message }
            }
            _ => note(&path, format!("rows '{upper}' and '{lower}' both fit {example}: '{upper}' counts, because it stands above")),
        }
    });
    gravest(told.collect(), "overlap")
}

/// The gravest findings about pairs of rows, so that many warnings never hide an error.
fn gravest(mut told: Vec<Finding>, what: &str) -> Vec<Finding> {
    told.sort_by_key(|finding| finding.severity);
    let more = told.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        told.truncate(MOST_TOLD);
        told.push(note("/rows", format!("{more} more pairs of rows {what}")));
    }
    told
}

fn unreachable(table: &Table, grid: &Grid) -> Vec<Finding> {
    if !matches!(table.hit, HitPolicy::First | HitPolicy::Priority) {
        return Vec::new();
    }
    let hidden = shadow::hidden(table, grid);
    hidden
        .into_iter()
        .map(|at| Finding {
            severity: Severity::Warning,
            path: format!("/rows/{at}"),
            message: format!("row '{}' never counts: other rows come first in every case it fits", table.rows[at].id),
        })
        .collect()
}

fn uncovered(table: &Table, grid: &Grid) -> Vec<Finding> {
    let search = gaps::search(grid);
    let then = match table.hook {
        Hook::RefundApproval => "a person decides then; add a row with - in every cell at the end if that is not meant",
        Hook::Routing => "the next rule is asked then",
        Hook::FraudScoring => "nothing odd is seen then",
        Hook::Automation | Hook::Schedule => "nothing is done then",
    };
    // Where an answer is needed, a gap is a surprise; elsewhere it is how most tables are meant.
    let severity = if table.hook == Hook::RefundApproval { Severity::Warning } else { Severity::Note };
    let mut told: Vec<Finding> = search
        .gaps
        .iter()
        .take(MOST_TOLD)
        .map(|gap| Finding { severity, path: "/rows".to_owned(), message: format!("no row fits {gap}: {then}") })
        .collect();
    if search.gaps.len() > MOST_TOLD {
        told.push(Finding { severity, path: "/rows".to_owned(), message: format!("there are more cases that no row fits: {then}") });
    }
    if search.gave_up {
        told.push(note("/rows", "the table is too intricate to look for all gaps".to_owned()));
    }
    told
}

fn note(path: &str, message: String) -> Finding {
    Finding { severity: Severity::Note, path: path.to_owned(), message }
}

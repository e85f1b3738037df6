//! Rows that never count, because others come first in every case they fit.

use std::collections::BTreeSet;

use super::MOST_STEPS;
use super::grid::{Box, Grid};
use super::set::Set;
use crate::model::{HitPolicy, Table};

/// Places in the table of rows that never count. A search that takes too long counts as "reached".
pub(super) fn hidden(table: &Table, grid: &Grid) -> Vec<usize> {
    let mut steps = 0;
    let mut hidden = Vec::new();
    for (place, row) in grid.rows.iter().enumerate() {
        let mut first = Set::empty(grid.rows.len());
        for (other, candidate) in grid.rows.iter().enumerate() {
            let before = match table.hit {
                HitPolicy::Priority => {
                    let rank = |at: usize| table.rows[at].priority;
                    rank(candidate.at) > rank(row.at) || (rank(candidate.at) == rank(row.at) && other < place)
                }
                _ => other < place,
            };
            if before && candidate.complete {
                first.insert(other);
            }
        }
        if is_covered(grid, row, 0, &first, &mut steps) {
            hidden.push(row.at);
        }
    }
    hidden
}

fn is_covered(grid: &Grid, row: &Box, column: usize, live: &Set, steps: &mut u32) -> bool {
    *steps += 1;
    if *steps > MOST_STEPS || live.is_empty() {
        return false;
    }
    let Some(axis) = grid.axes.get(column) else { return true };
    let whole = |place: usize| (column..grid.axes.len()).all(|at| grid.rows[place].sides[at].contains(&row.sides[at]));
    if live.iter().any(whole) {
        return true;
    }
    let groups: BTreeSet<Set> = row.sides[column].iter().map(|atom| live.and(&axis.rows[atom])).collect();
    groups.into_iter().all(|rows| is_covered(grid, row, column + 1, &rows, steps))
}

//! Cases that no row covers.

use std::collections::BTreeMap;

use super::grid::Grid;
use super::label::case;
use super::set::Set;
use super::{MOST_STEPS, MOST_TOLD};

/// What a search found.
pub(super) struct Search {
    /// Cases in words, for example `金额 = > 500 and 类型 = exchange`.
    pub(super) gaps: Vec<String>,
    /// True when it was not finished.
    pub(super) gave_up: bool,
}

/// Searches column by column; atoms that the same rows cover are looked at together.
pub(super) fn search(grid: &Grid) -> Search {
    let mut live = Set::empty(grid.rows.len());
    for (place, row) in grid.rows.iter().enumerate() {
        if row.complete {
            live.insert(place);
        }
    }
    let mut walk = Walk { grid, steps: 0, chosen: Vec::new(), found: Search { gaps: Vec::new(), gave_up: false } };
    walk.from(0, &live);
    walk.found
}

struct Walk<'a> {
    grid: &'a Grid,
    steps: u32,
    /// Atoms looked at, by column.
    chosen: Vec<Set>,
    found: Search,
}

impl Walk<'_> {
    fn from(&mut self, column: usize, live: &Set) {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            self.found.gave_up = true;
        }
        if self.found.gave_up || self.found.gaps.len() > MOST_TOLD {
            return;
        }
        if live.is_empty() {
            self.found.gaps.push(case(self.grid, &self.chosen));
            return;
        }
        let Some(axis) = self.grid.axes.get(column) else { return };
        // A row that covers all that is left closes every gap below.
        let rest = |place: usize| {
            (column..self.grid.axes.len()).all(|at| self.grid.rows[place].sides[at].iter().count() == self.grid.axes[at].atoms.len())
        };
        if live.iter().any(rest) {
            return;
        }
        let mut groups: BTreeMap<Set, Set> = BTreeMap::new();
        for (atom, rows) in axis.rows.iter().enumerate() {
            groups.entry(live.and(rows)).or_insert_with(|| Set::empty(axis.atoms.len())).insert(atom);
        }
        for (rows, atoms) in groups {
            self.chosen.push(atoms);
            self.from(column + 1, &rows);
            self.chosen.pop();
        }
    }
}

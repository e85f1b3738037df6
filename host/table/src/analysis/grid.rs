//! The table as boxes of atoms.

use redress_expression::Environment;

use super::axis::{Atom, atoms, covers};
use super::note;
use super::set::Set;
use crate::cell::{self, Cell};
use crate::check::Finding;
use crate::model::Table;

/// A table as boxes of atoms.
pub(super) struct Grid {
    /// Columns that could be cut.
    pub(super) axes: Vec<Axis>,
    /// Rows that are enabled, by their place in the table.
    pub(super) rows: Vec<Box>,
    /// Headings of the columns that could not be cut.
    uncut: Vec<String>,
}

/// A column that could be cut.
pub(super) struct Axis {
    pub(super) heading: String,
    pub(super) atoms: Vec<Atom>,
    pub(super) is_money: Option<u32>,
    /// For every atom the rows that cover it, by their place in [`Grid::rows`].
    pub(super) rows: Vec<Set>,
}

/// A row as a box.
pub(super) struct Box {
    /// Place in the table.
    pub(super) at: usize,
    /// Atoms it covers, by column.
    pub(super) sides: Vec<Set>,
    /// True when nothing but the sides decides.
    pub(super) complete: bool,
    /// True when it covers everything.
    pub(super) is_default: bool,
}

impl Grid {
    /// Cuts a table; none when atoms times rows, summed over the columns, are more than `most`.
    pub(super) fn of(table: &Table, environment: &Environment, most: usize) -> Option<Self> {
        let enabled: Vec<usize> = (0..table.rows.len()).filter(|at| table.rows[*at].enabled).collect();
        let mut rows: Vec<Box> = enabled.iter().map(|at| new_box(table, *at)).collect();
        let mut grid = Self { axes: Vec::new(), rows: Vec::new(), uncut: Vec::new() };
        let mut places = 0;
        for (column, input) in table.inputs.iter().enumerate() {
            let digits = table.digits_of(input);
            let read = |at: &usize| cell::read(&table.rows[*at].when[column], input.kind, digits).unwrap_or(Cell::Anything);
            let cells: Vec<Cell> = enabled.iter().map(read).collect();
            let heading = if input.label.is_empty() { input.expression.clone() } else { input.label.clone() };
            let Some(atoms) = atoms(input, &cells, environment) else {
                for (row, cell) in rows.iter_mut().zip(&cells) {
                    row.complete &= *cell == Cell::Anything;
                }
                grid.uncut.push(heading);
                continue;
            };
            places += atoms.len() * cells.len();
            if places > most {
                return None;
            }
            let mut covering = vec![Set::empty(cells.len()); atoms.len()];
            for (place, (row, cell)) in rows.iter_mut().zip(&cells).enumerate() {
                let mut side = Set::empty(atoms.len());
                for (at, atom) in atoms.iter().enumerate().filter(|(_, atom)| covers(cell, atom)) {
                    debug_assert!(matches!(atom, Atom::Missing) || *cell != Cell::Missing);
                    side.insert(at);
                    covering[at].insert(place);
                }
                row.is_default &= *cell == Cell::Anything;
                row.sides.push(side);
            }
            let is_money = digits.filter(|_| input.kind == crate::model::InputType::Money);
            grid.axes.push(Axis { heading, atoms, is_money, rows: covering });
        }
        grid.rows = rows;
        Some(grid)
    }

    /// What was not looked into.
    pub(super) fn honest(&self) -> Vec<Finding> {
        let conditions = self.rows.iter().filter(|row| !row.complete).count();
        let mut told = Vec::new();
        if !self.uncut.is_empty() {
            told.push(note(
                "/inputs",
                format!("gaps and overlaps are not looked for in {}: too many different texts", self.uncut.join(", ")),
            ));
        }
        if conditions > 0 {
            told.push(note(
                "/rows",
                format!("{conditions} row(s) have conditions that are not looked into: they are not counted on to close gaps"),
            ));
        }
        told
    }
}

fn new_box(table: &Table, at: usize) -> Box {
    let complete = table.rows[at].condition.is_empty();
    Box { at, sides: Vec::new(), complete, is_default: complete }
}

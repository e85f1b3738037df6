//! Pairs of rows that fit the same case.

use super::grid::{Box, Grid};
use super::set::Set;

/// More pairs are not even counted.
const MOST_PAIRS: usize = 100;

/// Two rows that fit the same case.
pub(super) struct Pair {
    /// Place of the upper row in the table.
    pub(super) upper: usize,
    /// Place of the lower row in the table.
    pub(super) lower: usize,
    /// False when conditions of their own may keep them apart.
    pub(super) certain: bool,
    /// Atoms that both cover, by column.
    pub(super) shared: Vec<Set>,
}

/// All pairs that are wanted, upper row first.
pub(super) fn pairs(grid: &Grid, wanted: impl Fn(&Box, &Box) -> bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (place, lower) in grid.rows.iter().enumerate() {
        for upper in &grid.rows[..place] {
            if wanted(upper, lower) && upper.sides.iter().zip(&lower.sides).all(|(a, b)| a.meets(b)) {
                let shared = upper.sides.iter().zip(&lower.sides).map(|(a, b)| a.and(b)).collect();
                pairs.push(Pair { upper: upper.at, lower: lower.at, certain: upper.complete && lower.complete, shared });
                if pairs.len() == MOST_PAIRS {
                    return pairs;
                }
            }
        }
    }
    pairs
}

//! Pairs of rows that fit the same case.

use super::grid::Grid;
use super::label::case;

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
    /// A case that both fit.
    pub(super) example: String,
}

/// All pairs; with `meant`, rows that are there to catch the rest are left out, and so are pairs that may not overlap.
pub(super) fn pairs(grid: &Grid, meant: bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (place, lower) in grid.rows.iter().enumerate() {
        for upper in &grid.rows[..place] {
            let certain = upper.complete && lower.complete;
            if meant && (!certain || lower.is_default || upper.is_default) {
                continue;
            }
            if upper.sides.iter().zip(&lower.sides).all(|(a, b)| a.meets(b)) {
                let shared: Vec<_> = upper.sides.iter().zip(&lower.sides).map(|(a, b)| a.and(b)).collect();
                pairs.push(Pair { upper: upper.at, lower: lower.at, certain, example: case(grid, &shared) });
                if pairs.len() == MOST_PAIRS {
                    return pairs;
                }
            }
        }
    }
    pairs
}

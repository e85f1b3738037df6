//! What the database is asked for a report, and how what is not yet in the kept sums is added.

use std::collections::BTreeMap;

use super::cell::{SLICES, values};
use super::definition::{Definition, Filter, Kind, Measure};
use super::fact::{Dimension, Fact, Field, Flag};
use super::period::{Days, Grain};

/// A sum that both the kept cells and the facts can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// Tickets.
    Tickets,
    /// Tickets with a flag.
    Flag(Flag),
    /// Sum of a field.
    Total(Field),
    /// Tickets that have a field.
    Known(Field),
}

impl Sum {
    fn of(self, fact: &Fact) -> i64 {
        match self {
            Self::Tickets => 1,
            Self::Flag(flag) => i64::from(fact.is(flag)),
            Self::Total(field) => fact.field(field).unwrap_or(0),
            Self::Known(field) => i64::from(fact.field(field).is_some()),
        }
    }
}

/// Where the sums are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A slice of the kept cells.
    Cells {
        /// Its name.
        slice: &'static str,
        /// Its dimensions.
        dimensions: &'static [Dimension],
    },
    /// Ticket by ticket.
    Facts,
}

/// Sums by key and bucket; the bucket is 0 when time is not cut.
pub type Grid = BTreeMap<(Vec<String>, i64), Vec<i64>>;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Where.
    pub source: Source,
    /// By what rows are told apart.
    pub keys: Vec<Dimension>,
    /// How time is cut.
    pub grain: Option<Grain>,
    /// Which days.
    pub days: Days,
    /// Which tickets.
    pub filters: Vec<Filter>,
    /// The columns.
    pub sums: Vec<Sum>,
}

impl Definition {
    /// The question for its rows over some days.
    pub fn question(&self, days: Days) -> Question {
        let mut sums = vec![Sum::Tickets];
        for sum in self.measures.iter().flat_map(Measure::sums) {
            if !sums.contains(&sum) {
                sums.push(sum);
            }
        }
        let (keys, filters) = (self.dimensions.clone(), self.filters.clone());
        Question { source: source(&keys, &filters), keys, grain: self.grain, days, filters, sums }
    }
}

impl Measure {
    /// The sums it is computed from, in the order in which it reads them.
    pub(super) fn sums(&self) -> Vec<Sum> {
        match (self.kind, self.flag, self.field) {
            (Kind::NetScore, Some(flag), _) => {
                vec![Sum::Flag(flag), self.less.map_or(Sum::Tickets, Sum::Flag), self.of.map_or(Sum::Tickets, Sum::Flag)]
            }
            (Kind::Count, ..) => vec![Sum::Tickets],
            (Kind::CountIf, Some(flag), _) => vec![Sum::Flag(flag)],
            (Kind::Share, Some(flag), _) => vec![Sum::Flag(flag), self.of.map_or(Sum::Tickets, Sum::Flag)],
            (Kind::Sum | Kind::Average, _, Some(field)) => vec![Sum::Total(field), Sum::Known(field)],
            (Kind::ReturnRate, ..) => vec![Sum::Flag(Flag::Returned)],
            _ => Vec::new(),
        }
    }
}

/// The smallest slice that answers, or the facts. A filter on a dimension that is no key must name one value: tickets with lines of two
/// categories would count twice in the sum of both.
fn source(keys: &[Dimension], filters: &[Filter]) -> Source {
    let mut wanted: Vec<Dimension> = keys.to_vec();
    for filter in filters {
        if !wanted.contains(&filter.dimension) {
            if filter.any_of.len() != 1 {
                return Source::Facts;
            }
            wanted.push(filter.dimension);
        }
    }
    let fits = |dimensions: &[Dimension]| dimensions.len() == wanted.len() && dimensions.iter().all(|dimension| wanted.contains(dimension));
    match SLICES.iter().find(|(_, dimensions)| fits(dimensions)) {
        Some((slice, dimensions)) => Source::Cells { slice, dimensions },
        None => Source::Facts,
    }
}

impl Question {
    /// The same over all rows together.
    #[must_use]
    pub fn in_total(&self) -> Self {
        let filters = self.filters.clone();
        Self { source: source(&[], &filters), keys: Vec::new(), grain: None, days: self.days, filters, sums: self.sums.clone() }
    }

    /// The same, counted ticket by ticket.
    #[must_use]
    pub fn from_facts(&self) -> Self {
        Self { source: Source::Facts, ..self.clone() }
    }

    /// Adds a ticket that the kept cells do not show yet (`sign` 1), or takes out as it was what they still show (-1).
    pub fn merge(&self, grid: &mut Grid, fact: &Fact, sign: i64) {
        let Source::Cells { dimensions, .. } = self.source else { return };
        if !(self.days.first..=self.days.last).contains(&fact.day) {
            return;
        }
        let bucket = self.grain.map_or(0, |grain| grain.bucket(fact.day));
        for (a, b) in values(fact, dimensions) {
            let value = |dimension: &Dimension| if dimensions.first() == Some(dimension) { &a } else { &b };
            if !self.filters.iter().all(|filter| filter.any_of.contains(value(&filter.dimension))) {
                continue;
            }
            let key = self.keys.iter().map(|dimension| value(dimension).clone()).collect();
            let row = grid.entry((key, bucket)).or_insert_with(|| vec![0; self.sums.len()]);
            for (number, sum) in row.iter_mut().zip(&self.sums) {
                *number += sign * sum.of(fact);
            }
        }
    }
}

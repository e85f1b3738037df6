//! Sums that are kept per day, so that reports need not read every ticket: a cell is one slice of the tickets of one day.
//!
//! All measures of a cell are sums, so a ticket that changes is taken out as it was and put in as it is. What is kept therefore
//! always equals what counting all facts would give; a test of the store holds it to that.

use std::collections::BTreeMap;

use super::fact::{Dimension, FIELD_COUNT, Fact, Field, Flag, LineFact};

/// How many flags there are.
pub const FLAG_COUNT: usize = Flag::ALL.len();

/// The slices that are kept, by name: at most two dimensions each. Others are counted from the facts.
pub const SLICES: &[(&str, &[Dimension])] = &[
    ("all", &[]),
    ("channel", &[Dimension::Channel]),
    ("kind", &[Dimension::Kind]),
    ("problem_type", &[Dimension::ProblemType]),
    ("queue", &[Dimension::Queue]),
    ("assignee", &[Dimension::Assignee]),
    ("case", &[Dimension::Case]),
    ("outcome", &[Dimension::Outcome]),
    ("tier", &[Dimension::Tier]),
    ("category", &[Dimension::Category]),
    ("sku", &[Dimension::Sku]),
    ("reason", &[Dimension::Reason]),
    ("category_reason", &[Dimension::Category, Dimension::Reason]),
    ("category_assignee", &[Dimension::Category, Dimension::Assignee]),
    ("sku_problem_type", &[Dimension::Sku, Dimension::ProblemType]),
    ("sku_batch", &[Dimension::Sku, Dimension::Batch]),
];

/// Which cell: slice, day, and the values of its dimensions, empty where it has fewer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Name of the slice.
    pub slice: &'static str,
    /// The day.
    pub day: i64,
    /// Value of the first dimension.
    pub a: String,
    /// Value of the second.
    pub b: String,
}

/// What is added up in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counters {
    /// Tickets.
    pub tickets: i64,
    /// Tickets with each flag.
    pub flags: [i64; FLAG_COUNT],
    /// Sum of each field.
    pub sums: [i64; FIELD_COUNT],
    /// Tickets that have the field.
    pub known: [i64; FIELD_COUNT],
}

impl Counters {
    /// Nothing.
    pub const NONE: Self = Self { tickets: 0, flags: [0; FLAG_COUNT], sums: [0; FIELD_COUNT], known: [0; FIELD_COUNT] };

    /// All numbers in the order in which they are stored.
    pub fn numbers(&self) -> impl Iterator<Item = i64> {
        [self.tickets].into_iter().chain(self.flags).chain(self.sums).chain(self.known)
    }

    /// True when nothing is left.
    pub fn is_none(&self) -> bool {
        *self == Self::NONE
    }

    fn add(&mut self, fact: &Fact, sign: i64) {
        self.tickets += sign;
        for (count, flag) in self.flags.iter_mut().zip(Flag::ALL) {
            *count += sign * i64::from(fact.is(*flag));
        }
        for ((sum, known), field) in self.sums.iter_mut().zip(&mut self.known).zip(Field::ALL) {
            if let Some(value) = fact.field(*field) {
                *sum += sign * value;
                *known += sign;
            }
        }
    }
}

/// Cells with what is to be added to them.
#[derive(Debug, Clone, Default)]
pub struct Cells(BTreeMap<Key, Counters>);

impl Cells {
    /// Puts a ticket in (`sign` 1) or takes it out (-1).
    pub fn add(&mut self, fact: &Fact, sign: i64) {
        for (slice, dimensions) in SLICES {
            for (a, b) in values(fact, dimensions) {
                let key = Key { slice, day: fact.day, a, b };
                self.0.entry(key).or_insert(Counters::NONE).add(fact, sign);
            }
        }
    }

    /// The cells that change, in order of their keys: who writes them in this order never waits for another one in a circle.
    pub fn changed(&self) -> impl Iterator<Item = (&Key, &Counters)> {
        self.0.iter().filter(|(_, counters)| !counters.is_none())
    }
}

/// Every pair of values under which a ticket counts, each once.
pub(super) fn values(fact: &Fact, dimensions: &[Dimension]) -> Vec<(String, String)> {
    let value = |line: Option<&LineFact>, place: usize| match (dimensions.get(place), line) {
        (None, _) => String::new(),
        (Some(Dimension::Category), Some(line)) => line.category.clone(),
        (Some(Dimension::Sku), Some(line)) => line.sku.clone(),
        (Some(Dimension::Reason), Some(line)) => line.reason.clone(),
        (Some(dimension), _) => fact.dimension(*dimension).unwrap_or_default().to_owned(),
    };
    if !dimensions.iter().any(|dimension| dimension.is_of_lines()) {
        return vec![(value(None, 0), value(None, 1))];
    }
    let mut found: Vec<_> = fact.lines.iter().map(|line| (value(Some(line), 0), value(Some(line), 1))).collect();
    found.sort_unstable();
    found.dedup();
    found
}

//! What the inventory has really done.

use std::collections::BTreeMap;

use crate::gateway::Request;

/// Where a reservation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Set aside.
    Reserved,
    /// Refused for want of stock.
    OutOfStock,
    /// Let go, and it stays so.
    Released,
}

impl State {
    /// Its name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::OutOfStock => "out_of_stock",
            Self::Released => "released",
        }
    }
}

/// A reservation in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reservation {
    /// Where it stands.
    pub state: State,
    /// What it is about.
    pub lines: Vec<(String, u32)>,
    /// The inventory's own name of it.
    pub reference: String,
    /// What was not there, and how many were.
    pub missing: Vec<(String, u32)>,
    /// How often it was asked for.
    pub arrivals: u32,
}

/// Shelves and reservations.
#[derive(Debug, Clone, Default)]
pub struct Books {
    /// What is free.
    pub free: BTreeMap<String, u32>,
    /// Reservations by key.
    pub reservations: BTreeMap<String, Reservation>,
    /// Replacements for which goods were set aside twice at one moment; there must be none.
    pub twice: Vec<String>,
    /// Requests that are still on their way.
    pub(super) late: Vec<Request>,
}

impl Books {
    pub(super) fn new(stock: &[(&str, u32)]) -> Self {
        Self { free: stock.iter().map(|(sku, quantity)| ((*sku).to_owned(), *quantity)).collect(), ..Self::default() }
    }

    pub(super) fn put(&mut self, sku: &str, quantity: u32) {
        *self.free.entry(sku.to_owned()).or_default() += quantity;
    }

    /// Sets all lines aside or none, once for each key; a key that is known stays what it is.
    pub(super) fn reserve(&mut self, key: &str, lines: Vec<(String, u32)>) -> Reservation {
        if let Some(known) = self.reservations.get_mut(key) {
            known.arrivals += 1;
            return known.clone();
        }
        let short = |(sku, wanted): &(String, u32)| {
            let free = self.free.get(sku).copied().unwrap_or(0);
            (free < *wanted).then(|| (sku.clone(), free))
        };
        let missing: Vec<(String, u32)> = lines.iter().filter_map(short).collect();
        let state = if missing.is_empty() { State::Reserved } else { State::OutOfStock };
        if state == State::Reserved {
            for (sku, wanted) in &lines {
                *self.free.entry(sku.clone()).or_default() -= wanted;
            }
            let whose = whose(key);
            if self.reservations.iter().any(|(other, held)| held.state == State::Reserved && self::whose(other) == whose) {
                self.twice.push(whose.to_owned());
            }
        }
        let reference = format!("R{:05}", self.reservations.len() + 1);
        let reservation = Reservation { state, lines, reference, missing, arrivals: 1 };
        self.reservations.insert(key.to_owned(), reservation.clone());
        reservation
    }

    /// Lets a reservation go; one that is not known is remembered as released.
    pub(super) fn release(&mut self, key: &str) -> Reservation {
        let none = Reservation { state: State::Released, lines: Vec::new(), reference: String::new(), missing: Vec::new(), arrivals: 0 };
        let known = self.reservations.entry(key.to_owned()).or_insert(none);
        if known.state == State::Reserved {
            for (sku, held) in &known.lines {
                *self.free.entry(sku.clone()).or_default() += held;
            }
        }
        known.state = State::Released;
        known.clone()
    }

    pub(super) fn look(&self, key: &str) -> Option<Reservation> {
        self.reservations.get(key).cloned()
    }

    /// What is set aside for a replacement.
    pub fn held_for(&self, replacement: &str) -> Vec<&Reservation> {
        let held = self.reservations.iter().filter(|(key, one)| whose(key) == replacement && one.state == State::Reserved);
        held.map(|(_, one)| one).collect()
    }
}

/// The replacement of a key, which ends with the number of the attempt.
fn whose(key: &str) -> &str {
    key.rsplit_once('-').map_or(key, |(replacement, _)| replacement)
}

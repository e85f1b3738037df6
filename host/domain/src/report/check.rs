//! What is wrong with a definition, all of it at once.

use std::collections::BTreeSet;

use super::definition::{Definition, Kind, Measure};
use crate::finding::Finding;

/// Most measures.
const MEASURES: usize = 12;
/// Most dimensions besides time.
const DIMENSIONS: usize = 3;
/// Most values in one filter.
const VALUES: usize = 100;
/// Most rows.
pub(super) const ROWS: u32 = 10_000;
/// Most units of a window: ten years of days.
const UNITS: u32 = 3_660;

impl Definition {
    /// Everything that keeps it from being computed; empty when it is good.
    pub fn check(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut add = |path: String, message: String| found.push(Finding { path, message });
        let name = self.name.trim().chars().count();
        if !(1..=100).contains(&name) {
            add("/name".into(), format!("a name has 1 to 100 characters; this one has {name}"));
        }
        if self.description.chars().count() > 500 {
            add("/description".into(), "a description has at most 500 characters".into());
        }
        if !(1..=MEASURES).contains(&self.measures.len()) {
            add("/measures".into(), format!("name 1 to {MEASURES} measures; there are {}", self.measures.len()));
        }
        let mut keys = BTreeSet::new();
        for (index, measure) in self.measures.iter().enumerate() {
            if !keys.insert(measure.key.as_str()) {
                add(format!("/measures/{index}/key"), format!("'{}' is there twice; give each measure a key of its own", measure.key));
            }
            measure.check(&mut |part, message| add(format!("/measures/{index}/{part}"), message));
            let alone = self.dimensions.is_empty() && self.filters.is_empty();
            if matches!(measure.kind, Kind::ReturnRate | Kind::RepurchaseRate) && !alone {
                let message = "orders know no dimensions of tickets: leave dimensions and filters out, or take a share";
                add(format!("/measures/{index}/kind"), message.into());
            }
        }
        self.check_dimensions(&mut add);
        self.check_filters(&mut add);
        if !(1..=UNITS).contains(&self.window.last) {
            add("/window/last".into(), format!("a window has 1 to {UNITS} units; this one has {}", self.window.last));
        }
        if let Some(sort) = &self.sort {
            let known = keys.contains(sort.by.as_str())
                || self.dimensions.iter().any(|dimension| dimension.as_str() == sort.by)
                || (sort.by == "time" && self.grain.is_some());
            if !known {
                add("/sort/by".into(), format!("'{}' is no column: name a measure, a dimension, or 'time' when there is a grain", sort.by));
            }
        }
        if self.limit.is_some_and(|limit| !(1..=ROWS).contains(&limit)) {
            add("/limit".into(), format!("a limit lies between 1 and {ROWS}"));
        }
        found
    }

    fn check_dimensions(&self, add: &mut impl FnMut(String, String)) {
        if self.dimensions.len() > DIMENSIONS {
            add("/dimensions".into(), format!("name at most {DIMENSIONS} dimensions; there are {}", self.dimensions.len()));
        }
        for (index, dimension) in self.dimensions.iter().enumerate() {
            if self.dimensions[..index].contains(dimension) {
                add(format!("/dimensions/{index}"), format!("'{dimension}' is there twice"));
            }
        }
    }

    fn check_filters(&self, add: &mut impl FnMut(String, String)) {
        for (index, filter) in self.filters.iter().enumerate() {
            if !(1..=VALUES).contains(&filter.any_of.len()) {
                add(format!("/filters/{index}/any_of"), format!("name 1 to {VALUES} values; there are {}", filter.any_of.len()));
            }
            if self.filters[..index].iter().any(|other| other.dimension == filter.dimension) {
                add(format!("/filters/{index}/dimension"), format!("'{}' is filtered twice: put all values into one", filter.dimension));
            }
        }
    }
}

impl Measure {
    fn check(&self, add: &mut impl FnMut(&str, String)) {
        let key = &self.key;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if !(1..=40).contains(&key.len()) || !key.bytes().all(plain) || key == "time" {
            add("key", format!("'{key}' is no key: use 1 to 40 lower-case letters, digits and '_', and not 'time'"));
        }
        let label = self.label.trim().chars().count();
        if !(1..=60).contains(&label) {
            add("label", format!("a label has 1 to 60 characters; this one has {label}"));
        }
        let takes_flag = matches!(self.kind, Kind::CountIf | Kind::Share | Kind::NetScore);
        let takes_field = matches!(self.kind, Kind::Sum | Kind::Average | Kind::Percentile);
        let mut part = |name: &str, takes: bool, has: bool| match (takes, has) {
            (true, false) => add(name, format!("'{}' needs a {name}", self.kind)),
            (false, true) => add(name, format!("'{}' takes no {name}: leave it out", self.kind)),
            _ => {}
        };
        part("flag", takes_flag, self.flag.is_some());
        part("less", self.kind == Kind::NetScore, self.less.is_some());
        part("field", takes_field, self.field.is_some());
        part("percent", self.kind == Kind::Percentile, self.percent.is_some());
        if !matches!(self.kind, Kind::Share | Kind::NetScore) && self.of.is_some() {
            add("of", format!("'{}' takes no of: leave it out", self.kind));
        }
        if self.percent.is_some_and(|percent| !(1..=99).contains(&percent)) {
            add("percent", "a percentile lies between 1 and 99".into());
        }
    }
}

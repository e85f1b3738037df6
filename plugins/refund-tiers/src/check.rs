//! What the schema cannot say of a configuration: ascending tiers, known roles, sensible numbers.

use redress_sdk::MAX_MINOR;
use redress_sdk::prelude::*;

use crate::config::{Config, Tier, Votes};

/// Everything wrong with a configuration, each with a JSON Pointer.
pub(crate) fn check(config: &Config) -> Vec<Violation> {
    let mut found = Findings { config, list: Vec::new() };
    for (currency, tiers) in &config.tiers {
        found.tiers(currency, tiers);
    }
    found.role("/other_currencies/role", &config.other_currencies.role);
    found.votes("/other_currencies/quorum", config.other_currencies.quorum);
    for (i, rule) in config.inspection.iter().enumerate() {
        found.role(&format!("/inspection/{i}/role"), &rule.role);
        found.votes(&format!("/inspection/{i}/quorum"), rule.quorum);
        found.amounts(&format!("/inspection/{i}/below"), &rule.below);
        if rule.below.is_empty() {
            found.add(
                format!("/inspection/{i}/below"),
                "the rule would never apply: give a threshold for a currency, for example {\"CNY\": 50000}",
            );
        }
    }
    for (i, rule) in config.auto_approve.iter().enumerate() {
        found.amounts(&format!("/auto_approve/{i}/max_amount"), &rule.max_amount);
        if rule.reasons.is_empty() {
            found.add(format!("/auto_approve/{i}/reasons"), "name at least one reason: without any, the rule would never apply");
        }
    }
    for (i, window) in config.windows.iter().enumerate() {
        found.role(&format!("/windows/{i}/role"), &window.role);
    }
    found.risk();
    for (i, rule) in config.required_fields.iter().enumerate() {
        if rule.fields.is_empty() {
            found.add(format!("/required_fields/{i}/fields"), "name at least one field, or remove the rule");
        }
        if rule.when_field.is_empty() && !rule.when_value.is_empty() {
            found.add(format!("/required_fields/{i}/when_field"), "name the field that must have the value of when_value");
        }
    }
    if !(-14 * 60..=14 * 60).contains(&config.utc_offset_minutes) {
        found.add("/utc_offset_minutes".into(), "give an offset from UTC between -840 and 840 minutes, for example 480 for China");
    }
    found.list
}

struct Findings<'a> {
    config: &'a Config,
    list: Vec<Violation>,
}

impl Findings<'_> {
    fn add(&mut self, path: String, message: impl Into<String>) {
        self.list.push(Violation::new(path, message));
    }

    fn role(&mut self, path: &str, role: &str) {
        if !self.config.role_order.iter().any(|known| known == role) {
            self.add(path.to_owned(), format!("role '{role}' is not in role_order: add it there, at its place from lowest to highest"));
        }
    }

    fn votes(&mut self, path: &str, votes: Votes) {
        if votes == Votes::AtLeast(0) {
            self.add(format!("{path}/at_least"), "at least 1 person must agree: give 1 or more");
        }
    }

    fn currency(&mut self, path: &str, currency: &str) {
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            self.add(path.to_owned(), format!("'{currency}' is not a currency code: use three upper-case letters such as CNY"));
        }
    }

    fn amounts(&mut self, path: &str, amounts: &std::collections::BTreeMap<String, i64>) {
        for (currency, &minor) in amounts {
            let at = format!("{path}/{currency}");
            self.currency(&at, currency);
            if !(0..=MAX_MINOR).contains(&minor) {
                self.add(at, "give an amount in minor units from 0 to 9007199254740991");
            }
        }
    }

    fn tiers(&mut self, currency: &str, tiers: &[Tier]) {
        let base = format!("/tiers/{currency}");
        self.currency(&base, currency);
        if tiers.last().is_none_or(|last| last.up_to.is_some()) {
            self.add(base.clone(), "the last tier must have up_to null, so that every amount has a tier");
        }
        let mut before = -1;
        for (i, tier) in tiers.iter().enumerate() {
            let path = format!("{base}/{i}");
            match tier.up_to {
                Some(up_to) if up_to <= before || up_to > MAX_MINOR => {
                    self.add(format!("{path}/up_to"), format!("tiers must rise: give more than {before} and at most {MAX_MINOR}"));
                }
                Some(up_to) => before = up_to,
                None if i + 1 < tiers.len() => self.add(format!("{path}/up_to"), "only the last tier may have up_to null"),
                None => {}
            }
            self.votes(&format!("{path}/quorum"), tier.quorum);
            match &tier.role {
                Some(role) => self.role(&format!("{path}/role"), role),
                None if tier.with_report || tier.quorum != Votes::Any => {
                    self.add(format!("{path}/role"), "a report or a quorum needs people: name the role, or remove both");
                }
                None => {}
            }
        }
    }

    fn risk(&mut self) {
        let config = self.config;
        self.role("/risk/unknown_role", &config.risk.unknown_role);
        for (i, level) in config.risk.levels.iter().enumerate() {
            self.role(&format!("/risk/levels/{i}/role"), &level.role);
            if !(1..=100).contains(&level.from) {
                self.add(format!("/risk/levels/{i}/from"), "give a score from 1 to 100");
            }
        }
    }
}

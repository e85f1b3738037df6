//! What the schema cannot say of a configuration.

use redress_sdk::prelude::*;

use crate::config::{Config, Rule};

/// Everything wrong with a configuration, each with a JSON Pointer.
pub(crate) fn check(config: &Config) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut add = |path: String, message: &str| found.push(Violation::new(path, message));
    for (i, rule) in config.rules.iter().enumerate() {
        if says_nothing(rule) {
            add(format!("/rules/{i}"), "the rule says nothing: give a queue, an assignee, skills, a priority, tags, a strategy or stop");
        }
        if rule.queue.as_deref().is_some_and(is_blank) {
            add(format!("/rules/{i}/queue"), "name the queue, or give null");
        }
        if rule.assignee.as_deref().is_some_and(is_blank) {
            add(format!("/rules/{i}/assignee"), "name the person, or give null");
        }
    }
    if config.default_queue.as_deref().is_some_and(is_blank) {
        add("/default_queue".into(), "name the queue, or give null");
    }
    if config.rating.floor >= 500 {
        add("/rating/floor".into(), "give 0 to 499 hundredths of a star: nobody can be rated above 500");
    }
    if config.rating.unrated > 500 {
        add("/rating/unrated".into(), "give 0 to 500 hundredths of a star");
    }
    found
}

fn says_nothing(rule: &Rule) -> bool {
    rule.queue.is_none()
        && rule.assignee.is_none()
        && rule.skills.is_empty()
        && rule.priority.is_none()
        && rule.tags.is_empty()
        && rule.strategy.is_none()
        && !rule.stop
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

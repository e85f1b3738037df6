//! What is wrong with a procedure, all of it at once.

use std::collections::BTreeSet;

use super::{Procedure, Step};
use crate::finding::Finding;
use crate::macros;

/// Most steps.
const STEPS: usize = 30;
/// Most answers of a step, and most files it needs.
const ENTRIES: usize = 10;
/// Longest script, as of a macro.
const SCRIPT: usize = 5_000;

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, path: String, message: impl Into<String>) {
        self.0.push(Finding { path, message: message.into() });
    }

    fn words(&mut self, path: String, text: &str, most: usize) {
        let count = text.trim().chars().count();
        if !(1..=most).contains(&count) {
            self.add(path, format!("this takes 1 to {most} characters and has {count}"));
        }
    }

    fn key<'a>(&mut self, path: String, key: &'a str, seen: &mut BTreeSet<&'a str>) {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
        if !(1..=64).contains(&key.len()) || !key.chars().all(fits) {
            self.add(path, format!("'{key}' is no key: use 1 to 64 lower-case letters, digits, _ or -"));
        } else if !seen.insert(key) {
            self.add(path, format!("'{key}' is there twice: give each a key of its own"));
        }
    }

    fn count(&mut self, path: String, what: &str, least: usize, most: usize, count: usize) {
        if !(least..=most).contains(&count) {
            self.add(path, format!("this takes {least} to {most} {what} and has {count}"));
        }
    }
}

impl Procedure {
    /// Everything that keeps it from being walked; empty when it is good. Whatever is answered, an end can be reached.
    pub fn check(&self) -> Vec<Finding> {
        let mut found = Findings::default();
        found.words("/name".to_owned(), &self.name, 100);
        found.words("/anomaly".to_owned(), &self.anomaly, 500);
        found.count("/steps".to_owned(), "steps", 1, STEPS, self.steps.len());
        let mut keys = BTreeSet::new();
        for (at, step) in self.steps.iter().enumerate() {
            found.key(format!("/steps/{at}/key"), &step.key, &mut keys);
            self.check_step(&format!("/steps/{at}"), step, &mut found);
        }
        if found.0.is_empty() {
            self.check_ways(&mut found);
        }
        found.0
    }

    fn check_step(&self, path: &str, step: &Step, found: &mut Findings) {
        found.words(format!("{path}/title"), &step.title, 200);
        if let Some(script) = &step.script {
            found.words(format!("{path}/script"), script, SCRIPT);
            if let Err(error) = macros::check(script) {
                found.add(format!("{path}/script"), error.to_string());
            }
        }
        found.count(format!("{path}/evidence"), "files", 0, ENTRIES, step.evidence.len());
        let mut keys = BTreeSet::new();
        for (at, evidence) in step.evidence.iter().enumerate() {
            found.key(format!("{path}/evidence/{at}/key"), &evidence.key, &mut keys);
            found.words(format!("{path}/evidence/{at}/name"), &evidence.name, 100);
        }
        found.count(format!("{path}/answers"), "answers", 1, ENTRIES, step.answers.len());
        let mut keys = BTreeSet::new();
        for (at, choice) in step.answers.iter().enumerate() {
            found.key(format!("{path}/answers/{at}/key"), &choice.key, &mut keys);
            found.words(format!("{path}/answers/{at}/name"), &choice.name, 100);
            if let Some(next) = choice.next.as_deref().filter(|next| self.step(next).is_none()) {
                found.add(format!("{path}/answers/{at}/next"), format!("there is no step '{next}': name one, or leave it out to end"));
            }
        }
    }

    /// Every step is reached from the first, and leads to an end.
    fn check_ways(&self, found: &mut Findings) {
        let follows = |step: &Step| step.answers.iter().filter_map(|choice| choice.next.clone()).collect::<Vec<_>>();
        let mut reached = BTreeSet::new();
        let mut open: Vec<String> = self.steps.first().map(|step| step.key.clone()).into_iter().collect();
        while let Some(key) = open.pop() {
            if let Some(step) = self.step(&key).filter(|_| reached.insert(key.clone())) {
                open.extend(follows(step));
            }
        }
        let mut ending: BTreeSet<&str> = BTreeSet::new();
        loop {
            let leads = |step: &&Step| step.answers.iter().any(|choice| choice.next.as_deref().is_none_or(|next| ending.contains(next)));
            let more: Vec<&str> =
                self.steps.iter().filter(leads).map(|step| step.key.as_str()).filter(|key| !ending.contains(key)).collect();
            if more.is_empty() {
                break;
            }
            ending.extend(more);
        }
        for (at, step) in self.steps.iter().enumerate() {
            if !reached.contains(&step.key) {
                found.add(format!("/steps/{at}"), format!("no answer leads to '{}': lead there, or leave the step out", step.key));
            }
            if !ending.contains(step.key.as_str()) {
                found.add(format!("/steps/{at}/answers"), format!("from '{}' no answer leads to an end: give one that ends", step.key));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Procedure, shipped};

    /// D8: the five anomalies, each a way that is walked from its first step to an end whatever is answered.
    #[test]
    fn d8_the_five_procedures_lead_to_an_end() {
        let keys: Vec<String> = shipped().into_iter().map(|sop| sop.key).collect();
        assert_eq!(keys, ["missing_parts", "damaged_in_transit", "wrong_item", "empty_box", "ruling_disputed"]);
        for sop in shipped() {
            assert_eq!(sop.procedure.check(), [], "{}", sop.key);
        }
    }

    fn paths(value: Value) -> Vec<String> {
        let procedure: Procedure = serde_json::from_value(value).expect("a procedure");
        procedure.check().into_iter().map(|finding| finding.path).collect()
    }

    /// D8: what a shop writes itself is checked, all of it at once.
    #[test]
    fn d8_every_fault_is_named_by_its_place() {
        let words = json!({"name": "", "anomaly": "x", "steps": [
            {"key": "A", "title": "x", "script": "{{customer.phone}}", "answers": []},
            {"key": "b", "title": "x", "answers": [{"key": "y", "name": "x", "next": "nowhere"}, {"key": "y", "name": "x"}]},
        ]});
        let expected =
            ["/name", "/steps/0/key", "/steps/0/script", "/steps/0/answers", "/steps/1/answers/0/next", "/steps/1/answers/1/key"];
        assert_eq!(paths(words), expected);
        assert_eq!(paths(json!({"name": "x", "anomaly": "x", "steps": []})), ["/steps"]);
        let round = json!({"name": "x", "anomaly": "x", "steps": [
            {"key": "a", "title": "x", "answers": [{"key": "y", "name": "x", "next": "b"}, {"key": "n", "name": "x"}]},
            {"key": "b", "title": "x", "answers": [{"key": "y", "name": "x", "next": "b"}]},
            {"key": "c", "title": "x", "answers": [{"key": "y", "name": "x", "next": "a"}]},
        ]});
        assert_eq!(paths(round), ["/steps/1/answers", "/steps/2"], "b goes round for ever, nothing leads to c");
        let call_again = json!({"name": "x", "anomaly": "x", "steps": [
            {"key": "call", "title": "x", "answers": [{"key": "again", "name": "x", "next": "call"}, {"key": "done", "name": "x"}]},
        ]});
        assert_eq!(paths(call_again), Vec::<String>::new(), "a way round with an end is a way");
    }
}

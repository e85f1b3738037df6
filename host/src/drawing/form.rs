//! Forms.

use redress_domain::definition::Noun;
use redress_domain::ticket::TicketKind;
use redress_forms::{Definition, Finding, Severity, State, check, shipped};

use super::Drawn;
use crate::problem::Fault;
use crate::rules::Snapshot;

impl Drawn for Definition {
    const NOUN: Noun = Noun::Form;
    type Finding = Finding;

    fn shipped() -> Vec<Self> {
        shipped()
    }

    fn key(&self) -> &str {
        &self.key
    }

    fn kinds(&self) -> Vec<TicketKind> {
        vec![self.kind]
    }

    fn named(self, key: &str, edition: u32, published: bool) -> Self {
        let state = if published { State::Published } else { State::Draft };
        Self { key: key.to_owned(), version: edition, state, ..self }
    }

    fn check(&self, _snapshot: &Snapshot) -> Vec<Finding> {
        check(self)
    }

    fn fault(finding: &Finding) -> Option<Fault> {
        (finding.severity == Severity::Error).then(|| Fault::at(finding.path.clone(), finding.message.clone()))
    }
}

//! Workflows.

use redress_domain::definition::Noun;
use redress_domain::ticket::TicketKind;
use redress_flow::{Definition, Finding, NodeId, Severity, Who, check, shipped};

use super::Drawn;
use crate::problem::Fault;
use crate::rules::Snapshot;
use crate::workflow::flow::environment;

impl Drawn for Definition {
    const NOUN: Noun = Noun::Workflow;
    type Finding = Finding;

    fn shipped() -> Vec<Self> {
        shipped().expect("a test reads every workflow that comes with the house")
    }

    fn key(&self) -> &str {
        &self.id
    }

    fn kinds(&self) -> Vec<TicketKind> {
        Vec::new()
    }

    fn named(self, key: &str, edition: u32, _published: bool) -> Self {
        Self { id: key.to_owned(), version: edition, ..self }
    }

    fn check(&self, snapshot: &Snapshot) -> Vec<Finding> {
        let mut findings = check(self, &environment(&snapshot.parameters, snapshot.tenant.currency));
        findings.extend(strangers(self, snapshot));
        findings
    }

    fn fault(finding: &Finding) -> Option<Fault> {
        if finding.severity != Severity::Error {
            return None;
        }
        let pointer = finding.node.as_ref().map_or_else(String::new, |node| format!("/nodes/{node}"));
        let message = format!("{}: {}", finding.message, finding.fix);
        Some(Fault { code: Some(finding.code.to_owned()), ..Fault::at(pointer, message) })
    }
}

/// Roles, queues, departments and people that the tenant does not have: whatever is for them falls to the fallback (Z17), so they
/// are warned of. The workflow's own fallback must exist, because nothing stands behind it.
fn strangers(definition: &Definition, snapshot: &Snapshot) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !has_role(snapshot, &definition.fallback) {
        findings.push(Finding {
            severity: Severity::Error,
            code: "unknown_fallback",
            node: None,
            message: format!("the fallback role '{}' does not exist", definition.fallback),
            fix: "name a role of the tenant: what nobody else can do goes to it".to_owned(),
        });
    }
    for (node, who) in definition.named() {
        let Some((what, fix)) = stranger(&who, snapshot) else { continue };
        if !findings.iter().any(|found| found.node.as_ref() == Some(node) && found.message == what) {
            findings.push(warning(node, what, fix));
        }
    }
    findings
}

fn stranger(who: &Who, snapshot: &Snapshot) -> Option<(String, &'static str)> {
    match who {
        Who::Role(name) if !has_role(snapshot, name) => {
            Some((format!("there is no role '{name}'"), "add the role, or name another: until then the fallback gets the task"))
        }
        Who::Queue(key) if snapshot.queue_by_key(key).is_none() => {
            Some((format!("there is no queue '{key}'"), "add the queue, or name another: until then the fallback gets the task"))
        }
        Who::Department(name) if !snapshot.people.has_department(name) => Some((
            format!("nobody is in the department '{name}'"),
            "put people into it, or name another: until then the fallback gets the task",
        )),
        Who::Person(id) if snapshot.people.get(*id).is_none_or(|user| user.disabled) => {
            Some((format!("there is no user {id} who may act"), "name another person: until then the fallback gets the task"))
        }
        _ => None,
    }
}

fn has_role(snapshot: &Snapshot, name: &str) -> bool {
    snapshot.limits.roles.iter().any(|role| role.name == name)
}

fn warning(node: &NodeId, message: String, fix: &str) -> Finding {
    Finding { severity: Severity::Warning, code: "unknown_party", node: Some(node.clone()), message, fix: fix.to_owned() }
}

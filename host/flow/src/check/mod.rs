//! Everything that is wrong with a definition, said when it is saved.

mod apply;
mod expressions;
mod finding;
mod limits;
mod outline;
mod paths;
mod splits;
mod work;

use redress_expression::Environment;

pub use finding::{CODES, Finding, Severity};

use crate::compile::{Graph, extend};
use crate::definition::{Definition, Node, NodeId};

/// Everything that is wrong with a definition, errors first. `environment` has the names of the caller's facts;
/// `form` and `outcome` are added from the definition.
pub fn check(definition: &Definition, environment: &Environment) -> Vec<Finding> {
    if let Some(finding) = outline::too_large(definition) {
        return vec![finding];
    }
    let environment = extend(environment, definition);
    let graph = Graph::of(definition);
    let mut checker = Checker { definition, environment: &environment, graph: &graph, findings: Vec::new() };
    checker.outline();
    for node in &definition.nodes {
        checker.work(node);
        checker.limit(node);
        checker.expressions(node);
        checker.applied(node);
    }
    checker.paths();
    checker.splits();
    let mut findings = checker.findings;
    findings.sort_by_key(|finding| finding.severity);
    findings
}

struct Checker<'a> {
    definition: &'a Definition,
    environment: &'a Environment,
    graph: &'a Graph,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn error(&mut self, code: &'static str, node: &Node, message: impl Into<String>, fix: impl Into<String>) {
        self.findings.push(Finding::error(code, node, message, fix));
    }

    fn warn(&mut self, code: &'static str, node: &Node, message: impl Into<String>, fix: impl Into<String>) {
        self.findings.push(Finding::warning(code, node, message, fix));
    }

    fn at(&self, id: &NodeId) -> Option<usize> {
        self.definition.nodes.iter().position(|node| node.id == *id)
    }
}

/// True for what expressions can call by name: small letters, digits and underscores, a letter first, at most 64.
fn is_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() <= 64
        && bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'_')
}

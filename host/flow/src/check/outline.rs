//! The whole: one start, an end, names that are there and unique, arrows that lead somewhere.

use std::collections::BTreeSet;

use super::{Checker, Finding, is_name};
use crate::definition::{Awaited, Definition, NodeKind};
use crate::party::Who;

/// Most nodes of a definition, so that every check and every event stays quick.
const MOST_NODES: usize = 300;

/// What is said of a definition that is too large; nothing else is looked at then.
pub(super) fn too_large(definition: &Definition) -> Option<Finding> {
    let message = format!("the workflow has {} nodes, and {MOST_NODES} is the most", definition.nodes.len());
    (definition.nodes.len() > MOST_NODES)
        .then(|| Finding::general("too_large", message, "take parts of it out into workflows of their own"))
}

impl Checker<'_> {
    pub(super) fn outline(&mut self) {
        self.whole();
        self.names();
        self.targets();
    }

    fn whole(&mut self) {
        let definition = self.definition;
        let general = |code, message: &str, fix: &str| Finding::general(code, message, fix);
        if definition.name.is_blank() {
            self.findings.push(general("no_name", "the workflow has no name", "name it in the language of its users"));
        }
        if definition.fallback.trim().is_empty() {
            let message = "the workflow names no fallback role, so that work which nobody can do would stall";
            self.findings.push(general("no_fallback", message, "name the role that takes such work, for example supervisor"));
        }
        let starts: Vec<_> = definition.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Start { .. })).collect();
        match starts.as_slice() {
            [] => self.findings.push(Finding::no_start()),
            [_] => {}
            [_, more @ ..] => {
                for node in more {
                    self.error("many_starts", node, "the workflow has more than one start", "keep one, and draw a condition behind it");
                }
            }
        }
        if !definition.nodes.iter().any(|node| matches!(node.kind, NodeKind::End { .. })) {
            self.findings.push(general("no_end", "the workflow has no end", "add an end node and lead every way to one"));
        }
        for (name, field) in &definition.fields {
            if !is_name(name) || field.name.is_blank() {
                let message = format!("the field '{name}' has no name for people, or one that expressions cannot call");
                let fix = "use small letters, digits and underscores with a letter first, and name it for people";
                self.findings.push(Finding::general("bad_field", message, fix));
            }
        }
    }

    fn names(&mut self) {
        let mut seen = BTreeSet::new();
        for node in &self.definition.nodes {
            if !is_name(node.id.as_str()) {
                let fix = "use small letters, digits and underscores with a letter first, at most 64";
                self.error("bad_id", node, format!("'{}' is no name that expressions can call", node.id), fix);
            }
            if !seen.insert(&node.id) {
                let message = format!("two nodes are called '{}'", node.id);
                self.error("duplicate_node", node, message, "give one of them another id");
            }
            if node.name.is_blank() {
                let message = format!("'{}' has no name for people", node.id);
                self.error("no_name", node, message, "name it in the language of its users");
            }
        }
    }

    fn targets(&mut self) {
        for node in &self.definition.nodes {
            let mut named: Vec<_> = node.exits();
            match &node.kind {
                NodeKind::Split { join, .. } => named.push(join),
                NodeKind::Wait { awaited: Awaited::Subtask(of), .. } => named.push(of),
                _ => {}
            }
            named.extend(crate::compile::everybody(node).into_iter().filter_map(|who| match who {
                Who::DoerOf(earlier) => Some(earlier),
                _ => None,
            }));
            named.sort_unstable();
            named.dedup();
            for to in named {
                let Some(at) = self.at(to) else {
                    self.findings.push(Finding::unknown_node(node, to));
                    continue;
                };
                if matches!(self.definition.nodes[at].kind, NodeKind::Start { .. }) {
                    let message = format!("'{}' leads back to the start", node.id);
                    self.error("arrow_into_start", node, message, "lead to the first step behind the start");
                }
            }
        }
    }
}

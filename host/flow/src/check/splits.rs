//! Splits and joins: each split has its own join, all its ways lead there, and nobody comes in from the side.

use super::Checker;
use crate::compile::regions;
use crate::definition::NodeKind;

/// Most ways of a split.
const MOST_WAYS: usize = 20;

impl Checker<'_> {
    pub(super) fn splits(&mut self) {
        let definition = self.definition;
        for node in &definition.nodes {
            match &node.kind {
                NodeKind::Split { branches, join } => {
                    let mut distinct: Vec<_> = branches.iter().collect();
                    distinct.sort_unstable();
                    distinct.dedup();
                    if distinct.len() != branches.len() || !(2..=MOST_WAYS).contains(&branches.len()) {
                        let message = format!("'{}' opens {} ways, or two of them begin at the same node", node.id, branches.len());
                        self.error("bad_split", node, message, format!("open 2 to {MOST_WAYS} ways, each with a first step of its own"));
                    }
                    if definition.node(join).is_some_and(|join| !matches!(join.kind, NodeKind::Join { .. })) {
                        let message = format!("the ways of '{}' come together at '{join}', which is no join", node.id);
                        self.error("bad_split", node, message, "name a join node");
                    }
                }
                NodeKind::Join { .. } => {
                    let splits =
                        definition.nodes.iter().filter(|split| matches!(&split.kind, NodeKind::Split { join, .. } if *join == node.id));
                    match splits.count() {
                        0 => {
                            let message = format!("'{}' joins the ways of no split", node.id);
                            self.error("join_without_split", node, message, "name it as the join of a split, or take it out");
                        }
                        1 => {}
                        _ => {
                            let message = format!("'{}' joins the ways of several splits", node.id);
                            self.error("join_shared", node, message, "give each split a join of its own");
                        }
                    }
                }
                _ => {}
            }
        }
        self.regions();
    }

    fn regions(&mut self) {
        let nodes = &self.definition.nodes;
        let all = regions(self.definition, self.graph);
        for region in &all {
            let split = &nodes[region.split];
            for way in &self.graph.forward[region.split] {
                if !region.inside.contains(way) {
                    let message = format!("the way of '{}' that begins at '{}' does not lead to its join", split.id, nodes[*way].id);
                    self.error("misses_join", split, message, "lead it to the join; a step of it may still go elsewhere");
                }
            }
            for (from, node) in nodes.iter().enumerate() {
                if from == region.split || region.inside.contains(&from) {
                    continue;
                }
                for to in self.graph.forward[from].iter().filter(|to| region.inside.contains(to)) {
                    let message = format!("'{}' leads to '{}', into the ways of '{}' from the side", node.id, nodes[*to].id, split.id);
                    self.error("enters_split", node, message, format!("lead to '{}' instead", split.id));
                }
            }
        }
        for (at, outer) in all.iter().enumerate() {
            for inner in &all[at + 1..] {
                let common = inner.inside.iter().filter(|node| outer.inside.contains(node)).count();
                let nested = common == inner.inside.len() && outer.inside.contains(&inner.split) && inner.join != outer.join;
                if common > 0 && !nested {
                    let message = format!("the ways of '{}' and of '{}' cross", nodes[outer.split].id, nodes[inner.split].id);
                    self.error("split_overlap", &nodes[inner.split], message, "draw one of them wholly within a way of the other");
                }
            }
        }
    }
}

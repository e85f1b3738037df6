//! Where the arrows lead: from the start to every node, from every node to an end, and never round without waiting.

use super::Checker;
use crate::compile::Graph;
use crate::definition::NodeKind;

impl Checker<'_> {
    pub(super) fn paths(&mut self) {
        let nodes = &self.definition.nodes;
        let places = |wanted: fn(&NodeKind) -> bool| -> Vec<usize> {
            nodes.iter().enumerate().filter(|(_, node)| wanted(&node.kind)).map(|(at, _)| at).collect()
        };
        let starts = places(|kind| matches!(kind, NodeKind::Start { .. }));
        let ends = places(|kind| matches!(kind, NodeKind::End { .. }));
        let reached = Graph::reach(&self.graph.forward, &starts, &[]);
        let ending = Graph::reach(&self.graph.backward, &ends, &[]);
        for (at, node) in nodes.iter().enumerate() {
            if !starts.is_empty() && !reached[at] {
                let message = format!("no arrow leads to '{}'", node.id);
                self.error("unreachable", node, message, "draw an arrow to it, or take it out");
            } else if !ends.is_empty() && !ending[at] {
                let circle = Graph::reach(&self.graph.forward, &self.graph.forward[at], &[])[at];
                if circle {
                    let message = format!("'{}' is on a circle that never ends", node.id);
                    self.error("cycle_without_exit", node, message, "lead one of the circle's steps to an end");
                } else {
                    let message = format!("no way leads from '{}' to an end", node.id);
                    self.error("dead_end", node, message, "draw an arrow from it that leads to an end in the end");
                }
            }
            if !node.waits() && self.goes_round(at) {
                let message = format!("'{}' is on a circle that goes round without waiting for anything", node.id);
                self.error("runaway", node, message, "put a step into the circle that waits: a task, a timer or a signal");
            }
        }
    }

    /// True when a node can be reached from itself over nodes that do not wait.
    fn goes_round(&self, at: usize) -> bool {
        let walls: Vec<usize> = (0..self.definition.nodes.len()).filter(|n| self.definition.nodes[*n].waits()).collect();
        Graph::reach(&self.graph.forward, &self.graph.forward[at], &walls)[at]
    }
}

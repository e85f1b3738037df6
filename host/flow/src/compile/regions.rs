//! What lies between a split and its join.

use super::Graph;
use crate::definition::{Definition, NodeId, NodeKind};

/// The nodes of one split's ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) split: usize,
    pub(crate) join: usize,
    /// Places of the nodes, its join among them, in order.
    pub(crate) inside: Vec<usize>,
}

/// The regions of all splits whose join exists, the largest first. A node is within a split when one of the split's ways
/// leads to it before the join, and the join can still be reached from it without passing the split again. So a step back
/// to before the split, or on to an end, leaves the region, and leaving calls off the other ways.
pub(crate) fn regions(definition: &Definition, graph: &Graph) -> Vec<Region> {
    let at = |id: &NodeId| definition.nodes.iter().position(|node| node.id == *id);
    let mut regions: Vec<Region> = definition
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(split, node)| {
            let NodeKind::Split { join, .. } = &node.kind else { return None };
            let join = at(join)?;
            let ahead = Graph::reach(&graph.forward, &graph.forward[split], &[join, split]);
            let behind = Graph::reach(&graph.backward, &[join], &[split]);
            let inside = (0..definition.nodes.len()).filter(|n| *n != split && ahead[*n] && behind[*n]).collect();
            Some(Region { split, join, inside })
        })
        .collect();
    regions.sort_by_key(|region| std::cmp::Reverse(region.inside.len()));
    regions
}

//! The arrows of a definition.

use std::collections::HashMap;

use crate::definition::{Definition, NodeId};

/// Who leads to whom, by places in the definition. Arrows to unknown nodes are left out.
pub(crate) struct Graph {
    pub(crate) forward: Vec<Vec<usize>>,
    pub(crate) backward: Vec<Vec<usize>>,
}

impl Graph {
    pub(crate) fn of(definition: &Definition) -> Self {
        let index: HashMap<&NodeId, usize> = definition.nodes.iter().enumerate().map(|(at, node)| (&node.id, at)).collect();
        let forward: Vec<Vec<usize>> = definition
            .nodes
            .iter()
            .map(|node| {
                let mut exits: Vec<usize> = node.exits().into_iter().filter_map(|id| index.get(id).copied()).collect();
                exits.sort_unstable();
                exits.dedup();
                exits
            })
            .collect();
        let mut backward = vec![Vec::new(); forward.len()];
        for (from, exits) in forward.iter().enumerate() {
            for to in exits {
                backward[*to].push(from);
            }
        }
        Self { forward, backward }
    }

    /// The nodes that can be reached from some, themselves among them. Nodes of `walls` are reached, but not passed.
    pub(crate) fn reach(arrows: &[Vec<usize>], from: &[usize], walls: &[usize]) -> Vec<bool> {
        let mut seen = vec![false; arrows.len()];
        let mut open: Vec<usize> = Vec::new();
        for at in from {
            if !std::mem::replace(&mut seen[*at], true) {
                open.push(*at);
            }
        }
        while let Some(at) = open.pop() {
            if walls.contains(&at) {
                continue;
            }
            for to in &arrows[at] {
                if !std::mem::replace(&mut seen[*to], true) {
                    open.push(*to);
                }
            }
        }
        seen
    }
}

//! Where nodes lead.

use super::{Definition, Escalation, Node, NodeId, NodeKind};

impl Node {
    /// Every node that may come next, in the order in which the definition names them; some perhaps more than once.
    pub fn exits(&self) -> Vec<&NodeId> {
        let mut exits: Vec<&NodeId> = match &self.kind {
            NodeKind::Start { next }
            | NodeKind::Join { next, .. }
            | NodeKind::Wait { next, .. }
            | NodeKind::Timer { next, .. }
            | NodeKind::Notify { next, .. }
            | NodeKind::Set { next, .. } => vec![next],
            NodeKind::Condition { branches, otherwise } => branches.iter().map(|branch| &branch.next).chain([otherwise]).collect(),
            NodeKind::Split { branches, .. } => branches.iter().collect(),
            NodeKind::Subtask { meanwhile, .. } => meanwhile.iter().collect(),
            NodeKind::Hook { next, failed, .. } => vec![next, failed],
            NodeKind::Form {} | NodeKind::Approval { .. } | NodeKind::End { .. } => Vec::new(),
        };
        if let Some(work) = &self.work {
            exits.extend(work.buttons.iter().filter_map(|button| button.next.as_ref()));
        }
        if let Some(limit) = &self.limit {
            exits.extend(limit.steps.iter().flat_map(|step| &step.actions).filter_map(|action| match action {
                Escalation::Go(to) => Some(to),
                _ => None,
            }));
        }
        exits
    }

    /// True for nodes at which people work.
    pub const fn is_work(&self) -> bool {
        matches!(self.kind, NodeKind::Form {} | NodeKind::Approval { .. } | NodeKind::Subtask { .. })
    }

    /// True when a run always stops here until something happens, so that no circle through it goes round by itself.
    pub const fn waits(&self) -> bool {
        match &self.kind {
            NodeKind::Form {} | NodeKind::Approval { .. } | NodeKind::Hook { .. } | NodeKind::Timer { .. } | NodeKind::End { .. } => true,
            NodeKind::Subtask { meanwhile, .. } => meanwhile.is_none(),
            NodeKind::Wait { awaited, .. } => matches!(awaited, super::Awaited::Signal(_)),
            _ => false,
        }
    }
}

impl Definition {
    /// The node of that name.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == *id)
    }
}

//! Time limits: every node that waits has one (L38), and their steps make sense.

use super::Checker;
use crate::definition::{Awaited, Escalation, Node, NodeKind, Only, Step};
use crate::party::Who;

/// Most steps of a limit.
const MOST_STEPS: usize = 20;
/// Least seconds between two repetitions.
const LEAST: u64 = 60;

impl Checker<'_> {
    pub(super) fn limit(&mut self, node: &Node) {
        let signal = matches!(node.kind, NodeKind::Wait { awaited: Awaited::Signal(_), .. });
        let Some(limit) = &node.limit else {
            if node.is_work() || signal {
                let message = format!("'{}' may wait for ever", node.id);
                self.warn("no_time_limit", node, message, "set a time limit, and say who is told when it passes");
            }
            return;
        };
        let waits = node.is_work() || matches!(node.kind, NodeKind::Hook { .. } | NodeKind::Wait { .. });
        if !waits {
            let message = format!("'{}' does not wait for anybody, so it has no time limit", node.id);
            return self.error("does_not_fit", node, message, "take the limit away; a timer node has its own time");
        }
        if limit.within.seconds() == 0 || limit.steps.len() > MOST_STEPS {
            let message = format!("the time limit of '{}' is nothing, or has more than {MOST_STEPS} steps", node.id);
            self.error("bad_limit", node, message, "give it a time, and fewer steps");
        }
        for step in &limit.steps {
            self.step(node, step);
        }
    }

    fn step(&mut self, node: &Node, step: &Step) {
        let mut wrong = |what: &str, fix: &str| {
            let message = format!("the step after {} of '{}' {what}", step.after, node.id);
            self.error("bad_limit", node, message, fix);
        };
        if step.after.seconds() == 0 {
            wrong("comes at once", "give it a time above zero");
        }
        if step.every.is_some_and(|every| every.seconds() < LEAST) {
            wrong("comes too often", "repeat it every minute or less often");
        }
        if step.actions.is_empty() {
            wrong("does nothing", "say what it does, or take it away");
        }
        if step.actions.iter().rev().skip(1).any(|action| matches!(action, Escalation::Go(_))) {
            wrong("ends the node before its last action", "let it go elsewhere as the last action");
        }
        let apart = matches!(node.kind, NodeKind::Subtask { meanwhile: Some(_), .. });
        if apart && step.actions.iter().any(|action| matches!(action, Escalation::Go(_))) {
            wrong("leads somewhere, but the run has gone on meanwhile", "remind, tell or hand over instead");
        }
        let people = |action: &Escalation| match action {
            Escalation::Remind | Escalation::HandOver { .. } => true,
            Escalation::Tell { to, .. } => to.contains(&Who::Owner),
            _ => false,
        };
        if !node.is_work() && (step.only == Only::Unclaimed || step.actions.iter().any(people)) {
            wrong("is about the owner of a task, and this node has no task", "tell a role instead");
        }
        let nobody = |action: &Escalation| match action {
            Escalation::Tell { to, .. } => to.is_empty(),
            Escalation::HandOver { to, .. } => to.is_empty() || to.contains(&Who::Owner),
            _ => false,
        };
        if step.actions.iter().any(nobody) {
            wrong("names nobody", "name a person, role, department or queue");
        }
    }
}

//! What is true of a ticket after some of its log.

use std::collections::BTreeSet;

use super::{Change, Goal};
use crate::status::CaseStatus;
use crate::ticket::Priority;

/// What goals ask about.
#[expect(clippy::struct_excessive_bools, reason = "four facts that are true or not, independently of each other")]
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// `None` before the ticket came.
    case: Option<CaseStatus>,
    pub(super) priority: Option<Priority>,
    queue: Option<String>,
    nodes: BTreeSet<String>,
    /// States since it was created or reopened.
    reached: BTreeSet<CaseStatus>,
    /// A person has it.
    accepted: bool,
    /// An agent has written.
    answered: bool,
    /// The customer has written since.
    asked: bool,
    /// Stopped by hand or by the flow.
    held: bool,
}

impl Facts {
    /// What is true after one more change.
    pub(super) fn apply(&mut self, change: &Change) {
        match change {
            Change::Created { case, priority, queue } => {
                self.priority = Some(*priority);
                self.queue.clone_from(queue);
                self.go_to(*case);
            }
            Change::Accepted => self.accepted = true,
            Change::Released => self.accepted = false,
            Change::AgentReplied => (self.answered, self.asked) = (true, false),
            Change::CustomerReplied => self.asked = true,
            Change::CaseChanged { to } => self.go_to(*to),
            Change::QueueChanged { to } => self.queue.clone_from(to),
            Change::NodeEntered { node } => {
                self.nodes.insert(node.clone());
            }
            Change::NodeLeft { node } => {
                self.nodes.remove(node);
            }
            Change::Paused => self.held = true,
            Change::Resumed => self.held = false,
            Change::PriorityChanged { to } => self.priority = Some(*to),
            Change::PolicyChanged { .. } | Change::PolicySelected { .. } | Change::PlatformDeadline { .. } | Change::Fired { .. } => {}
        }
    }

    fn go_to(&mut self, case: CaseStatus) {
        if !self.open() {
            self.reached.clear();
        }
        self.case = Some(case);
        self.reached.insert(case);
    }

    fn open(&self) -> bool {
        self.case.is_some_and(CaseStatus::is_open)
    }

    /// True while the goal is owed.
    pub(super) fn owe(&self, goal: &Goal) -> bool {
        let Some(case) = self.case else { return false };
        match goal {
            // 待受理: what is further on was taken by a rule or a person, or needs none yet.
            Goal::Acceptance => {
                let waits = [CaseStatus::Submitted, CaseStatus::FirstReview, CaseStatus::Approval, CaseStatus::AwaitingCustomer];
                !self.accepted && waits.contains(&case)
            }
            Goal::FirstResponse => self.open() && !self.answered,
            Goal::NextResponse => self.open() && self.answered && self.asked,
            Goal::Resolution => self.open(),
            Goal::Reach { case: wanted } => self.open() && !wanted.iter().any(|case| self.reached.contains(case)),
            Goal::Case { case: stage } => stage.contains(&case),
            Goal::Node { node } => self.nodes.contains(node),
            Goal::Queue { queue } => self.open() && self.queue.as_ref() == Some(queue),
        }
    }

    /// True while clocks that stand still in some states do.
    pub(super) fn paused(&self, pause_in: &[CaseStatus]) -> bool {
        self.held || self.case.is_some_and(|case| pause_in.contains(&case))
    }
}

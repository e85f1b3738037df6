//! What a host holds of a run.

use std::collections::{BTreeMap, BTreeSet};

use redress_domain::id::{TaskId, TimerId};
use redress_flow::{Effect, Task};

use crate::walk::Walk;

/// The host's side: the tasks and timers that effects have opened and not closed.
#[derive(Debug, Default)]
pub(super) struct Mirror {
    pub(super) tasks: BTreeMap<TaskId, Task>,
    pub(super) timers: BTreeSet<TimerId>,
}

impl Mirror {
    pub(super) fn carry_out(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::OpenTask { task, .. } => assert!(self.tasks.insert(task.id, task.clone()).is_none(), "opened twice"),
                Effect::TaskChanged { task } => assert!(self.tasks.insert(task.id, task.clone()).is_some(), "changed while closed"),
                Effect::CloseTask { task, .. } => assert!(self.tasks.remove(task).is_some(), "closed twice"),
                Effect::StartTimer { timer, .. } => assert!(self.timers.insert(*timer), "started twice"),
                Effect::CancelTimer { timer } => assert!(self.timers.remove(timer), "cancelled twice"),
                _ => {}
            }
        }
    }

    pub(super) fn agrees(&self, walk: &Walk) {
        let tasks: BTreeMap<TaskId, Task> = walk.run.tasks.iter().map(|task| (task.id, task.clone())).collect();
        assert_eq!(self.tasks, tasks, "what people see is what the run waits for");
        let timers: BTreeSet<TimerId> = walk.run.tokens.iter().flat_map(|token| &token.timers).map(|armed| armed.id).collect();
        assert_eq!(self.timers, timers, "no timer is lost or left behind");
    }
}

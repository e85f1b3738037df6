//! A place to which a turn can go back when the workflow cannot go on from it.

use redress_domain::id::UserId;
use redress_domain::settlement::RefundInstruction;
use redress_domain::task::Task;
use redress_domain::ticket::Ticket;
use redress_domain::timer::{Timer, TimerKind};

use super::Walk;
use crate::workflow::turn::Turn;

/// A turn as it was.
pub(super) struct Mark {
    ticket: Ticket,
    assignee_before: Option<UserId>,
    walk: Walk,
    timers: Vec<Timer>,
    stopped: Vec<TimerKind>,
    tasks: Vec<Task>,
    issued: Vec<RefundInstruction>,
    changed: Vec<(RefundInstruction, i64)>,
    lengths: [usize; 6],
}

impl Turn {
    /// Notes how everything stands.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            ticket: self.facts.case.ticket.clone(),
            assignee_before: self.assignee_before,
            walk: self.walk.clone(),
            timers: self.timers.clone(),
            stopped: self.stopped.clone(),
            tasks: self.tasks.clone(),
            issued: self.issued.clone(),
            changed: self.changed.clone(),
            lengths: [
                self.entries.len(),
                self.decisions.len(),
                self.events.len(),
                self.outbox.len(),
                self.settled.len(),
                self.failures.len(),
            ],
        }
    }

    /// Goes back. Texts of rule calls that are forgotten stay among the shared ones: they name themselves and do no harm.
    pub(super) fn go_back(&mut self, to: Mark) {
        let Mark { ticket, assignee_before, walk, timers, stopped, tasks, issued, changed, lengths } = to;
        (self.facts.case.ticket, self.assignee_before, self.walk) = (ticket, assignee_before, walk);
        (self.timers, self.stopped, self.tasks, self.issued, self.changed) = (timers, stopped, tasks, issued, changed);
        let [entries, decisions, events, outbox, settled, failures] = lengths;
        self.entries.truncate(entries);
        self.decisions.truncate(decisions);
        self.events.truncate(events);
        self.outbox.truncate(outbox);
        self.settled.truncate(settled);
        self.failures.truncate(failures);
    }
}

//! The ticket's workflow within a turn: what happens to one reaches the other, and both are written together.

mod ask;
mod carry;
mod customer;
mod mark;
mod walk;

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId, UserId};
use redress_domain::task::Task;
use redress_flow::Event;

use crate::workflow::flow::Running;

/// What a turn changes of the ticket's workflow.
#[derive(Clone, Default)]
pub(super) struct Walk {
    /// Where the ticket stands.
    pub(super) running: Option<Running>,
    /// It moved in this turn.
    pub(super) moved: bool,
    /// Rounds that ended in this turn before another began.
    pub(super) over: Vec<Running>,
    /// What reaches the run when the present event is done.
    pub(super) waiting: Vec<Event>,
    /// Tasks of earlier turns that others may do now.
    pub(super) handed: Vec<Task>,
    /// Tasks of earlier turns that are done, and by whom.
    pub(super) finished: Vec<(TaskId, Option<UserId>, Timestamp)>,
    /// Timers of earlier turns that are no longer needed.
    pub(super) dropped: Vec<TimerId>,
}

//! Why an event cannot happen to a run as it stands. Nothing has changed then.

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId};

use crate::definition::NodeId;

/// Why not. The sentence says what is in the way and what to do instead; [`Refusal::code`] is stable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The run pins another definition or version.
    #[error("the run follows version {run} and was advanced with {given}: load the version it is pinned to")]
    WrongVersion {
        /// What the run pins, as `id@version`.
        run: String,
        /// What was given.
        given: String,
    },
    /// It runs already.
    #[error("the workflow has already begun: a run begins once")]
    AlreadyBegun,
    /// It has not begun.
    #[error("the workflow has not begun: send 'begin' first")]
    NotBegun,
    /// It is over.
    #[error("the workflow has ended: reopen the ticket to begin a new one")]
    Ended,
    /// Somebody else was faster.
    #[error("this task was closed by {by} at {at}: reload the ticket to see what comes next")]
    TaskDone {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// There is no such task.
    #[error("the ticket has no open task {task}: reload it to see what is to be done")]
    NoSuchTask {
        /// Which.
        task: TaskId,
    },
    /// The node has no such button.
    #[error("'{button}' is not possible here: choose one of {allowed}")]
    NoSuchButton {
        /// Which.
        button: String,
        /// What is possible.
        allowed: String,
    },
    /// Others may do this.
    #[error("this task belongs to {holders}: ask for it to be transferred to you")]
    NotYours {
        /// Who may.
        holders: String,
    },
    /// Somebody else has accepted it.
    #[error("{by} has accepted this task: ask them to release or transfer it")]
    Claimed {
        /// Who.
        by: String,
    },
    /// Nothing to give back.
    #[error("you have not accepted this task, so there is nothing to release")]
    NotClaimed,
    /// Each person counts once.
    #[error("you have already given your voice on this task: another person must do so as well")]
    VotedAlready,
    /// The one it is given to has spoken already.
    #[error("{to} has already given a voice on this task: choose somebody else")]
    TargetVoted {
        /// Who.
        to: String,
    },
    /// The one it is given to is away, or it would stay with the same person.
    #[error("{to} cannot take this task, because {why}: choose somebody else")]
    TargetUnfit {
        /// Who.
        to: String,
        /// Why.
        why: &'static str,
    },
    /// Words are needed.
    #[error("'{button}' needs an opinion: say why in a sentence")]
    OpinionMissing {
        /// The button.
        button: String,
    },
    /// The words are too many.
    #[error("an opinion has at most {most} characters, and this one has {found}: shorten it")]
    OpinionTooLong {
        /// The limit.
        most: usize,
        /// How many it has.
        found: usize,
    },
    /// The node may not write that field.
    #[error("the field '{field}' cannot be filled in here: leave it out; this step writes {allowed}")]
    FieldNotWritable {
        /// Which.
        field: String,
        /// What may be written.
        allowed: String,
    },
    /// A mandatory field is empty.
    #[error("the field '{field}' must be filled in for '{button}'")]
    FieldMissing {
        /// Which.
        field: String,
        /// The button.
        button: String,
    },
    /// The value is of another type.
    #[error("the field '{field}' takes {wanted}: correct it")]
    FieldType {
        /// Which.
        field: String,
        /// What it takes.
        wanted: &'static str,
    },
    /// No question of that number is open.
    #[error("question {ask} is not open: it was answered, or the run went on without it")]
    NoSuchQuestion {
        /// Which.
        ask: u32,
    },
    /// Nobody waits for that.
    #[error("nothing waits for '{name}' now, and the workflow does not keep it for later")]
    NothingWaits {
        /// The signal.
        name: String,
    },
    /// The timer is no longer needed.
    #[error("timer {timer} is not running: what it was for is done")]
    TimerGone {
        /// Which.
        timer: TimerId,
    },
    /// The run goes round without waiting.
    #[error("the workflow takes more than {most} steps without waiting, last at '{node}': give the circle an exit or a step that waits")]
    Runaway {
        /// The limit.
        most: u32,
        /// Where it was.
        node: NodeId,
    },
    /// A token would have no place in the other version.
    #[error("the run cannot go over to that version: {why}")]
    CannotMigrate {
        /// Why.
        why: String,
    },
    /// The run names a node that its definition does not have: the stored run was changed from outside.
    #[error("the run stands at '{node}', which its definition does not have: restore the run from its timeline")]
    Corrupt {
        /// The node.
        node: NodeId,
    },
}

impl Refusal {
    /// A stable name for callers.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongVersion { .. } => "wrong_version",
            Self::AlreadyBegun => "already_begun",
            Self::NotBegun => "not_begun",
            Self::Ended => "ended",
            Self::TaskDone { .. } => "task_done",
            Self::NoSuchTask { .. } => "no_such_task",
            Self::NoSuchButton { .. } => "no_such_button",
            Self::NotYours { .. } => "not_yours",
            Self::Claimed { .. } => "claimed",
            Self::NotClaimed => "not_claimed",
            Self::VotedAlready => "voted_already",
            Self::TargetVoted { .. } => "target_voted",
            Self::TargetUnfit { .. } => "target_unfit",
            Self::OpinionMissing { .. } => "opinion_missing",
            Self::OpinionTooLong { .. } => "opinion_too_long",
            Self::FieldNotWritable { .. } => "field_not_writable",
            Self::FieldMissing { .. } => "field_missing",
            Self::FieldType { .. } => "field_type",
            Self::NoSuchQuestion { .. } => "no_such_question",
            Self::NothingWaits { .. } => "nothing_waits",
            Self::TimerGone { .. } => "timer_gone",
            Self::Runaway { .. } => "runaway",
            Self::CannotMigrate { .. } => "cannot_migrate",
            Self::Corrupt { .. } => "corrupt",
        }
    }
}

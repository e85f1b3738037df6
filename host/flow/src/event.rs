//! What can happen to a run.

use redress_domain::id::{TaskId, TimerId, UserId};
use redress_domain::timeline::Actor;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::party::Party;

/// Something that happened. The caller has authenticated the actor; the engine checks what they may do at the node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The run begins.
    Begin {
        /// Who began it.
        actor: Actor,
        /// First values of the definition's fields.
        #[serde(default)]
        form: Map<String, Value>,
    },
    /// Somebody pressed a button that submits, agrees or rejects.
    TaskDone {
        /// The task.
        task: TaskId,
        /// Who.
        actor: Actor,
        /// The button's code.
        button: String,
        /// What was filled in.
        #[serde(default)]
        data: Map<String, Value>,
        /// In their words.
        #[serde(default)]
        opinion: Option<String>,
    },
    /// Somebody accepts a task (接单).
    Claim {
        /// The task.
        task: TaskId,
        /// Who.
        user: UserId,
    },
    /// Somebody gives an accepted task back to all who may do it.
    Release {
        /// The task.
        task: TaskId,
        /// Who.
        user: UserId,
    },
    /// Somebody gives a task to another (转交). The system may, too.
    Transfer {
        /// The task.
        task: TaskId,
        /// Who.
        actor: Actor,
        /// To whom.
        to: Party,
        /// Why.
        #[serde(default)]
        opinion: Option<String>,
    },
    /// Somebody lets another act in their place (委托).
    Delegate {
        /// The task.
        task: TaskId,
        /// Who.
        user: UserId,
        /// Who acts.
        to: UserId,
        /// Why.
        #[serde(default)]
        opinion: Option<String>,
    },
    /// Somebody went on leave or came back (Z17). The directory of the context knows already.
    AbsenceChanged {
        /// Who.
        user: UserId,
    },
    /// Somebody left the firm, lost a role or was disabled. The directory of the context knows already.
    OwnerGone {
        /// Who.
        user: UserId,
    },
    /// The rules answered.
    HookAnswered {
        /// Number of the question.
        ask: u32,
        /// What they said.
        #[serde(default)]
        answer: Map<String, Value>,
    },
    /// No rule could answer.
    HookFailed {
        /// Number of the question.
        ask: u32,
        /// Why.
        reason: String,
    },
    /// Something that runs wait for: `scan`, `customer_answer`, `payment`, or a name of the tenant's own.
    Signal {
        /// Its name.
        name: String,
        /// Who sent it.
        actor: Actor,
        /// What it says.
        #[serde(default)]
        data: Map<String, Value>,
    },
    /// A timer is due.
    TimerFired {
        /// Which.
        timer: TimerId,
    },
    /// The linked ticket of a sub-task was finished.
    SubtaskDone {
        /// The sub-task.
        task: TaskId,
        /// The button that says how.
        button: String,
        /// What came of it; may fill the fields that the node may write.
        #[serde(default)]
        data: Map<String, Value>,
    },
    /// The run is called off, because the customer withdrew or the ticket was merged.
    Cancelled {
        /// Who.
        actor: Actor,
        /// Why.
        #[serde(default)]
        reason: Option<String>,
    },
}

//! What the clocks know of a ticket: an extract of its timeline.

use serde::{Deserialize, Serialize};

use super::{Goal, Policy};
use crate::clock::Timestamp;
use crate::status::CaseStatus;
use crate::ticket::Priority;

/// One thing that happened. A log is in the order of the ticket's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When. A moment before that of the entry in front counts as that one, because nodes' clocks differ.
    pub at: Timestamp,
    /// What.
    pub change: Change,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The ticket came. No clock runs before.
    Created {
        /// Where the case stands.
        case: CaseStatus,
        /// How urgent it is.
        priority: Priority,
        /// Key of its queue.
        queue: Option<String>,
    },
    /// A person took the ticket.
    Accepted,
    /// The ticket was given back, and waits for a person again.
    Released,
    /// An agent wrote to the customer. Notes that the customer does not see are no replies.
    AgentReplied,
    /// The customer wrote.
    CustomerReplied,
    /// The case went on.
    CaseChanged {
        /// Where it stands now.
        to: CaseStatus,
    },
    /// The ticket went to another queue.
    QueueChanged {
        /// Key of that queue.
        to: Option<String>,
    },
    /// The flow came to a node.
    NodeEntered {
        /// Its name.
        node: String,
    },
    /// The flow left a node.
    NodeLeft {
        /// Its name.
        node: String,
    },
    /// All clocks were stopped by hand or by the flow, until they are resumed.
    Paused,
    /// The clocks go on.
    Resumed,
    /// It became more or less urgent.
    PriorityChanged {
        /// How urgent it is now.
        to: Priority,
    },
    /// Another policy holds from now on. Rounds that ended before keep their verdict; open ones go on under the new one, as
    /// if it had held since they began.
    PolicyChanged {
        /// Which; one without targets for none.
        policy: Policy,
    },
    /// The tenant's policy that holds from now on, by name: what a stored log keeps instead of [`Self::PolicyChanged`], so that
    /// a policy is stored once and not once per ticket. Clocks do not see it; see [`super::resolve`].
    PolicySelected {
        /// Which, and which state of it; `None` when none is for the ticket any more.
        policy: Option<super::PolicyRef>,
    },
    /// The sales platform demands something by a moment. It is about the open round of the goal or, when there is none, the
    /// next. The platform's clock never stands still.
    PlatformDeadline {
        /// What is demanded.
        goal: Goal,
        /// By when; `None` takes the demand back.
        due: Option<Timestamp>,
    },
    /// A step of the escalation was done.
    Fired {
        /// Key of the target.
        target: String,
        /// Round of its clock, from 1.
        round: u32,
        /// Key of the step.
        step: String,
    },
}

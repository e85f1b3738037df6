//! What is promised. Which policy a ticket gets is decided elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::status::{CaseStatus, names};
use crate::ticket::Priority;

/// The promises about one ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What the merchant calls it.
    pub name: String,
    /// The promises.
    pub targets: Vec<Target>,
}

/// One promise: a goal within a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Name within the policy, by which what was done is remembered. When a ticket's policy changes, a target of the same key
    /// and goal goes on, and what it has fired is not fired again.
    pub key: String,
    /// What has to happen.
    pub goal: Goal,
    /// Within how many seconds.
    pub limit_seconds: u32,
    /// Other limits for tickets of a priority, in seconds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub limit_seconds_by_priority: BTreeMap<Priority, u32>,
    /// Which seconds count.
    #[serde(default)]
    pub hours: Hours,
    /// In which case states the clock stands still; while waiting for the customer when left out.
    #[serde(default = "waiting")]
    pub pause_in: Vec<CaseStatus>,
    /// What is done as the time runs out.
    #[serde(default)]
    pub steps: Vec<Step>,
}

fn waiting() -> Vec<CaseStatus> {
    vec![CaseStatus::AwaitingCustomer]
}

/// What has to happen. The clock of a goal begins a new round each time its cause begins anew.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Goal {
    /// A person takes the ticket (接单): from its creation, or from when it was given back, until then.
    Acceptance,
    /// An agent writes to the customer for the first time.
    FirstResponse,
    /// An agent answers: from the customer's first unanswered message after the first response.
    NextResponse,
    /// The case ends: from its creation, or from when it was reopened.
    Resolution,
    /// The case comes to one of these states for the first time since it was created or reopened, or ends.
    Reach {
        /// Which.
        case: Vec<CaseStatus>,
    },
    /// The case leaves these states: from when it entered one of them.
    Case {
        /// Which.
        case: Vec<CaseStatus>,
    },
    /// The flow leaves a node: from when it entered it.
    Node {
        /// Name of the node.
        node: String,
    },
    /// The open ticket leaves a queue: from when it entered it.
    Queue {
        /// Key of the queue.
        queue: String,
    },
}

names! {
    /// Which seconds count.
    Hours {
        /// All.
        Calendar = "calendar",
        /// Those in which people work.
        Business = "business",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that writes the names has no place for a default")]
impl Default for Hours {
    fn default() -> Self {
        Self::Calendar
    }
}

/// One step of the escalation. It is done at most once in each round of its target's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = EscalationStep))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Name within the target.
    pub key: String,
    /// When.
    pub when: When,
    /// What is done, in this order.
    pub actions: Vec<Action>,
}

/// When a step is due, on the target's own clock: a step stands still while the clock does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// When so many hundredths of the limit are used; 100 is the due time.
    Percent(u16),
    /// So many seconds before the due time.
    BeforeSeconds(u32),
    /// So many seconds after the due time; 0 is the due time.
    AfterSeconds(u32),
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Reminds the person who has the ticket.
    RemindOwner,
    /// Raises the priority; one that is as high already stays.
    RaisePriority {
        /// At least so high.
        to: Priority,
    },
    /// Tells everybody with a role.
    TellRole {
        /// Its name.
        role: String,
        /// How.
        by: Channel,
    },
    /// Tells whoever leads the ticket's queue.
    TellQueueLead {
        /// How.
        by: Channel,
    },
    /// Sends an event to notification rules and webhooks.
    Emit {
        /// Its name, for example `sla.missed`.
        event: String,
    },
}

names! {
    /// How somebody is told.
    Channel {
        /// A window on their screen.
        Popup = "popup",
        /// An entry in their list of things to do (待办).
        Task = "task",
        /// E-mail.
        Mail = "mail",
        /// A text message.
        Sms = "sms",
    }
}

impl Goal {
    /// The name of its kind, as in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Acceptance => "acceptance",
            Self::FirstResponse => "first_response",
            Self::NextResponse => "next_response",
            Self::Resolution => "resolution",
            Self::Reach { .. } => "reach",
            Self::Case { .. } => "case",
            Self::Node { .. } => "node",
            Self::Queue { .. } => "queue",
        }
    }
}

impl Target {
    /// A goal within a limit on all seconds, that stands still while waiting for the customer.
    pub fn new(key: &str, goal: Goal, limit: chrono::Duration) -> Self {
        Self {
            key: key.to_owned(),
            goal,
            limit_seconds: u32::try_from(limit.num_seconds()).unwrap_or(u32::MAX),
            limit_seconds_by_priority: BTreeMap::new(),
            hours: Hours::Calendar,
            pause_in: waiting(),
            steps: Vec::new(),
        }
    }

    /// The same with one more step.
    #[must_use]
    pub fn then(mut self, key: &str, when: When, actions: Vec<Action>) -> Self {
        self.steps.push(Step { key: key.to_owned(), when, actions });
        self
    }

    /// The limit for a priority.
    pub fn limit(&self, priority: Priority) -> chrono::Duration {
        chrono::Duration::seconds(self.limit_seconds_by_priority.get(&priority).copied().unwrap_or(self.limit_seconds).into())
    }
}

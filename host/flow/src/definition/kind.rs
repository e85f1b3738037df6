//! The kinds of nodes.

use std::collections::BTreeMap;

use redress_domain::event::EventKind;
use redress_domain::rule::Hook;
use redress_domain::ticket::{Priority, TicketKind};
use serde::{Deserialize, Serialize};

use super::{Mode, NodeId};
use crate::Text;
use crate::party::Who;
use crate::span::{Clock, Span};

/// What a node does and where it leads. Where people decide, their buttons say where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowNodeKind))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum NodeKind {
    /// Where a run begins.
    Start {
        /// Where it goes.
        next: NodeId,
    },
    /// Somebody fills something in (填写).
    Form {},
    /// People agree or reject (审批).
    Approval {
        /// How many must agree.
        #[serde(default)]
        mode: Mode,
    },
    /// The first branch that holds is taken.
    Condition {
        /// In order.
        branches: Vec<Branch>,
        /// Where it goes when none holds.
        #[serde(rename = "else")]
        otherwise: NodeId,
    },
    /// Several ways at once.
    Split {
        /// Where they begin, two or more.
        branches: Vec<NodeId>,
        /// Where they come together again.
        join: NodeId,
    },
    /// Where the ways of a split come together.
    Join {
        /// For whom it waits.
        #[serde(default)]
        wait: JoinWait,
        /// Where it goes.
        next: NodeId,
    },
    /// Work for another team that is shared with this ticket (工单共享, U11).
    Subtask {
        /// The host opens a linked ticket of this kind and reports when it is done; none: only a task.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ticket: Option<TicketKind>,
        /// Goes on at once and there, while the sub-task stays open; none: its buttons say where, when it is done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meanwhile: Option<NodeId>,
    },
    /// Asks the rules bound to a hook.
    Hook {
        /// Which.
        hook: Hook,
        /// Where it goes with an answer.
        next: NodeId,
        /// Where it goes when no rule could answer: a failed rule never stalls a run.
        failed: NodeId,
    },
    /// Waits for something to happen.
    Wait {
        /// For what.
        #[serde(rename = "for")]
        awaited: Awaited,
        /// Counts as well when it happened before the run came here.
        #[serde(default)]
        early: bool,
        /// Where it goes.
        next: NodeId,
    },
    /// Waits for a time.
    Timer {
        /// How long, or until when.
        when: When,
        /// Where it goes.
        next: NodeId,
    },
    /// Tells somebody.
    Notify {
        /// Whom.
        to: Vec<Who>,
        /// Name of the template.
        template: String,
        /// Where it goes.
        next: NodeId,
    },
    /// Changes the ticket.
    Set {
        /// In order.
        changes: Vec<Change>,
        /// Where it goes.
        next: NodeId,
    },
    /// Where a run ends. One end ends the whole run: whatever else is open is closed.
    End {
        /// What came out, such as `refunded`; reports count by it.
        outcome: String,
        /// What happens to the ticket.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        apply: Option<EventKind>,
    },
}

/// One way out of a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowBranch))]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Name for people.
    #[serde(default, skip_serializing_if = "Text::is_blank")]
    pub name: Text,
    /// When it is taken: an expression that gives true or false. One that cannot be evaluated does not hold.
    pub when: String,
    /// Where it goes.
    pub next: NodeId,
}

/// For whom a join waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowJoinWait))]
#[serde(rename_all = "snake_case")]
pub enum JoinWait {
    /// For every way.
    #[default]
    All,
    /// For the first; the others are called off.
    Any,
}

/// What a run can wait for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowAwaited))]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    /// A signal by its name: `scan`, `customer_answer`, `payment`, or one of the tenant's own.
    Signal(String),
    /// The end of a sub-task that went on meanwhile. Passed at once when there is none.
    Subtask(NodeId),
}

/// Until when a timer runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowWhen))]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// So long.
    After(Span),
    /// So long, in business hours.
    AfterBusiness(Span),
    /// Until a moment: an expression. One that cannot be evaluated or lies in the past is due at once.
    Until(String),
}

impl When {
    /// The length and its clock, unless it is a moment.
    pub const fn length(&self) -> Option<(Span, Clock)> {
        match self {
            Self::After(span) => Some((*span, Clock::Calendar)),
            Self::AfterBusiness(span) => Some((*span, Clock::Business)),
            Self::Until(_) => None,
        }
    }
}

/// One change of the ticket. Expressions that cannot be evaluated change nothing, and the record says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowChange))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A field of the ticket.
    Field {
        /// Its name.
        name: String,
        /// An expression.
        value: String,
    },
    /// A field of this workflow's form.
    Form {
        /// Its name.
        name: String,
        /// An expression of the field's type.
        value: String,
    },
    /// The priority becomes this, unless it is higher.
    RaisePriority(Priority),
    /// A tag more.
    AddTag(String),
    /// A tag less.
    RemoveTag(String),
    /// A named event for automation rules and webhooks.
    Emit(String),
    /// Something happens to the ticket. The ticket's own guards still hold.
    Apply {
        /// What.
        event: EventKind,
        /// Details of the event by name, each an expression.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        details: BTreeMap<String, String>,
    },
}

//! Where a run stands, for the ticket's page: where is it now, who holds it, since when, until when (L13, Z39).

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, TimerId};
use serde::Serialize;

use crate::compile::Flow;
use crate::definition::{Node, NodeId};
use crate::party::Party;
use crate::run::{Run, Task, Token, Waiting};
use crate::span::{Clock, Span};
use crate::text::Text;

/// One place where a run stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowStanding))]
pub struct Standing {
    /// The node.
    pub node: NodeId,
    /// Its name, for people: "现在到仓储环节了".
    pub name: Text,
    /// Since when.
    pub since: Timestamp,
    /// What it waits for.
    pub waiting: Waiting,
    /// Who holds it: those who have accepted it, or all who may. Empty when no person is waited for.
    pub holders: Vec<Party>,
    /// Its open task.
    pub task: Option<TaskId>,
    /// Voices that the task still needs.
    pub missing: u32,
    /// How long it may take.
    pub within: Option<Span>,
    /// The clock of `within`.
    pub clock: Clock,
    /// Until when, when the calendar alone tells; in business hours the host computes it from `since` and `within`.
    pub until: Option<Timestamp>,
    /// Timers that run for it.
    pub timers: Vec<TimerId>,
}

impl Flow {
    /// Every place where a run of this flow stands, in the order in which it came there. Empty before it begins and after it
    /// ends.
    pub fn standings(&self, run: &Run) -> Vec<Standing> {
        run.tokens.iter().filter_map(|token| Some(standing(run, token, self.node(&token.node)?))).collect()
    }
}

fn standing(run: &Run, token: &Token, node: &Node) -> Standing {
    let task = match token.waiting {
        Waiting::Task { task, .. } => run.task(task),
        _ => None,
    };
    let limit = node.limit.as_ref();
    let clock = limit.map_or_else(Clock::default, |limit| limit.clock);
    let within = limit.map(|limit| limit.within);
    Standing {
        node: node.id.clone(),
        name: node.name.clone(),
        since: token.entered_at,
        waiting: token.waiting.clone(),
        holders: task.map(Task::holders).unwrap_or_default(),
        task: task.map(|task| task.id),
        missing: task.map_or(0, |task| u32::try_from(task.missing()).unwrap_or(u32::MAX)),
        within,
        clock,
        until: within.filter(|_| clock == Clock::Calendar).map(|within| token.entered_at.plus(within.duration())),
        timers: token.timers.iter().map(|armed| armed.id).collect(),
    }
}

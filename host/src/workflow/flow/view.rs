//! How a ticket's workflow is answered: where it stands, who holds it, what they can press (L13, Z14).

use redress_domain::access::{self, FieldAccess, mask, of_answer};
use redress_domain::id::{TaskId, UserId};
use redress_domain::timeline::Actor;
use redress_flow::{Access, Button, Clock, Directory as _, Does, Node, Opinion, RunState, Standing, Task, Text, ValueType, Vote};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::Running;
use crate::rules::Snapshot;

/// A ticket's workflow as it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkflowView {
    /// Key of the workflow.
    pub key: String,
    /// The edition that the ticket is pinned to.
    pub edition: u32,
    /// Its name.
    pub name: Text,
    /// Which time the ticket goes through a workflow, from 1.
    pub round: u32,
    /// Whether it goes on.
    pub state: RunState,
    /// Every place where it stands; several after a split.
    pub steps: Vec<StepView>,
}

/// One place where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepView {
    /// The place, since when, who holds it, and until when.
    #[serde(flatten)]
    pub standing: Standing,
    /// What is to be done there.
    pub work: Option<TaskView>,
}

/// What is to be done.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskView {
    /// The task.
    pub id: TaskId,
    /// The caller may do it now.
    pub yours: bool,
    /// What can be pressed.
    pub buttons: Vec<TaskButton>,
    /// What can be seen and filled in.
    pub fields: Vec<TaskField>,
    /// Voices so far.
    pub votes: Vec<Vote>,
}

/// One button.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskButton {
    /// What `POST /tasks/{id}/act` names it by.
    pub code: String,
    /// What stands on it.
    pub name: Text,
    /// What it does.
    pub does: Does,
    /// Whether an opinion must come with it.
    pub opinion: Opinion,
}

impl TaskButton {
    /// A button as people see it.
    pub(super) fn of(button: &Button) -> Self {
        Self {
            code: button.code.clone(),
            name: button.name.clone(),
            does: button.does,
            opinion: if button.does == Does::Reject { Opinion::Required } else { button.opinion },
        }
    }
}

/// One field.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaskField {
    /// Its name.
    pub key: String,
    /// What stands beside it.
    pub name: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: ValueType,
    /// What may be done with it here.
    pub access: Access,
    /// Its value.
    pub value: Option<Value>,
}

impl WorkflowView {
    /// The workflow as one person sees it, whose roles may restrict fields.
    pub fn of(running: &Running, viewer: UserId, snapshot: &Snapshot, fields: &FieldAccess) -> Self {
        let definition = running.flow.definition();
        let steps = running.flow.standings(&running.run).into_iter().map(|standing| step(running, standing, viewer, snapshot, fields));
        let steps = steps.collect();
        Self {
            key: definition.id.clone(),
            edition: definition.version,
            name: definition.name.clone(),
            round: running.round,
            state: running.run.state.clone(),
            steps,
        }
    }
}

fn step(running: &Running, mut standing: Standing, viewer: UserId, snapshot: &Snapshot, fields: &FieldAccess) -> StepView {
    if let (None, Some(within), Clock::Business) = (standing.until, standing.within, standing.clock) {
        standing.until = Some(snapshot.business(standing.since, within.duration()));
    }
    let task = standing.task.and_then(|id| running.run.task(id));
    let work = task.zip(running.flow.node(&standing.node)).map(|(task, node)| work(running, task, node, viewer, snapshot, fields));
    StepView { standing, work }
}

fn work(running: &Running, task: &Task, node: &Node, viewer: UserId, snapshot: &Snapshot, rules: &FieldAccess) -> TaskView {
    let held = |party: &redress_flow::Party| snapshot.people.belongs(viewer, party);
    let yours = task.holders().iter().any(held) && !task.has_voted(&Actor::User(viewer));
    let work = node.work.as_ref();
    let buttons = work.into_iter().flat_map(|work| &work.buttons).map(TaskButton::of);
    // The drawing says what may be done here, the person's roles what they may do anywhere: the stricter of both.
    let access = |name: &str| match (work.map_or(Access::Read, |work| work.access(name, false)), of_answer(name, rules)) {
        (Access::Hidden, _) | (_, Some(access::Access::Hidden)) => Access::Hidden,
        (_, Some(access::Access::Masked | access::Access::ReadOnly)) => Access::Read,
        (drawn, None) => drawn,
    };
    let value = |name: &str| {
        let mut value = running.run.form.get(name).filter(|_| access(name) != Access::Hidden).cloned()?;
        if of_answer(name, rules) == Some(access::Access::Masked) {
            mask(&mut value);
        }
        Some(value)
    };
    let fields = running.flow.definition().fields.iter().map(|(name, field)| TaskField {
        key: name.clone(),
        name: field.name.clone(),
        kind: field.kind,
        access: access(name),
        value: value(name),
    });
    TaskView {
        id: task.id,
        yours,
        buttons: buttons.collect(),
        fields: fields.filter(|field| field.access != Access::Hidden).collect(),
        votes: task.votes().cloned().collect(),
    }
}

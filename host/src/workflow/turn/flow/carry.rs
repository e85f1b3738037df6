//! Carries out what the workflow wants, in the order in which it wants it.

use redress_domain::approval;
use redress_domain::event::{Event, EventKind};
use redress_domain::id::{TimerId, UserId};
use redress_domain::task::Task;
use redress_domain::ticket::Priority;
use redress_domain::timeline::Actor;
use redress_domain::timer::{OPEN_LINKED, Timer, WORKFLOW};
use redress_flow::{Closing, Effect, Flow, Moment, Party, Task as FlowTask, ticket_event};
use serde_json::{Map, Value, json};

use crate::workflow::Error;
use crate::workflow::turn::Turn;

impl Turn {
    pub(super) fn carry(&mut self, flow: &Flow, effect: Effect) -> Result<(), Error> {
        match effect {
            Effect::OpenTask { task, ticket, due } => {
                if ticket.is_some() {
                    let (id, kind) = (self.id(TimerId::generate), format!("{OPEN_LINKED}{}", task.id));
                    self.timers.push(Timer { id, ticket: self.ticket().id, kind, due_at: self.facts.now });
                }
                let due_at = due.map(|(span, clock)| self.moment(Moment::After(span, clock)));
                let row = Task { due_at, ..self.row(flow, &task) };
                self.tasks.push(row);
            }
            Effect::TaskChanged { task } => {
                let row = self.row(flow, &task);
                match self.tasks.iter_mut().find(|own| own.id == row.id) {
                    Some(own) => own.holders = row.holders,
                    None => self.walk.handed.push(row),
                }
            }
            Effect::CloseTask { task, how } => {
                let (by, now) = (self.doer().filter(|_| how == Closing::Done), self.facts.now);
                match self.tasks.iter_mut().find(|own| own.id == task) {
                    Some(own) => (own.done_by, own.done_at) = (by, Some(now)),
                    None => self.walk.finished.push((task, by, now)),
                }
            }
            Effect::StartTimer { timer, at, .. } => {
                let due_at = self.moment(at);
                self.timers.push(Timer { id: timer, ticket: self.ticket().id, kind: WORKFLOW.to_owned(), due_at });
            }
            Effect::CancelTimer { timer } => self.forget(timer),
            Effect::AskHook { ask, hook, .. } => {
                let answer = self.ask_for_flow(ask, hook);
                self.walk.waiting.push(answer);
            }
            Effect::Notify { node, to, template } => {
                let to: Vec<String> = to.iter().map(Party::to_string).collect();
                let name = flow.node(&node).map(|node| node.name.in_language(&self.facts.snapshot.tenant.locale).to_owned());
                let workflow = flow.definition().id.clone();
                self.announce(
                    "workflow.notice",
                    json!({ "workflow": workflow, "node": node, "name": name, "template": template, "to": to }),
                );
            }
            Effect::SetField { name, value } => drop(self.facts.case.ticket.fields.insert(name, value)),
            Effect::RaisePriority { to } => self.raise(to),
            Effect::AddTag { tag } => {
                let tags = &mut self.facts.case.ticket.tags;
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
            }
            Effect::RemoveTag { tag } => self.facts.case.ticket.tags.retain(|own| *own != tag),
            Effect::Emit { name, node } => self.announce(&format!("workflow.{name}"), json!({ "node": node })),
            Effect::Apply { event, actor, details } => self.apply_for(event, actor, &details)?,
            Effect::Record(entry) => self.entries.push(entry),
            Effect::Finished { outcome } => {
                let workflow = flow.definition().id.clone();
                self.announce("workflow.finished", json!({ "workflow": workflow, "outcome": outcome }));
            }
        }
        Ok(())
    }

    /// Applies an event that the workflow steers to. The ticket's own guards hold, and so does its ladder of approvals.
    fn apply_for(&mut self, kind: EventKind, actor: Actor, details: &Map<String, Value>) -> Result<(), Error> {
        let event = ticket_event(kind, details).map_err(|error| Error::Details { event: kind, why: error.to_string() })?;
        if let Event::Agreed { by, .. } = &event {
            let snapshot = std::sync::Arc::clone(&self.facts.snapshot);
            approval::check(self.ticket(), *by, snapshot.people.roles(*by), &snapshot.limits.roles)?;
        }
        let own = std::mem::replace(&mut self.facts.actor, actor);
        let applied = self.apply(event);
        self.facts.actor = own;
        applied
    }

    fn raise(&mut self, to: Priority) {
        let ticket = &mut self.facts.case.ticket;
        ticket.priority = ticket.priority.max(to);
    }

    fn forget(&mut self, timer: TimerId) {
        let before = self.timers.len();
        self.timers.retain(|own| own.id != timer);
        if self.timers.len() == before {
            self.walk.dropped.push(timer);
        }
    }

    fn doer(&self) -> Option<UserId> {
        match self.facts.actor {
            Actor::User(id) => Some(id),
            _ => None,
        }
    }

    /// The task as people's lists show it.
    fn row(&self, flow: &Flow, task: &FlowTask) -> Task {
        let definition = flow.definition();
        let holders = task.holders();
        let role = holders.iter().find_map(|party| if let Party::Role(name) = party { Some(name.clone()) } else { None });
        let name = flow.node(&task.node).map_or("", |node| node.name.in_language(&self.facts.snapshot.tenant.locale));
        Task {
            id: task.id,
            ticket: self.ticket().id,
            title: name.to_owned(),
            role: role.unwrap_or_else(|| definition.fallback.clone()),
            holders: holders.iter().map(Party::to_string).collect(),
            node: Some(task.node.to_string()),
            due_at: None,
            created_by: Actor::System,
            created_at: task.opened_at,
            done_by: None,
            done_at: None,
        }
    }
}

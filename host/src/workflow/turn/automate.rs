//! Asks automations about what happened, and does what they and timetables want: each intent is checked against the binding's
//! grants, the tenant's words and the ticket's state.

use std::sync::Arc;

use redress_domain::Event;
use redress_domain::binding::Binding;
use redress_domain::decide::Asked;
use redress_domain::id::{BindingId, TaskId, UserId};
use redress_domain::plugin::Capability;
use redress_domain::rule::{Answer, Hook, Intent, NewTask, Question, RuleEvent, Tick, Transfer};
use redress_domain::task::Task;
use redress_domain::ticket::Priority;
use redress_domain::timeline::Actor;
use serde_json::json;

use super::Turn;
use crate::workflow::Error;

/// How often what an automation did is asked about again: the budget of one causal chain.
const ROUNDS: u32 = 8;
/// Events that automations are asked about in one turn.
const EVENTS: usize = 64;

/// What came of one ticket at one tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ticked {
    /// The rule wants nothing: there is nothing to write.
    Nothing,
    /// The rule wanted something.
    Done,
    /// The rule failed, for this reason.
    Failed(String),
}

impl Turn {
    /// Asks the automations about every event of the turn, and about what they did themselves. Call it before the events are
    /// told. A rule that fails never fails the turn.
    pub fn automate(&mut self) {
        if self.facts.snapshot.bound(Hook::Automation).is_empty() {
            return;
        }
        let (mut next, mut round, mut end) = (0, 1, self.events.len());
        while next < self.events.len() {
            if next == end {
                (round, end) = (round + 1, self.events.len());
            }
            if round > ROUNDS || next >= EVENTS {
                let data = json!({ "rounds": round - 1, "events": next, "event": self.events[next].name });
                self.note("automation.stopped", data);
                return;
            }
            let event = self.events[next].clone();
            next += 1;
            // A rule that failed would fail at the news of it too.
            if event.name == "rule.failed" {
                continue;
            }
            let filed = self.file_case();
            let asked = self.ask_each(Hook::Automation, &filed, Question::Automation(event.clone()), Answer::into_intents);
            self.carry_out(asked, Some(&event));
        }
    }

    /// Asks one timetable's rule about the ticket and does what it wants.
    pub fn tick(&mut self, binding: BindingId, tick: Tick) -> Ticked {
        let filed = self.file_case();
        let asked = self.ask_one(Hook::Schedule, binding, &filed, Question::Schedule(tick), Answer::into_intents);
        let ticked = match asked.iter().find_map(|(_, asked)| asked.result.as_ref().err()) {
            Some(failure) => Ticked::Failed(failure.message.clone()),
            None if asked.iter().all(|(_, asked)| asked.result.as_ref().is_ok_and(Vec::is_empty)) => Ticked::Nothing,
            None => Ticked::Done,
        };
        self.carry_out(asked, None);
        if ticked != Ticked::Nothing {
            self.touch();
        }
        ticked
    }

    fn carry_out(&mut self, asked: Vec<(Arc<Binding>, Asked<Vec<Intent>>)>, cause: Option<&RuleEvent>) {
        for (by, one) in asked {
            match one.result {
                Err(failure) => self.failed(failure),
                Ok(intents) if intents.is_empty() => {}
                Ok(intents) => self.follow_rule(&by, &one.plugin, intents, cause),
            }
        }
    }

    /// Does what one rule wants. What changed is one entry on the timeline and one event; what was refused is another entry.
    fn follow_rule(&mut self, binding: &Binding, plugin: &str, intents: Vec<Intent>, cause: Option<&RuleEvent>) {
        let actor = std::mem::replace(&mut self.facts.actor, Actor::Rule(plugin.to_owned()));
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        for intent in intents {
            let told = serde_json::to_value(&intent).unwrap_or_default();
            match self.follow_intent(binding, intent, cause) {
                Ok(true) => done.push(told),
                Ok(false) => {}
                Err(why) => refused.push(json!({ "intent": told, "why": why })),
            }
        }
        if !refused.is_empty() {
            self.note("automation.refused", json!({ "plugin": plugin, "refused": refused }));
        }
        if !done.is_empty() {
            self.touch();
            self.note("automation.done", json!({ "plugin": plugin, "done": done, "cause": cause.map(|event| &event.name) }));
            self.announce("ticket.automated", json!({ "plugin": plugin, "done": done }));
        }
        self.facts.actor = actor;
    }

    /// Does one thing. `Ok(false)` when it is so already; otherwise why it cannot be done.
    fn follow_intent(&mut self, binding: &Binding, intent: Intent, cause: Option<&RuleEvent>) -> Result<bool, String> {
        self.check_grant(binding, &intent)?;
        let now = self.facts.now;
        let ticket = &mut self.facts.case.ticket;
        match intent {
            Intent::SetField(field) => {
                let before = ticket.fields.insert(field.name, field.value.clone());
                Ok(before.as_ref() != Some(&field.value))
            }
            Intent::SetPriority(priority) => Ok(std::mem::replace(&mut ticket.priority, priority) != priority),
            Intent::AddTag(tag) => {
                let new = !ticket.tags.contains(&tag);
                if new {
                    ticket.tags.push(tag);
                }
                Ok(new)
            }
            Intent::RemoveTag(tag) => {
                let before = ticket.tags.len();
                ticket.tags.retain(|own| *own != tag);
                Ok(ticket.tags.len() < before)
            }
            Intent::Notify(message) => {
                let event = cause.cloned().unwrap_or_else(|| RuleEvent {
                    name: "schedule.ticked".to_owned(),
                    at: now,
                    actor: self.facts.actor.to_string(),
                    details: std::collections::BTreeMap::new(),
                });
                self.post(&event, &message);
                Ok(true)
            }
            Intent::Transfer(to) => self.transfer(to),
            Intent::Escalate(to) => {
                self.check_holder(&to.role)?;
                self.facts.case.ticket.priority = self.ticket().priority.max(Priority::High);
                self.announce("ticket.escalated", json!({ "role": to.role, "reason": to.reason }));
                Ok(true)
            }
            Intent::AddTask(task) => self.add_task(task),
        }
    }

    fn transfer(&mut self, to: Transfer) -> Result<bool, String> {
        let snapshot = Arc::clone(&self.facts.snapshot);
        let queue =
            to.queue.map(|key| snapshot.queue_by_key(&key).map(|queue| queue.id).ok_or_else(|| format!("there is no queue '{key}'")));
        let queue = queue.transpose()?;
        let assignee = to.assignee.map(|id| {
            let known = snapshot.desk.agents.iter().any(|agent| agent.id == id);
            id.parse::<UserId>().ok().filter(|_| known).ok_or_else(|| format!("'{id}' is not a person who may take tickets"))
        });
        let assignee = assignee.transpose()?;
        let ticket = self.ticket();
        if queue.is_none_or(|queue| ticket.queue == Some(queue)) && assignee.is_none_or(|person| ticket.assignee == Some(person)) {
            return Ok(false);
        }
        self.apply(Event::Transferred { queue, assignee, reason: Some(to.reason).filter(|text| !text.is_empty()) })
            .map(|()| true)
            .map_err(|error: Error| error.to_string())
    }

    pub(in crate::workflow) fn add_task(&mut self, new: NewTask) -> Result<bool, String> {
        self.check_holder(&new.role)?;
        let same = |task: &&Task| task.title == new.title && task.role == new.role;
        if self.tasks.iter().any(|task| same(&task)) {
            return Ok(false);
        }
        let now = self.facts.now;
        let (id, ticket, actor) = (self.id(TaskId::generate), self.ticket().id, self.facts.actor.clone());
        let due_at = new.within_seconds.map(|seconds| now.plus(chrono::Duration::seconds(seconds.into())));
        let task = Task { due_at, ..Task::for_role(id, ticket, new.title, new.role, actor, now) };
        self.tasks.push(task);
        Ok(true)
    }

    fn check_grant(&self, binding: &Binding, intent: &Intent) -> Result<(), String> {
        let capability = Capability::of(intent.kind());
        if !self.facts.snapshot.plan.allows(capability) {
            return Err(format!("the tenant's plan does not allow {capability}"));
        }
        if binding.grants(capability) { Ok(()) } else { Err(format!("the binding {} does not grant {capability}", binding.key)) }
    }

    pub(super) fn check_holder(&self, role: &str) -> Result<(), String> {
        let known = self.facts.snapshot.limits.roles.iter().any(|own| own.name == role);
        if known { Ok(()) } else { Err(format!("the tenant has no role '{role}'")) }
    }

    /// Counts a change that no event of the ticket's table made.
    pub fn touch(&mut self) {
        let ticket = &mut self.facts.case.ticket;
        if self.facts.stored == Some(ticket.version) {
            ticket.version += 1;
        }
        ticket.updated_at = self.facts.now;
    }

    /// Tasks that this turn adds.
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }
}

//! Carries out what a ticket's policy says to do as its time runs out.

use redress_domain::Timestamp;
use redress_domain::rule::{Message, NewTask, Recipient, RuleEvent};
use redress_domain::sla::{self, Action, Channel, Clock, Escalation, Goal};
use serde_json::{Value, json};

use super::Turn;

/// Who is told when nobody else is known.
const SUPERVISOR: &str = "supervisor";

impl Turn {
    /// Does every step that is ripe and was not done. True when the turn must be written; otherwise nothing is due any more, and
    /// [`Turn::look_again`] says when something will be.
    pub fn escalate(&mut self) -> bool {
        let Some(record) = &self.facts.level else { return false };
        // The clocks of an older ticket begin with this turn.
        let mut acted = record.log.is_empty();
        let now = sla::reading_time(&record.log, self.facts.now);
        let mut ripe: Vec<(Timestamp, Clock, Escalation)> = Vec::new();
        for mut clock in self.clocks(&record.log) {
            let steps = std::mem::take(&mut clock.steps);
            let due = steps.into_iter().filter(|step| step.fired.is_none());
            ripe.extend(due.filter_map(|step| step.at.filter(|at| *at <= now).map(|at| (at, clock.clone(), step))));
        }
        ripe.sort_by_key(|(at, ..)| *at);
        for (at, clock, step) in ripe {
            self.fire(at, &clock, step);
            acted = true;
        }
        if acted {
            self.touch();
        }
        acted
    }

    /// Does one step. What cannot be done is said beside what was: an escalation must not stop at a role that was removed.
    fn fire(&mut self, at: Timestamp, clock: &Clock, step: Escalation) {
        let details =
            json!({ "target": clock.target, "round": clock.round, "step": step.step, "goal": clock.goal, "due": clock.due, "at": at });
        let event = RuleEvent {
            name: sla::FIRED.to_owned(),
            at: self.facts.now,
            actor: self.facts.actor.to_string(),
            details: details.as_object().cloned().unwrap_or_default().into_iter().collect(),
        };
        let late = clock.due.is_some_and(|due| due <= at);
        let text = self.wording(&clock.goal, late);
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        for action in step.actions {
            let told = serde_json::to_value(&action).unwrap_or_default();
            match self.carry_out_step(&event, action, &text) {
                Ok(()) => done.push(told),
                Err(why) => refused.push(json!({ "action": told, "why": why })),
            }
        }
        let mut data = details;
        data["done"] = Value::Array(done);
        if !refused.is_empty() {
            data["refused"] = Value::Array(refused);
        }
        self.note(sla::FIRED, data.clone());
        self.announce(sla::FIRED, data);
    }

    fn carry_out_step(&mut self, event: &RuleEvent, action: Action, text: &str) -> Result<(), String> {
        match action {
            Action::RemindOwner => match self.ticket().assignee {
                Some(owner) => self.tell(event, Recipient::User(owner.to_string()), Channel::Popup, text),
                None => return self.tell_lead(event, Channel::Popup, text),
            },
            Action::RaisePriority { to } => {
                let ticket = &mut self.facts.case.ticket;
                ticket.priority = ticket.priority.max(to);
            }
            Action::TellRole { role, by } => return self.tell_role(event, role, by, text),
            Action::TellQueueLead { by } => return self.tell_lead(event, by, text),
            Action::Emit { event: name } => {
                let details = event.details.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
                self.announce(&name, Value::Object(details));
            }
        }
        Ok(())
    }

    /// The lead of the ticket's queue; the supervisors when it has none.
    fn tell_lead(&mut self, event: &RuleEvent, by: Channel, text: &str) -> Result<(), String> {
        let lead =
            self.ticket().queue.and_then(|id| self.snapshot().queues.iter().find(|queue| queue.id == id)).and_then(|queue| queue.lead);
        match (lead, by) {
            // A task is for a role, so that it does not wait for one person.
            (None, _) | (_, Channel::Task) => self.tell_role(event, SUPERVISOR.to_owned(), by, text),
            (Some(lead), by) => {
                self.tell(event, Recipient::User(lead.to_string()), by, text);
                Ok(())
            }
        }
    }

    fn tell_role(&mut self, event: &RuleEvent, role: String, by: Channel, text: &str) -> Result<(), String> {
        self.check_holder(&role)?;
        match by {
            Channel::Task => self.add_task(NewTask { title: text.to_owned(), role, within_seconds: None }).map(drop),
            by => {
                self.tell(event, Recipient::Role(role), by, text);
                Ok(())
            }
        }
    }

    fn tell(&mut self, event: &RuleEvent, recipient: Recipient, by: Channel, text: &str) {
        let channel = match by {
            Channel::Mail => "email",
            by => by.as_str(),
        };
        let locale = self.snapshot().tenant.locale.clone();
        let message = Message {
            channel: channel.to_owned(),
            recipient,
            template: Some("built-in".to_owned()),
            locale,
            subject: text.to_owned(),
            body: text.to_owned(),
        };
        self.post(event, &message);
    }

    /// What is late, or soon will be, in the tenant's language.
    fn wording(&self, goal: &Goal, late: bool) -> String {
        let number = &self.ticket().number;
        if self.snapshot().tenant.locale.starts_with("zh") {
            let what = match goal {
                Goal::Acceptance => "受理",
                Goal::FirstResponse => "首次响应",
                Goal::NextResponse => "回复客户",
                Goal::Resolution => "办结",
                Goal::Reach { .. } => "到达下一环节",
                Goal::Case { .. } | Goal::Node { .. } => "处理当前环节",
                Goal::Queue { .. } => "移出当前队列",
            };
            return format!("服务单{number}{}{what}，请跟进", if late { "超时未" } else { "即将超时，尚未" });
        }
        let what = match goal {
            Goal::Acceptance => "be accepted",
            Goal::FirstResponse => "get a first answer",
            Goal::NextResponse => "get an answer",
            Goal::Resolution => "be resolved",
            Goal::Reach { .. } => "reach the next stage",
            Goal::Case { .. } | Goal::Node { .. } => "leave its stage",
            Goal::Queue { .. } => "leave its queue",
        };
        if late {
            format!("Request {number} is late: it had to {what}.")
        } else {
            format!("Request {number} is soon late: it has to {what}.")
        }
    }
}

//! Asks notification rules about the turn's events and puts their messages into the outbox.

use redress_domain::Event;
use redress_domain::decide::{Asked, Failure};
use redress_domain::id::{OutboxId, WebhookId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::rule::{Answer, Hook, Message, Question, Recipient, RuleEvent};

use super::Turn;
use crate::notify::{notice, payload, template};

impl Turn {
    /// Composes the messages of every event of the turn. Call it last: the case is shown as it will be stored. A rule that
    /// fails is replaced by the built-in templates and noted on the timeline.
    pub fn notify(&mut self) {
        let events = std::mem::take(&mut self.events);
        let asks = !self.facts.snapshot.bound(Hook::Notification).is_empty();
        for event in events {
            let composed = if asks { self.compose(&event) } else { Vec::new() };
            let silent = composed.iter().all(|asked| asked.result.as_ref().is_ok_and(Vec::is_empty));
            let failures: Vec<Failure> = composed.iter().filter_map(|asked| asked.result.as_ref().err().cloned()).collect();
            for message in composed.into_iter().filter_map(|asked| asked.result.ok()).flatten() {
                self.post(&event, &message);
            }
            // A notice that a workflow sends must reach somebody, whether or not a rule has words for it.
            if silent && event.name == notice::NOTICE {
                self.notice(&event);
            }
            if !asks || !failures.is_empty() {
                self.built_in(&event, !failures.is_empty());
            }
            for failure in failures {
                self.failed(failure);
            }
            // What a failed notification announces is not announced again: it would fail again.
            self.events.clear();
        }
    }

    fn compose(&mut self, event: &RuleEvent) -> Vec<Asked<Vec<Message>>> {
        let filed = self.file_case();
        self.ask_all(Hook::Notification, &filed, Question::Notification(event.clone()), |answer| match answer {
            Answer::Notification(messages) => Some(messages),
            _ => None,
        })
    }

    fn notice(&mut self, event: &RuleEvent) {
        let locale = self.facts.snapshot.tenant.locale.clone();
        let form = self.running().map(|running| running.run.form.clone()).unwrap_or_default();
        for message in notice::messages(event, self.case(), &form, &locale) {
            self.post(event, &message);
        }
    }

    fn built_in(&mut self, event: &RuleEvent, failed: bool) {
        let locale = self.facts.snapshot.tenant.locale.clone();
        self.post(event, &template::for_systems(event, &locale));
        if failed && let Some(message) = template::for_customer(event, self.case(), &locale) {
            self.post(event, &message);
        }
    }

    pub(super) fn failed(&mut self, failure: Failure) {
        self.failures.push(failure.clone());
        let data = serde_json::to_value(&failure).unwrap_or_default();
        // Not every state takes the event; the failure is told in any case.
        if self.apply(Event::RuleFailed(failure)).is_err() {
            self.note("rule.failed", data);
        }
    }

    /// One message becomes one row per endpoint on the webhook channel, one mail, or one row in the log. Customers hear nothing of
    /// what is work for colleagues only.
    pub(super) fn post(&mut self, event: &RuleEvent, message: &Message) {
        if message.recipient == Recipient::Customer && self.ticket().is_work() {
            return;
        }
        let snapshot = std::sync::Arc::clone(&self.facts.snapshot);
        let queue = self.ticket().queue.and_then(|id| snapshot.queue_key(id));
        if message.channel == "webhook" || message.recipient == Recipient::System {
            let mut subscribers = snapshot.subscribers(&event.name).peekable();
            if subscribers.peek().is_none() {
                return;
            }
            let payload = payload::payload(event, self.case(), queue, message, None);
            for endpoint in subscribers {
                self.enqueue(event, "webhook", message, Some(endpoint.id), payload.clone());
            }
        } else {
            let (channel, note) = payload::way(message, self.case(), snapshot.mail);
            let payload = payload::payload(event, self.case(), queue, message, note);
            self.enqueue(event, channel, message, None, payload);
        }
    }

    fn enqueue(&mut self, event: &RuleEvent, channel: &str, message: &Message, webhook: Option<WebhookId>, payload: serde_json::Value) {
        let row = OutboxMessage {
            id: self.id(OutboxId::generate),
            ticket: Some(self.ticket().id),
            event: event.name.clone(),
            channel: channel.to_owned(),
            recipient: message.recipient.clone(),
            webhook,
            payload,
            state: OutboxState::Pending,
            attempts: 0,
            next_attempt_at: self.facts.now,
            last_error: None,
            created_at: self.facts.now,
            delivered_at: None,
        };
        self.outbox.push(row);
    }
}

//! Keeps a ticket's clocks: what the turn's entries say to them, and when they next need somebody.

use std::collections::BTreeSet;
use std::sync::Arc;

use redress_domain::Timestamp;
use redress_domain::id::QueueId;
use redress_domain::sla::{self, Change, Clock, Entry, Goal, Policy, PolicyRef, Record, Subject, source};
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Priority, Ticket};
use redress_domain::timeline::NewEntry;
use serde_json::{Map, Value, json};

use super::Turn;
use crate::rules::Level;
use crate::workflow::flow::Running;

/// How a ticket stands, as far as clocks care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    case: CaseStatus,
    queue: Option<QueueId>,
    priority: Priority,
}

impl Place {
    /// How urgent it is.
    pub(super) const fn priority(&self) -> Priority {
        self.priority
    }

    /// How a ticket stands.
    pub(super) const fn of(ticket: &Ticket) -> Self {
        Self { case: ticket.axes.case, queue: ticket.queue, priority: ticket.priority }
    }
}

impl Turn {
    /// What is promised to the ticket as it stands.
    pub(super) fn level(&self) -> Option<Arc<Level>> {
        self.promised(Place::of(self.ticket()))
    }

    /// Notes what the sales platform demands of the ticket.
    pub fn demand(&mut self, goal: &Goal, due: Option<Timestamp>) {
        self.touch();
        self.note(sla::DEADLINE_SET, json!({ "goal": goal, "due": due }));
    }

    fn promised(&self, place: Place) -> Option<Arc<Level>> {
        let (case, snapshot) = (self.case(), self.snapshot());
        let subject = Subject {
            kind: case.ticket.kind,
            queue: place.queue.and_then(|id| snapshot.queue_key(id)),
            priority: place.priority,
            member_level: case.customer.as_ref().and_then(|customer| customer.member_level.as_deref()),
            channel: &case.ticket.channel,
            problem_type: case.ticket.problem_type.as_deref(),
        };
        snapshot.levels.select(&subject).map(Arc::clone)
    }

    /// Brings the clocks up to date with what happened in the turn. Nothing may happen to the ticket afterwards.
    pub(super) fn keep_time(&mut self) {
        let mut log = self.facts.level.take().map(|record| record.log).unwrap_or_default();
        let old = log.is_empty() && self.facts.stored.is_some();
        if old || !self.entries.is_empty() {
            self.note_moves(&log, old);
        }
        log.extend(self.entries.iter().flat_map(|entry| sla::read(entry.at, &entry.kind, &entry.data)));
        self.record = Some(self.outlook(log));
    }

    /// Says on the timeline what clocks must know and no entry says yet: the queue, the priority and the policy. What ended in
    /// this turn ended under the policy that held when the turn began.
    fn note_moves(&mut self, log: &[Entry], old: bool) {
        let (before, after) = (self.before, Place::of(self.ticket()));
        let (new, open) = (self.facts.stored.is_none(), before.case.is_open() || after.case.is_open());
        let snapshot = Arc::clone(self.snapshot());
        let key = |id: Option<QueueId>| id.and_then(|id| snapshot.queue_key(id));
        let mut first = Vec::new();
        if old {
            let data = json!({
                "case": before.case, "queue": key(before.queue), "priority": before.priority, "accepted": self.assignee_before.is_some(),
            });
            first.push(self.entry(sla::BEGAN, data));
        }
        let mut holds = selected(log);
        if !new && open {
            let promised = self.promised(before).map(|level| level.policy.name());
            if holds != Some(promised) {
                first.push(self.entry(sla::SELECTED, json!({ "policy": promised })));
                holds = Some(promised);
            }
        }
        let start = if new { Place { queue: None, priority: Priority::Normal, ..before } } else { before };
        let mut moved = Map::new();
        if start.queue != after.queue {
            moved.insert("queue".to_owned(), json!({ "from": key(start.queue), "to": key(after.queue) }));
        }
        if start.priority != after.priority {
            moved.insert("priority".to_owned(), json!({ "from": start.priority, "to": after.priority }));
        }
        let (left, entered) = self.nodes_moved();
        if !left.is_empty() || !entered.is_empty() {
            moved.insert("nodes".to_owned(), json!({ "left": left, "entered": entered }));
        }
        let promised = self.level().map(|level| level.policy.name());
        if open && holds != Some(promised) {
            moved.insert("policy".to_owned(), json!({ "to": promised }));
        }
        self.say_moved(moved);
        self.entries.splice(0..0, first);
    }

    /// Nodes of its workflow at which the ticket stands no more, and at which it stands now.
    fn nodes_moved(&self) -> (Vec<String>, Vec<String>) {
        let stands = |running: Option<&Running>| -> BTreeSet<String> {
            running.iter().flat_map(|running| &running.run.tokens).map(|token| token.node.to_string()).collect()
        };
        let (before, after) = (stands(self.facts.running.as_ref()), stands(self.running()));
        (before.difference(&after).cloned().collect(), after.difference(&before).cloned().collect())
    }

    fn entry(&self, kind: &str, data: Value) -> NewEntry {
        NewEntry { at: self.facts.now, actor: self.facts.actor.clone(), kind: kind.to_owned(), data }
    }

    /// The last entry of the turn says it, beside the axes that it moved itself.
    fn say_moved(&mut self, moved: Map<String, Value>) {
        if moved.is_empty() {
            return;
        }
        match self.entries.last_mut().map(|entry| &mut entry.data) {
            Some(Value::Object(data)) => match data.entry("moved").or_insert_with(|| json!({})) {
                Value::Object(all) => all.extend(moved),
                other => *other = moved.into(),
            },
            _ => self.note("ticket.moved", json!({ "moved": moved })),
        }
    }

    /// The ticket's clocks as a log leaves them, by what is promised now.
    pub(super) fn clocks(&self, log: &[Entry]) -> Vec<Clock> {
        let at = sla::reading_time(log, self.facts.now);
        match self.level() {
            Some(level) => sla::measure(&level.policy.policy, &level.calendar, log, at),
            // The platform may still demand something.
            None => sla::measure(&Policy { name: String::new(), targets: Vec::new() }, &source::office(), log, at),
        }
    }

    fn outlook(&self, log: Vec<Entry>) -> Record {
        let clocks = self.clocks(&log);
        let due_at = clocks.iter().filter(|clock| clock.stopped.is_none()).filter_map(|clock| clock.due).min();
        let wake_at = sla::steps(clocks).first().map(|step| step.at);
        Record { ticket: self.ticket().id, version: self.ticket().version, log, wake_at, due_at }
    }

    /// When the clocks next need somebody, for a turn in which nothing happened.
    pub fn look_again(mut self) -> Option<Record> {
        let Record { version, log, .. } = self.facts.level.take()?;
        Some(Record { version, ..self.outlook(log) })
    }
}

/// The policy that a log says holds; `None` when it says nothing.
#[expect(clippy::option_option, reason = "no policy and no word about one differ")]
fn selected(log: &[Entry]) -> Option<Option<PolicyRef>> {
    log.iter().rev().find_map(|entry| match &entry.change {
        Change::PolicySelected { policy } => Some(*policy),
        _ => None,
    })
}

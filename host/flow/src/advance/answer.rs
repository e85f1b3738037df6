//! What people say at a node, and what it decides.

use redress_domain::id::TaskId;
use redress_domain::timeline::Actor;
use serde_json::{Map, Value, json};

use super::Engine;
use super::forms::{check_opinion, no_task};
use super::open::mode_of;
use crate::definition::{Button, Does, Mode, Node, SendBack};
use crate::effect::Effect;
use crate::refusal::Refusal;
use crate::run::{Closing, Task, Vote, Waiting};

impl Engine<'_, '_> {
    /// A person presses a button that submits, agrees or rejects.
    pub(super) fn answer(
        &mut self,
        id: TaskId,
        actor: Actor,
        button: &str,
        data: Map<String, Value>,
        opinion: Option<String>,
    ) -> Result<(), Refusal> {
        let (place, node) = self.open(id)?;
        let at = find_button(node, button, |button| button.does.moves())?;
        let button = &buttons(node)[at];
        let seat = self.seat_for(&self.run.tasks[place], &actor)?;
        let opinion = check_opinion(button, opinion)?;
        self.check_data(node, button, &data)?;

        let said = match button.does {
            Does::Agree => "flow.agreed",
            Does::Reject => "flow.rejected",
            _ => "flow.submitted",
        };
        let mut entry = Map::from_iter([
            ("node".to_owned(), node.id.as_str().into()),
            ("task".to_owned(), json!(id)),
            ("button".to_owned(), button.code.as_str().into()),
        ]);
        if let Some(words) = &opinion {
            entry.insert("opinion".to_owned(), words.as_str().into());
        }
        if !data.is_empty() {
            entry.insert("fields".to_owned(), Value::Object(data.clone()));
        }
        if let Some(other) = self.run.tasks[place].seats[seat].instead_of {
            entry.insert("instead_of".to_owned(), json!(other));
        }
        self.record(said, &actor, Value::Object(entry));
        let details = button.apply.map(|_| details(&actor, button, opinion.as_ref(), &data));
        self.write_data(data);
        let vote = Vote { by: actor, button: button.code.clone(), opinion, at: self.context.now };
        let veto = !matches!(mode_of(node), Mode::AtLeast { veto: false, .. });
        let task = &mut self.run.tasks[place];
        let decided = if button.does == Does::Reject && !veto {
            task.against.push(vote.clone());
            task.seats[seat].assignee = None;
            let task = &self.run.tasks[place];
            self.voices_left(task) < task.missing()
        } else {
            task.seats[seat].vote = Some(vote.clone());
            button.does != Does::Agree || task.missing() == 0
        };
        if decided {
            self.decide(place, node, at, vote, details);
        } else {
            self.staff(id, node, true);
            self.task_changed(id);
            self.complete(id, node);
        }
        Ok(())
    }

    /// The linked ticket of a sub-task was finished.
    pub(super) fn subtask_done(&mut self, id: TaskId, button: &str, data: Map<String, Value>) -> Result<(), Refusal> {
        let (place, node) = self.open(id)?;
        if !matches!(node.kind, crate::definition::NodeKind::Subtask { .. }) {
            return Err(Refusal::NotYours { holders: "the people of this node, for it is no sub-task".to_owned() });
        }
        let at = find_button(node, button, |button| button.does.moves())?;
        let button = &buttons(node)[at];
        self.check_data(node, button, &data)?;
        let by = Actor::System;
        self.record("flow.submitted", &by, json!({ "node": node.id, "task": id, "button": button.code, "fields": data }));
        self.write_data(data);
        let vote = Vote { by, button: button.code.clone(), opinion: None, at: self.context.now };
        self.decide(place, node, at, vote, None);
        Ok(())
    }

    /// Decides a task when seats were excused and every voice that is left has been given.
    pub(super) fn complete(&mut self, id: TaskId, node: &Node) {
        let Some(place) = self.run.tasks.iter().position(|task| task.id == id) else { return };
        let task = &self.run.tasks[place];
        if task.missing() > 0 {
            return;
        }
        let Some(last) = task.seats.iter().filter_map(|seat| seat.vote.clone()).max_by_key(|vote| vote.at) else { return };
        if let Some(at) = buttons(node).iter().position(|button| button.code == last.button) {
            let details = details(&last.by, &buttons(node)[at], last.opinion.as_ref(), &Map::new());
            self.decide(place, node, at, last, Some(details));
        }
    }

    /// A button has decided a task: the run goes where it leads.
    fn decide(&mut self, place: usize, node: &Node, button: usize, vote: Vote, details: Option<Map<String, Value>>) {
        let pressed = &buttons(node)[button];
        let id = self.run.tasks[place].id;
        self.close_task(id, Closing::Done, &vote.by);
        if let Some(event) = pressed.apply {
            let details = details.unwrap_or_default();
            self.effects.push(Effect::Apply { event, actor: vote.by.clone(), details });
        }
        self.outcome(&node.id, &pressed.code, vote.by, vote.opinion, Map::new());
        let waiting = |token: &crate::run::Token| matches!(token.waiting, Waiting::Task { task, .. } if task == id);
        let Some(at) = self.run.tokens.iter().position(waiting) else { return };
        if matches!(self.run.tokens[at].waiting, Waiting::Task { apart: true, .. }) {
            let token = self.run.tokens.remove(at);
            self.disarm(&token);
            self.wake(&node.id);
            return;
        }
        let place = self.flow.at(&node.id);
        let next = place.and_then(|place| self.flow.get(place).1.next.get(button).copied().flatten());
        if let Some(next) = next {
            self.leave(at, next);
        }
    }

    /// Lets those go on who waited for a sub-task.
    pub(super) fn wake(&mut self, subtask: &crate::definition::NodeId) {
        let waits = |token: &crate::run::Token| matches!(&token.waiting, Waiting::Subtask { node } if node == subtask);
        while let Some(at) = self.run.tokens.iter().position(waits) {
            let next = self.flow.at(&self.run.tokens[at].node).and_then(|place| self.flow.get(place).1.next.first().copied().flatten());
            let Some(next) = next else { return };
            self.leave(at, next);
        }
    }

    /// The seat that an actor fills.
    pub(super) fn seat_for(&self, task: &Task, actor: &Actor) -> Result<usize, Refusal> {
        if task.has_voted(actor) {
            return Err(Refusal::VotedAlready);
        }
        let own = |at: &usize| match (task.seats[*at].assignee, actor) {
            (Some(user), Actor::User(by)) => user == *by,
            _ => false,
        };
        if let Some(at) = task.open_seats().find(own) {
            return Ok(at);
        }
        let may = |at: &usize| task.seats[*at].candidates.iter().any(|party| self.is_of(actor, party));
        let mut taken = None;
        // A seat of one's own before one that others could fill as well.
        let mut mine: Vec<usize> = task.open_seats().filter(may).collect();
        mine.sort_by_key(|at| task.seats[*at].candidates.len() > 1 || task.seats[*at].candidates[0].is_group());
        for at in mine {
            match task.seats[at].assignee {
                None => return Ok(at),
                Some(user) => taken = Some(user),
            }
        }
        if let Some(user) = taken {
            return Err(Refusal::Claimed { by: user.to_string() });
        }
        let holders: Vec<String> = task.holders().iter().map(ToString::to_string).collect();
        Err(Refusal::NotYours { holders: holders.join(", ") })
    }

    /// Tells that a task looks different now.
    pub(super) fn task_changed(&mut self, id: TaskId) {
        if let Some(task) = self.run.task(id).cloned() {
            self.effects.push(Effect::TaskChanged { task });
        }
    }
}

impl<'a> Engine<'a, '_> {
    /// The place of an open task and its node.
    pub(super) fn open(&self, id: TaskId) -> Result<(usize, &'a Node), Refusal> {
        let place = self.run.tasks.iter().position(|task| task.id == id);
        let place = place.ok_or_else(|| no_task(&self.run, id, Refusal::NoSuchTask { task: id }))?;
        let name = &self.run.tasks[place].node;
        let node = self.flow.node(name).ok_or_else(|| Refusal::Corrupt { node: name.clone() })?;
        Ok((place, node))
    }
}

pub(super) fn buttons(node: &Node) -> &[Button] {
    node.work.as_ref().map_or(&[], |work| &work.buttons)
}

/// The place of a button by its code, among those of a sort.
pub(super) fn find_button(node: &Node, code: &str, sort: impl Fn(&Button) -> bool) -> Result<usize, Refusal> {
    let all = buttons(node);
    all.iter().position(|button| button.code == code && sort(button)).ok_or_else(|| {
        let codes: Vec<&str> = all.iter().filter(|button| sort(button)).map(|button| button.code.as_str()).collect();
        let allowed = if codes.is_empty() { "no button".to_owned() } else { codes.join(", ") };
        Refusal::NoSuchButton { button: code.to_owned(), allowed }
    })
}

/// What the ticket's event is told: what was filled in, who pressed, and why.
fn details(actor: &Actor, button: &Button, opinion: Option<&String>, data: &Map<String, Value>) -> Map<String, Value> {
    let mut details = data.clone();
    if let Actor::User(user) = actor {
        details.insert("by".to_owned(), json!(user));
    }
    if let Some(words) = opinion {
        for name in ["opinion", "reason", "message", "note"] {
            details.entry(name).or_insert_with(|| json!(words));
        }
    }
    match button.back {
        Some(SendBack::Customer) => drop(details.insert("to".to_owned(), json!("customer"))),
        Some(SendBack::FirstReviewer | SendBack::Node) => drop(details.insert("to".to_owned(), json!("first_reviewer"))),
        None => {}
    }
    details
}

//! Work that changes hands: accepted, given back, transferred, delegated, and taken from people who are away.

use redress_domain::id::{TaskId, UserId};
use redress_domain::timeline::Actor;
use serde_json::json;

use super::Engine;
use super::answer::{buttons, find_button};
use super::forms::check_opinion;
use super::open::seat;
use crate::definition::{Does, Node};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::run::{Seat, Task};

impl Engine<'_, '_> {
    /// A person accepts a task (接单).
    pub(super) fn claim(&mut self, id: TaskId, user: UserId) -> Result<(), Refusal> {
        let (place, node) = self.open(id)?;
        let at = self.seat_for(&self.run.tasks[place], &Actor::User(user))?;
        if self.run.tasks[place].seats[at].assignee.is_some() {
            // It is theirs already; whoever clicks twice meant it once.
            return Ok(());
        }
        self.run.tasks[place].seats[at].assignee = Some(user);
        self.record("flow.claimed", &Actor::User(user), json!({ "node": node.id, "task": id }));
        self.task_changed(id);
        Ok(())
    }

    /// A person gives back what they had accepted.
    pub(super) fn release(&mut self, id: TaskId, user: UserId) -> Result<(), Refusal> {
        let (place, node) = self.open(id)?;
        let held = self.run.tasks[place].seats.iter_mut().find(|seat| seat.vote.is_none() && seat.assignee == Some(user));
        held.ok_or(Refusal::NotClaimed)?.assignee = None;
        self.record("flow.released", &Actor::User(user), json!({ "node": node.id, "task": id }));
        self.task_changed(id);
        Ok(())
    }

    /// Somebody gives a task to another (转交).
    pub(super) fn transfer(&mut self, id: TaskId, actor: &Actor, to: &Party, opinion: Option<String>) -> Result<(), Refusal> {
        let (place, node) = self.open(id)?;
        let (at, opinion) = if *actor == Actor::System {
            let open = self.run.tasks[place].open_seats().next();
            (open.ok_or(Refusal::NoSuchTask { task: id })?, opinion)
        } else {
            let button = find_button(node, code_of(node, Does::Transfer), |button| button.does == Does::Transfer)?;
            let at = self.seat_for(&self.run.tasks[place], actor)?;
            (at, check_opinion(&buttons(node)[button], opinion)?)
        };
        self.check_target(&self.run.tasks[place], at, to)?;
        let from = std::mem::replace(&mut self.run.tasks[place].seats[at], seat(vec![to.clone()]));
        self.record("flow.transferred", actor, json!({ "node": node.id, "task": id, "from": who(&from), "to": to, "opinion": opinion }));
        self.staff(id, node, true);
        self.task_changed(id);
        self.complete(id, node);
        Ok(())
    }

    /// A person lets another act in their place (委托).
    pub(super) fn delegate(&mut self, id: TaskId, user: UserId, to: UserId, opinion: Option<String>) -> Result<(), Refusal> {
        let (place, node) = self.open(id)?;
        let button = find_button(node, code_of(node, Does::Delegate), |button| button.does == Does::Delegate)?;
        let actor = Actor::User(user);
        let at = self.seat_for(&self.run.tasks[place], &actor)?;
        let opinion = check_opinion(&buttons(node)[button], opinion)?;
        let party = Party::Person(to);
        if to == user {
            return Err(Refusal::TargetUnfit { to: to.to_string(), why: "nobody can act in their own place" });
        }
        self.check_target(&self.run.tasks[place], at, &party)?;
        self.run.tasks[place].seats[at] = Seat { instead_of: Some(user), ..seat(vec![party]) };
        self.record("flow.delegated", &actor, json!({ "node": node.id, "task": id, "to": to, "opinion": opinion }));
        self.staff(id, node, true);
        self.task_changed(id);
        self.complete(id, node);
        Ok(())
    }

    /// Checks that somebody can take over a seat.
    fn check_target(&self, task: &Task, at: usize, to: &Party) -> Result<(), Refusal> {
        let unfit = |why| Err(Refusal::TargetUnfit { to: to.to_string(), why });
        match to {
            Party::Customer => unfit("work of the merchant cannot be given to the customer"),
            Party::Person(user) => {
                let seat = &task.seats[at];
                let alone = |seat: &Seat| seat.candidates == [Party::Person(*user)] || seat.assignee == Some(*user);
                if task.has_voted(&Actor::User(*user)) {
                    return Err(Refusal::TargetVoted { to: to.to_string() });
                }
                if self.context.directory.is_away(*user) {
                    return unfit("they are away");
                }
                if alone(seat) {
                    return unfit("they have it already");
                }
                if task.seats.iter().any(|seat| seat.vote.is_none() && alone(seat)) {
                    return unfit("they give a voice of their own on it");
                }
                Ok(())
            }
            group if self.context.directory.members(group).is_empty() => unfit("nobody belongs to it"),
            _ => Ok(()),
        }
    }

    /// A person is away or gone: what they held goes to their deputy, then to the node's fallback role (Z17).
    pub(super) fn absent(&mut self, user: UserId, gone: bool) -> Result<(), Refusal> {
        let away = gone || self.context.directory.is_away(user);
        let ids: Vec<TaskId> = self.run.tasks.iter().map(|task| task.id).collect();
        for id in ids {
            // An earlier task may have ended the run.
            let Some(place) = self.run.tasks.iter().position(|task| task.id == id) else { continue };
            let name = self.run.tasks[place].node.clone();
            let node = self.flow.node(&name).ok_or(Refusal::Corrupt { node: name })?;
            let concerned = self.concerns(place, user);
            let mut changed = away && self.replace(place, node, user);
            changed |= self.staff(id, node, changed || concerned);
            if changed {
                self.record("flow.reassigned", &Actor::System, json!({ "node": node.id, "task": id, "away": user }));
                self.task_changed(id);
                self.complete(id, node);
            }
        }
        Ok(())
    }

    /// True when a person could fill an open seat of a task.
    fn concerns(&self, place: usize, user: UserId) -> bool {
        let task = &self.run.tasks[place];
        let mut parties = task.seats.iter().filter(|seat| seat.vote.is_none()).flat_map(|seat| &seat.candidates);
        parties.any(|party| self.is_of(&Actor::User(user), party))
    }

    /// Takes a person out of the open seats of a task.
    fn replace(&mut self, place: usize, node: &Node, user: UserId) -> bool {
        let deputy = self.deputy(user);
        let fallback = self.fallback(node);
        let mut task = self.run.tasks[place].clone();
        let has_seat = |task: &Task, one: UserId| task.seats.iter().any(|seat| seat.candidates == [Party::Person(one)]);
        let deputy = deputy.filter(|one| !task.has_voted(&Actor::User(*one)) && !has_seat(&task, *one));
        let mut changed = false;
        for seat in task.seats.iter_mut().filter(|seat| seat.vote.is_none()) {
            if seat.assignee == Some(user) {
                seat.assignee = None;
                changed = true;
            }
            let Some(at) = seat.candidates.iter().position(|party| *party == Party::Person(user)) else { continue };
            seat.candidates.remove(at);
            let instead = deputy.map_or_else(|| fallback.clone(), Party::Person);
            if !seat.candidates.contains(&instead) {
                seat.candidates.insert(at, instead);
            }
            if seat.candidates.len() == 1 {
                seat.instead_of = Some(user);
            }
            changed = true;
        }
        self.run.tasks[place] = task;
        changed
    }
}

/// The code of the node's button that does something, for the lookup that explains itself when there is none.
fn code_of(node: &Node, does: Does) -> &str {
    let found = buttons(node).iter().find(|button| button.does == does);
    found.map_or(if does == Does::Transfer { "transfer" } else { "delegate" }, |button| button.code.as_str())
}

/// Who held a seat.
fn who(seat: &Seat) -> Vec<Party> {
    seat.assignee.map_or_else(|| seat.candidates.clone(), |user| vec![Party::Person(user)])
}

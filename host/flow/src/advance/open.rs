//! Opening a task: who may give the voices that the node needs, with nobody on leave among them (Z17).

use redress_domain::id::{TaskId, UserId};
use redress_domain::timeline::Actor;
use serde_json::json;

use super::{Engine, Traveller};
use crate::definition::{Mode, Node, NodeKind};
use crate::effect::Effect;
use crate::party::{Party, Who};
use crate::run::{Seat, Task, Waiting};

impl Engine<'_, '_> {
    pub(super) fn open_task(&mut self, traveller: Traveller, node: &Node, apart: bool) {
        let mode = mode_of(node);
        let who: &[Who] = node.work.as_ref().map_or(&[], |work| &work.who);
        let mut seats = match mode {
            Mode::Any => vec![self.shared(node, who)],
            Mode::AtLeast { n, .. } => vec![self.shared(node, who); usize::from(n.max(1))],
            Mode::InOrder => who.iter().map(|one| self.shared(node, std::slice::from_ref(one))).collect(),
            Mode::All => self.one_each(node, who),
        };
        if seats.is_empty() {
            seats.push(seat(Vec::new()));
        }
        if let [only] = seats.as_mut_slice() {
            self.give_back(node, only);
        }
        let id = self.context.ids.task();
        let (token, in_order) = (traveller.id, mode == Mode::InOrder);
        let task = Task { id, node: node.id.clone(), token, opened_at: self.context.now, seats, in_order, against: Vec::new() };
        let ticket = match node.kind {
            NodeKind::Subtask { ticket, .. } => ticket,
            _ => None,
        };
        let due = node.limit.as_ref().map(|limit| (limit.within, limit.clock));
        self.run.tasks.push(task);
        self.staff(id, node, true);
        if let Some(task) = self.run.task(id).cloned() {
            self.effects.push(Effect::OpenTask { task, ticket, due });
        }
        self.wait(traveller, node, Waiting::Task { task: id, apart });
    }

    /// A seat that anybody of some may fill. Persons who are away give way to their deputies.
    pub(super) fn shared(&mut self, node: &Node, who: &[Who]) -> Seat {
        let parties = self.resolve(node, who);
        let mut shared = seat(Vec::with_capacity(parties.len()));
        for party in parties {
            let (party, instead_of) = match party {
                Party::Person(user) if self.context.directory.is_away(user) => match self.deputy(user) {
                    Some(deputy) => (Party::Person(deputy), Some(user)),
                    None => continue,
                },
                party => (party, None),
            };
            if !shared.candidates.contains(&party) {
                shared.candidates.push(party);
                shared.instead_of = instead_of;
            }
        }
        if shared.candidates.len() != 1 {
            shared.instead_of = None;
        }
        shared
    }

    /// A seat for each person (会签).
    fn one_each(&mut self, node: &Node, who: &[Who]) -> Vec<Seat> {
        let mut people: Vec<UserId> = Vec::new();
        let mut seats = Vec::new();
        for party in self.resolve(node, who) {
            match party {
                Party::Person(user) => people.push(user),
                Party::Customer => seats.push(seat(vec![Party::Customer])),
                group => {
                    let members = self.context.directory.members(&group);
                    if members.is_empty() {
                        seats.push(seat(vec![group]));
                    }
                    people.extend(members);
                }
            }
        }
        people.sort_unstable();
        people.dedup();
        let (away, here): (Vec<UserId>, Vec<UserId>) = people.into_iter().partition(|user| self.context.directory.is_away(*user));
        let mut taken = here.clone();
        seats.extend(here.into_iter().map(|user| seat(vec![Party::Person(user)])));
        for user in away {
            // A deputy with a voice of their own cannot give a second one; then the fallback role is asked.
            let deputy = self.deputy(user).filter(|deputy| !taken.contains(deputy));
            taken.extend(deputy);
            let candidates = vec![deputy.map_or_else(|| self.fallback(node), Party::Person)];
            seats.push(Seat { instead_of: Some(user), ..seat(candidates) });
        }
        seats
    }

    /// Work that comes back goes to the person who did it before, when they are here and still may.
    fn give_back(&self, node: &Node, seat: &mut Seat) {
        let Some(Actor::User(before)) = self.run.outcomes.get(&node.id).map(|outcome| &outcome.by) else { return };
        let before = *before;
        let may = seat.candidates.iter().any(|party| self.is_of(&Actor::User(before), party));
        if may && !self.context.directory.is_away(before) {
            seat.assignee = Some(before);
        }
    }

    /// Makes sure that somebody can fill the open seats of a task: where nobody can, the fallback role is asked as well.
    /// Of several voices of which all are needed, one that nobody can give is excused (会签 with people on leave). What
    /// still nobody can do is told to the fallback role, so that it is not forgotten; `tell` is false when nothing that
    /// happened concerns the task, so that nobody is told again and again. True when a seat changed.
    pub(super) fn staff(&mut self, id: TaskId, node: &Node, tell: bool) -> bool {
        let Some(place) = self.run.tasks.iter().position(|task| task.id == id) else { return false };
        let mut task = self.run.tasks.remove(place);
        let mode = mode_of(node);
        let (mut changed, mut stuck, mut at) = (false, false, 0);
        while at < task.seats.len() {
            if task.seats[at].vote.is_some() {
                at += 1;
                continue;
            }
            let needed = if matches!(mode, Mode::AtLeast { .. }) { alike(&task, at) } else { 1 };
            let mut found = self.available(&task, at);
            if found < needed {
                let fallback = self.fallback(node);
                if !task.seats[at].candidates.contains(&fallback) {
                    task.seats[at].candidates.push(fallback);
                    changed = true;
                    found = self.available(&task, at);
                }
            }
            if found < needed {
                if mode == Mode::All && task.seats.len() > 1 {
                    let excused = task.seats.remove(at);
                    self.record("flow.excused", &Actor::System, json!({ "node": node.id, "task": id, "seat": excused }));
                    changed = true;
                    continue;
                }
                stuck = true;
            }
            at += 1;
        }
        self.run.tasks.insert(place, task);
        if stuck && (tell || changed) {
            self.record("flow.nobody", &Actor::System, json!({ "node": node.id, "task": id }));
            let to = vec![self.fallback(node)];
            self.effects.push(Effect::Notify { node: node.id.clone(), to, template: Effect::NOBODY.to_owned() });
        }
        changed
    }

    /// How many people could fill a seat now: here, without a voice on this task, and not needed for a seat of their own.
    fn available(&self, task: &Task, at: usize) -> usize {
        if task.seats[at].candidates.contains(&Party::Customer) {
            return usize::MAX;
        }
        let mut people = self.people(task, &task.seats[at]);
        let reserved = |user: &UserId| {
            let mut others = task.seats.iter().enumerate().filter(|(other, seat)| *other != at && seat.vote.is_none());
            others.any(|(_, seat)| seat.candidates == [Party::Person(*user)])
        };
        people.sort_unstable();
        people.dedup();
        people.retain(|user| !reserved(user));
        people.len()
    }

    /// The people behind a seat who are here and have no voice on the task yet; some perhaps more than once.
    fn people(&self, task: &Task, seat: &Seat) -> Vec<UserId> {
        let directory = self.context.directory;
        let mut people: Vec<UserId> = Vec::new();
        for party in &seat.candidates {
            match party {
                Party::Person(user) => people.push(*user),
                group => people.extend(directory.members(group)),
            }
        }
        people.retain(|user| !directory.is_away(*user) && !task.has_voted(&Actor::User(*user)));
        people
    }

    /// How many people could still give a voice on a task, over all of its open seats.
    pub(super) fn voices_left(&self, task: &Task) -> usize {
        let mut people: Vec<UserId> = task.open_seats().flat_map(|at| self.people(task, &task.seats[at])).collect();
        people.sort_unstable();
        people.dedup();
        people.len()
    }
}

/// How many open seats ask the same people as this one: so many people are needed.
fn alike(task: &Task, at: usize) -> usize {
    task.seats.iter().filter(|seat| seat.vote.is_none() && seat.candidates == task.seats[at].candidates).count()
}

/// How many must agree at a node.
pub(super) fn mode_of(node: &Node) -> Mode {
    match node.kind {
        NodeKind::Approval { mode } => mode,
        _ => Mode::Any,
    }
}

/// An empty seat.
pub(super) fn seat(candidates: Vec<Party>) -> Seat {
    Seat { candidates, assignee: None, instead_of: None, vote: None }
}

//! The one function that moves a run.

mod answer;
mod change;
mod enter;
mod forms;
mod hand;
mod leave;
mod limit;
mod open;
mod signal;
mod take_over;
mod who;

pub(crate) use take_over::take_over;

use std::collections::VecDeque;

use redress_domain::timeline::{Actor, NewEntry};
use serde_json::{Map, Value, json};

use crate::compile::{Flow, RunFacts};
use crate::context::Context;
use crate::definition::NodeId;
use crate::effect::Effect;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::run::{Frame, Outcome, Run, RunState};

/// Most nodes that one event may pass. A checked definition never comes near: between two nodes that wait it passes each
/// node once for each way of a split.
pub const MOST_STEPS: u32 = 2_000;

/// Takes a run one event further: the run after it, and what must follow. Pure: the same arguments give the same result.
///
/// # Errors
/// A [`Refusal`] when the event cannot happen to the run as it stands; nothing has changed then.
pub fn advance(flow: &Flow, run: Run, event: Event, context: &mut Context<'_>) -> Result<(Run, Vec<Effect>), Refusal> {
    let definition = flow.definition();
    if run.definition != definition.id || run.version != definition.version {
        return Err(Refusal::WrongVersion {
            run: format!("{}@{}", run.definition, run.version),
            given: format!("{}@{}", definition.id, definition.version),
        });
    }
    match (&run.state, &event) {
        (RunState::Ready, Event::Begin { .. } | Event::Cancelled { .. }) | (RunState::Running { .. }, _) => {}
        (RunState::Ready, _) => return Err(Refusal::NotBegun),
        (RunState::Finished { .. } | RunState::Cancelled { .. }, _) => return Err(late(&run, &event)),
    }
    let mut engine = Engine::new(flow, run, context);
    engine.take(event)?;
    engine.close()
}

/// One event on its way through a run.
struct Engine<'a, 'c> {
    flow: &'a Flow,
    run: Run,
    context: &'a mut Context<'c>,
    effects: Vec<Effect>,
    /// Tokens that have left a node and not yet reached the next.
    travellers: VecDeque<Traveller>,
    /// Nodes entered by this event.
    entered: u32,
    path: Vec<NodeId>,
}

/// A token between two nodes.
struct Traveller {
    id: u32,
    frames: Vec<Frame>,
    to: usize,
}

impl<'a, 'c> Engine<'a, 'c> {
    fn new(flow: &'a Flow, mut run: Run, context: &'a mut Context<'c>) -> Self {
        run.steps += 1;
        Self { flow, run, context, effects: Vec::with_capacity(8), travellers: VecDeque::new(), entered: 0, path: Vec::new() }
    }

    /// Lets everybody walk until they wait, and hands over what came of it.
    fn close(mut self) -> Result<(Run, Vec<Effect>), Refusal> {
        self.settle()?;
        self.note_path();
        Ok((self.run, self.effects))
    }
}

impl Engine<'_, '_> {
    fn take(&mut self, event: Event) -> Result<(), Refusal> {
        match event {
            Event::Begin { actor, form } => self.begin(&actor, form),
            Event::TaskDone { task, actor, button, data, opinion } => self.answer(task, actor, &button, data, opinion),
            Event::SubtaskDone { task, button, data } => self.subtask_done(task, &button, data),
            Event::Claim { task, user } => self.claim(task, user),
            Event::Release { task, user } => self.release(task, user),
            Event::Transfer { task, actor, to, opinion } => self.transfer(task, &actor, &to, opinion),
            Event::Delegate { task, user, to, opinion } => self.delegate(task, user, to, opinion),
            Event::AbsenceChanged { user } => self.absent(user, false),
            Event::OwnerGone { user } => self.absent(user, true),
            Event::HookAnswered { ask, answer } => self.hook_answered(ask, answer),
            Event::HookFailed { ask, reason } => self.hook_failed(ask, reason),
            Event::Signal { name, actor, data } => self.signal(name, actor, data),
            Event::TimerFired { timer } => self.timer_fired(timer),
            Event::Cancelled { actor, reason } => {
                self.cancel(&actor, reason);
                Ok(())
            }
        }
    }

    fn begin(&mut self, actor: &Actor, form: Map<String, Value>) -> Result<(), Refusal> {
        if self.run.is_running() {
            return Err(Refusal::AlreadyBegun);
        }
        self.first_values(form)?;
        self.run.state = RunState::Running { since: self.context.now };
        let definition = self.flow.definition();
        self.record("flow.begun", actor, json!({ "definition": definition.id, "version": definition.version }));
        let id = self.run.number();
        self.travellers.push_back(Traveller { id, frames: Vec::new(), to: self.flow.start() });
        Ok(())
    }

    /// Lets every traveller walk until it waits somewhere.
    fn settle(&mut self) -> Result<(), Refusal> {
        while let Some(traveller) = self.travellers.pop_front() {
            self.entered += 1;
            self.run.steps += 1;
            let node = &self.flow.get(traveller.to).0.id;
            if self.entered > MOST_STEPS {
                return Err(Refusal::Runaway { most: MOST_STEPS, node: node.clone() });
            }
            self.path.push(node.clone());
            self.enter(traveller);
        }
        Ok(())
    }

    /// The whole path stays visible (D10): every node that this event passed, in order.
    fn note_path(&mut self) {
        if self.path.is_empty() {
            return;
        }
        let nodes: Vec<Value> = self.path.iter().map(|node| node.as_str().into()).collect();
        let data = Value::Object(Map::from_iter([("nodes".to_owned(), Value::Array(nodes))]));
        // Before the end, which is the last word.
        let end = matches!(self.effects.last(), Some(Effect::Finished { .. })).then(|| self.effects.pop()).flatten();
        self.record("flow.moved", &Actor::System, data);
        self.effects.extend(end);
    }

    fn facts(&self) -> RunFacts<'_> {
        RunFacts { flow: self.flow, run: &self.run, outer: self.context.facts }
    }

    fn record(&mut self, kind: &str, actor: &Actor, data: Value) {
        self.effects.push(Effect::Record(NewEntry { at: self.context.now, actor: actor.clone(), kind: kind.to_owned(), data }));
    }

    /// Remembers what came of a node.
    fn outcome(&mut self, node: &NodeId, action: &str, by: Actor, opinion: Option<String>, data: Map<String, Value>) {
        let times = self.run.outcomes.get(node).map_or(0, |before| before.times).saturating_add(1);
        let outcome = Outcome { action: action.to_owned(), by, opinion, at: self.context.now, times, data };
        self.run.outcomes.insert(node.clone(), outcome);
    }
}

/// What to say to whoever comes after the end.
fn late(run: &Run, event: &Event) -> Refusal {
    match event {
        Event::TaskDone { task, .. } | Event::Claim { task, .. } => forms::no_task(run, *task, Refusal::Ended),
        _ => Refusal::Ended,
    }
}

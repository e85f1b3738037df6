//! What happens when a token reaches a node.

use redress_domain::timeline::Actor;
use redress_expression::Value as Known;
use serde_json::{Map, json};

use super::{Engine, Traveller};
use crate::compile::Room;
use crate::definition::{Awaited, JoinWait, Node, NodeKind, When};
use crate::effect::{Effect, Moment};
use crate::run::{Armed, Due, Frame, Token, Waiting};

impl Engine<'_, '_> {
    pub(super) fn enter(&mut self, mut traveller: Traveller) {
        let flow = self.flow;
        let (node, room) = flow.get(traveller.to);
        self.leave_splits(&mut traveller, room);
        let next = |at: usize| room.next.get(at).copied().flatten();
        match &node.kind {
            NodeKind::Start { .. } => self.pass(traveller, next(0)),
            NodeKind::Form {} | NodeKind::Approval { .. } | NodeKind::Subtask { meanwhile: None, .. } => {
                self.open_task(traveller, node, false);
            }
            NodeKind::Subtask { .. } => {
                let running = self.run.tokens.iter().any(|token| token.node == node.id);
                if !running {
                    let id = self.run.number();
                    self.open_task(Traveller { id, frames: traveller.frames.clone(), to: traveller.to }, node, true);
                }
                self.pass(traveller, next(0));
            }
            NodeKind::Condition { .. } => {
                let branch = self.choose(node, room);
                self.pass(traveller, next(branch));
            }
            NodeKind::Split { .. } => self.split(&traveller, node, room),
            NodeKind::Join { wait, .. } => self.join(traveller, node, *wait, next(0)),
            NodeKind::Hook { hook, .. } => {
                let ask = self.run.number();
                self.effects.push(Effect::AskHook { ask, node: node.id.clone(), hook: *hook });
                self.wait(traveller, node, Waiting::Hook { ask });
            }
            NodeKind::Wait { awaited: Awaited::Signal(name), early, .. } => match self.run.early.remove(name).filter(|_| *early) {
                Some(signal) => {
                    self.came(node, signal.by, signal.data);
                    self.pass(traveller, next(0));
                }
                None => self.wait(traveller, node, Waiting::Signal { name: name.clone() }),
            },
            NodeKind::Wait { awaited: Awaited::Subtask(of), .. } => {
                if self.run.tokens.iter().any(|token| token.node == *of) {
                    self.wait(traveller, node, Waiting::Subtask { node: of.clone() });
                } else {
                    self.pass(traveller, next(0));
                }
            }
            NodeKind::Timer { when, .. } => {
                let at = self.moment(node, when);
                self.wait(traveller, node, Waiting::Timer);
                self.arm(node, Due::Delay, at);
            }
            NodeKind::Notify { to, template, .. } => {
                self.tell(node, to, template);
                self.pass(traveller, next(0));
            }
            NodeKind::Set { changes, .. } => {
                self.change(node, changes);
                self.pass(traveller, next(0));
            }
            NodeKind::End { outcome, apply } => {
                if let Some(event) = apply {
                    self.effects.push(Effect::Apply { event: *event, actor: Actor::System, details: Map::new() });
                }
                self.finish(outcome);
            }
        }
    }

    fn pass(&mut self, traveller: Traveller, to: Option<usize>) {
        if let Some(to) = to {
            self.travellers.push_back(Traveller { to, ..traveller });
        }
    }

    /// Whoever goes where a split does not reach leaves it, and its other ways are called off.
    fn leave_splits(&mut self, traveller: &mut Traveller, room: &Room) {
        let flow = self.flow;
        let same = |(frame, split): &(&Frame, &usize)| flow.at(&frame.split) == Some(**split);
        let keep = traveller.frames.iter().zip(&room.splits).take_while(same).count();
        for frame in traveller.frames.drain(keep..) {
            self.dissolve(frame.passage);
        }
    }

    /// The place of the first branch that holds, or of `else` behind them.
    fn choose(&mut self, node: &Node, room: &Room) -> usize {
        let mut faults = Vec::new();
        let mut chosen = room.when.len();
        for (at, when) in room.when.iter().enumerate() {
            match when.evaluate(&self.facts(), &self.flow.settings) {
                Ok(Known::Bool(true)) => {
                    chosen = at;
                    break;
                }
                Ok(_) => {}
                Err(fault) => faults.push((at, fault)),
            }
        }
        for (at, fault) in faults {
            let data = json!({ "node": node.id, "branch": at, "why": fault.to_string(), "missing": fault.is_missing() });
            self.record("flow.fault", &Actor::System, data);
        }
        chosen
    }

    fn split(&mut self, traveller: &Traveller, node: &Node, room: &Room) {
        let passage = self.run.number();
        let ways = u32::try_from(room.next.len()).unwrap_or(u32::MAX);
        for to in room.next.iter().flatten() {
            let mut frames = traveller.frames.clone();
            frames.push(Frame { split: node.id.clone(), passage, ways });
            let id = self.run.number();
            self.travellers.push_back(Traveller { id, frames, to: *to });
        }
    }

    fn join(&mut self, mut traveller: Traveller, node: &Node, wait: JoinWait, next: Option<usize>) {
        // Without a split around it there is nobody to wait for; the check refuses such definitions.
        let Some(frame) = traveller.frames.last().cloned() else { return self.pass(traveller, next) };
        let here = |token: &Token| token.node == node.id && token.frames.last().is_some_and(|own| own.passage == frame.passage);
        let waiting = self.run.tokens.iter().filter(|token| here(token)).count();
        let complete = wait == JoinWait::Any || waiting + 1 >= frame.ways as usize;
        if complete {
            traveller.frames.pop();
            self.keep_apart(frame.passage);
            self.dissolve(frame.passage);
            self.pass(traveller, next);
        } else {
            self.wait(traveller, node, Waiting::Join);
        }
    }

    /// Lets a traveller wait at a node, with the timers of the node's limit.
    pub(super) fn wait(&mut self, traveller: Traveller, node: &Node, waiting: Waiting) {
        self.run.tokens.push(Token {
            id: traveller.id,
            node: node.id.clone(),
            entered_at: self.context.now,
            waiting,
            frames: traveller.frames,
            timers: Vec::new(),
        });
        if let Some(limit) = &node.limit {
            for (at, step) in (0..).zip(&limit.steps) {
                self.arm(node, Due::Step(at), Moment::After(step.after, limit.clock));
            }
        }
    }

    /// Starts a timer for the token that came last.
    pub(super) fn arm(&mut self, node: &Node, due: Due, at: Moment) {
        let timer = self.context.ids.timer();
        if let Some(token) = self.run.tokens.last_mut() {
            token.timers.push(Armed { id: timer, due });
            self.effects.push(Effect::StartTimer { timer, node: node.id.clone(), at });
        }
    }

    fn moment(&mut self, node: &Node, when: &When) -> Moment {
        let text = match when {
            When::After(_) | When::AfterBusiness(_) => None,
            When::Until(text) => Some(text),
        };
        let Some(text) = text else {
            return when.length().map_or(Moment::At(self.context.now), |(span, clock)| Moment::After(span, clock));
        };
        match self.evaluate(node, text) {
            Some(Known::Timestamp(at)) => {
                let millis = i64::try_from(at.nanos().div_euclid(1_000_000)).ok();
                let at = millis.and_then(redress_domain::Timestamp::from_millis).unwrap_or(self.context.now);
                Moment::At(at.max(self.context.now))
            }
            _ => Moment::At(self.context.now),
        }
    }

    /// The value of an expression of this definition; none and a record when there is none.
    pub(super) fn evaluate(&mut self, node: &Node, text: &str) -> Option<Known> {
        let expression = self.flow.expression(text)?;
        match expression.evaluate(&self.facts(), &self.flow.settings) {
            Ok(value) => Some(value),
            Err(fault) => {
                let data = json!({ "node": node.id, "expression": text, "why": fault.to_string(), "missing": fault.is_missing() });
                self.record("flow.fault", &Actor::System, data);
                None
            }
        }
    }
}

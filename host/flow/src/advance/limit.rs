//! Timers and what follows when time runs out (U13, Z20, Z24).

use redress_domain::id::TimerId;
use redress_domain::timeline::Actor;
use serde_json::{Map, json};

use super::Engine;
use crate::definition::{Escalation, Limit, Node, NodeId, Only, Step};
use crate::effect::{Effect, Moment};
use crate::party::Who;
use crate::refusal::Refusal;
use crate::run::{Armed, Closing, Due, Waiting};

impl Engine<'_, '_> {
    pub(super) fn timer_fired(&mut self, timer: TimerId) -> Result<(), Refusal> {
        let gone = Refusal::TimerGone { timer };
        let at = self.run.tokens.iter().position(|token| token.timers.iter().any(|armed| armed.id == timer)).ok_or(gone)?;
        let token = &mut self.run.tokens[at];
        let place = token.timers.iter().position(|armed| armed.id == timer).unwrap_or_default();
        let due = token.timers.remove(place).due;
        let (id, name) = (token.id, token.node.clone());
        let node = self.flow.node(&name).ok_or(Refusal::Corrupt { node: name })?;
        match due {
            Due::Delay => self.go_on(at, node, 0),
            Due::Step(number) => {
                let step = node.limit.as_ref().and_then(|limit| Some((limit, limit.steps.get(usize::try_from(number).ok()?)?)));
                if let Some((limit, step)) = step {
                    self.escalate(id, node, limit, step, number);
                }
            }
        }
        Ok(())
    }

    /// Takes one step of an escalation. The token is named by its number, because an action may end its node.
    fn escalate(&mut self, token: u32, node: &Node, limit: &Limit, step: &Step, number: u32) {
        let counts = match step.only {
            Only::Open => true,
            Only::Unclaimed => self.run.tasks.iter().any(|task| task.token == token && task.is_unclaimed()),
        };
        if counts {
            self.record("flow.overdue", &Actor::System, json!({ "node": node.id, "step": number, "after": step.after }));
            for action in &step.actions {
                self.escalation(token, node, action);
            }
        }
        let Some(at) = self.run.tokens.iter().position(|own| own.id == token && own.node == node.id) else { return };
        if let Some(every) = step.every {
            let timer = self.context.ids.timer();
            self.run.tokens[at].timers.push(Armed { id: timer, due: Due::Step(number) });
            self.effects.push(Effect::StartTimer { timer, node: node.id.clone(), at: Moment::After(every, limit.clock) });
        }
    }

    fn escalation(&mut self, token: u32, node: &Node, action: &Escalation) {
        match action {
            Escalation::Remind => self.tell(node, &[Who::Owner], Effect::REMIND),
            Escalation::RaisePriority(to) => self.effects.push(Effect::RaisePriority { to: *to }),
            Escalation::Tell { to, template } => self.tell(node, to, template),
            Escalation::HandOver { to, keep } => self.hand_over(token, node, to, *keep),
            Escalation::Emit(name) => self.effects.push(Effect::Emit { name: name.clone(), node: node.id.clone() }),
            Escalation::Apply(event) => {
                self.effects.push(Effect::Apply { event: *event, actor: Actor::System, details: Map::new() });
            }
            Escalation::Go(to) => self.go(token, node, to),
        }
    }

    /// Gives the open seats of a token's task to others, beside those who have them or instead.
    fn hand_over(&mut self, token: u32, node: &Node, to: &[Who], keep: bool) {
        let Some(place) = self.run.tasks.iter().position(|task| task.token == token) else { return };
        let others = self.shared(node, to);
        let task = &mut self.run.tasks[place];
        let id = task.id;
        for seat in task.seats.iter_mut().filter(|seat| seat.vote.is_none()) {
            if keep {
                seat.candidates
                    .extend(others.candidates.iter().filter(|party| !seat.candidates.contains(party)).cloned().collect::<Vec<_>>());
            } else {
                seat.candidates.clone_from(&others.candidates);
                seat.instead_of = others.instead_of;
            }
            // Whoever had accepted it let it lie; now any of them may take it.
            seat.assignee = None;
        }
        self.staff(id, node, true);
        self.task_changed(id);
        self.complete(id, node);
    }

    /// Ends the node and goes on elsewhere.
    fn go(&mut self, token: u32, node: &Node, to: &NodeId) {
        let Some(at) = self.run.tokens.iter().position(|own| own.id == token && own.node == node.id) else { return };
        let Some(to) = self.flow.at(to) else { return };
        let waiting = self.run.tokens[at].waiting.clone();
        self.outcome(&node.id, "overdue", Actor::System, None, Map::new());
        if let Waiting::Task { task, apart } = waiting {
            self.close_task(task, Closing::Overdue, &Actor::System);
            if apart {
                let token = self.run.tokens.remove(at);
                self.disarm(&token);
                return self.wake(&node.id);
            }
        }
        self.leave(at, to);
    }
}

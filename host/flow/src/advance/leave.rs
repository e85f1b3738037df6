//! Tokens that leave, and ways that are called off.

use redress_domain::id::TaskId;
use redress_domain::timeline::Actor;
use serde_json::json;

use super::{Engine, Traveller};
use crate::effect::Effect;
use crate::run::{Closed, Closing, Run, RunState, Token, Waiting};

impl Engine<'_, '_> {
    /// Sends the token at this place of the run on to a node.
    pub(super) fn leave(&mut self, at: usize, to: usize) {
        let token = self.run.tokens.remove(at);
        self.disarm(&token);
        self.travellers.push_back(Traveller { id: token.id, frames: token.frames, to });
    }

    /// Stops the timers of a token.
    pub(super) fn disarm(&mut self, token: &Token) {
        self.effects.extend(token.timers.iter().map(|armed| Effect::CancelTimer { timer: armed.id }));
    }

    /// Closes a task and remembers how.
    pub(super) fn close_task(&mut self, task: TaskId, how: Closing, by: &Actor) {
        let Some(at) = self.run.tasks.iter().position(|open| open.id == task) else { return };
        let task = self.run.tasks.remove(at);
        if self.run.closed.len() >= Run::REMEMBERED {
            self.run.closed.remove(0);
        }
        self.run.closed.push(Closed { task: task.id, node: task.node, how, by: by.clone(), at: self.context.now });
        self.effects.push(Effect::CloseTask { task: task.id, how });
    }

    /// Calls a token off, with its task and timers.
    pub(super) fn call_off(&mut self, token: &Token, by: &Actor) {
        if let Waiting::Task { task, .. } = token.waiting {
            self.close_task(task, Closing::Dropped, by);
        }
        self.disarm(token);
    }

    /// Calls off everything that is within one passage of a split.
    pub(super) fn dissolve(&mut self, passage: u32) {
        let within = |frames: &[crate::run::Frame]| frames.iter().any(|frame| frame.passage == passage);
        self.travellers.retain(|traveller| !within(&traveller.frames));
        let (gone, stay) = std::mem::take(&mut self.run.tokens).into_iter().partition(|token| within(&token.frames));
        self.run.tokens = stay;
        let gone: Vec<Token> = gone;
        for token in gone {
            self.call_off(&token, &Actor::System);
            // Whoever waits elsewhere for a sub-task that is called off would wait for ever.
            if matches!(token.waiting, Waiting::Task { apart: true, .. }) {
                self.wake(&token.node);
            }
        }
    }

    /// Takes sub-tasks that went on meanwhile out of a passage, so that they outlive its join.
    pub(super) fn keep_apart(&mut self, passage: u32) {
        for token in &mut self.run.tokens {
            let depth = token.frames.iter().position(|frame| frame.passage == passage);
            if let (Some(depth), Waiting::Task { apart: true, .. }) = (depth, &token.waiting) {
                token.frames.truncate(depth);
            }
        }
    }

    fn call_off_all(&mut self, by: &Actor) {
        self.travellers.clear();
        for token in std::mem::take(&mut self.run.tokens) {
            self.call_off(&token, by);
        }
        self.run.early.clear();
    }

    /// Ends the run.
    pub(super) fn finish(&mut self, outcome: &str) {
        self.call_off_all(&Actor::System);
        self.run.state = RunState::Finished { outcome: outcome.to_owned(), at: self.context.now };
        self.effects.push(Effect::Finished { outcome: outcome.to_owned() });
    }

    /// Calls the run off.
    pub(super) fn cancel(&mut self, actor: &Actor, reason: Option<String>) {
        self.call_off_all(actor);
        self.record("flow.cancelled", actor, json!({ "reason": reason }));
        self.run.state = RunState::Cancelled { reason, at: self.context.now };
        self.effects.push(Effect::Finished { outcome: "cancelled".to_owned() });
    }
}

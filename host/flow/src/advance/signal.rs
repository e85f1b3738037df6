//! Answers of rules and things that happen outside.

use redress_domain::timeline::Actor;
use serde_json::{Map, Value, json};

use super::Engine;
use super::forms::declared;
use crate::definition::{Awaited, Node, NodeKind};
use crate::refusal::Refusal;
use crate::run::{Early, Waiting};

impl Engine<'_, '_> {
    pub(super) fn hook_answered(&mut self, ask: u32, answer: Map<String, Value>) -> Result<(), Refusal> {
        let (at, node) = self.question(ask)?;
        let data = declared(&node.gives, answer);
        self.record("flow.answered", &Actor::System, json!({ "node": node.id, "answer": data }));
        self.outcome(&node.id, "answered", Actor::System, None, data);
        self.go_on(at, node, 0);
        Ok(())
    }

    pub(super) fn hook_failed(&mut self, ask: u32, reason: String) -> Result<(), Refusal> {
        let (at, node) = self.question(ask)?;
        self.record("flow.failed", &Actor::System, json!({ "node": node.id, "why": reason }));
        self.outcome(&node.id, "failed", Actor::System, Some(reason), Map::new());
        self.go_on(at, node, 1);
        Ok(())
    }

    /// Everybody who waits for a signal goes on; when nobody does, it may be kept for later.
    pub(super) fn signal(&mut self, name: String, actor: Actor, data: Map<String, Value>) -> Result<(), Refusal> {
        let waiting: Vec<u32> = self
            .run
            .tokens
            .iter()
            .filter(|token| matches!(&token.waiting, Waiting::Signal { name: own } if *own == name))
            .map(|token| token.id)
            .collect();
        if waiting.is_empty() {
            return self.keep(name, actor, data);
        }
        for id in waiting {
            let Some(at) = self.run.tokens.iter().position(|token| token.id == id) else { continue };
            let own = self.run.tokens[at].node.clone();
            let node = self.flow.node(&own).ok_or(Refusal::Corrupt { node: own })?;
            self.came(node, actor.clone(), data.clone());
            self.go_on(at, node, 0);
        }
        Ok(())
    }

    /// Remembers a signal that some node of the definition may reach later; the last one of a name counts.
    fn keep(&mut self, name: String, by: Actor, data: Map<String, Value>) -> Result<(), Refusal> {
        let later = self
            .flow
            .definition()
            .nodes
            .iter()
            .find(|node| matches!(&node.kind, NodeKind::Wait { awaited: Awaited::Signal(own), early: true, .. } if *own == name));
        let Some(node) = later else { return Err(Refusal::NothingWaits { name }) };
        self.record("flow.kept", &by, json!({ "signal": name }));
        let data = declared(&node.gives, data);
        self.run.early.insert(name, Early { by, data, at: self.context.now });
        Ok(())
    }

    /// A signal has reached its node.
    pub(super) fn came(&mut self, node: &Node, by: Actor, data: Map<String, Value>) {
        let data = declared(&node.gives, data);
        self.record("flow.came", &by, json!({ "node": node.id, "data": data }));
        self.outcome(&node.id, "came", by, None, data);
    }

    /// Sends a token on by an exit of its node.
    pub(super) fn go_on(&mut self, at: usize, node: &Node, exit: usize) {
        let next = self.flow.at(&node.id).and_then(|place| self.flow.get(place).1.next.get(exit).copied().flatten());
        if let Some(next) = next {
            self.leave(at, next);
        }
    }
}

impl<'a> Engine<'a, '_> {
    /// The token that asked a question, and its node.
    fn question(&self, ask: u32) -> Result<(usize, &'a Node), Refusal> {
        let asked = |token: &crate::run::Token| matches!(token.waiting, Waiting::Hook { ask: own } if own == ask);
        let at = self.run.tokens.iter().position(asked).ok_or(Refusal::NoSuchQuestion { ask })?;
        let name = &self.run.tokens[at].node;
        Ok((at, self.flow.node(name).ok_or_else(|| Refusal::Corrupt { node: name.clone() })?))
    }
}

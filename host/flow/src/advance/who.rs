//! From the names of a definition to people.

use redress_domain::id::UserId;
use redress_domain::timeline::Actor;
use redress_expression::Value as Known;
use serde_json::json;

use super::Engine;
use crate::definition::Node;
use crate::party::{Party, Who};

/// How many deputies of deputies are asked.
const CHAIN: usize = 4;

impl Engine<'_, '_> {
    /// The parties behind names, each once.
    pub(super) fn resolve(&mut self, node: &Node, who: &[Who]) -> Vec<Party> {
        let mut parties: Vec<Party> = Vec::new();
        for one in who {
            for party in self.resolve_one(node, one) {
                if !parties.contains(&party) {
                    parties.push(party);
                }
            }
        }
        parties
    }

    pub(super) fn resolve_one(&mut self, node: &Node, who: &Who) -> Vec<Party> {
        match who {
            Who::Customer => vec![Party::Customer],
            Who::Person(id) => vec![Party::Person(*id)],
            Who::Role(name) => vec![Party::Role(name.clone())],
            Who::Department(name) => vec![Party::Department(name.clone())],
            Who::Queue(name) => vec![Party::Queue(name.clone())],
            Who::Owner => self.run.tasks.iter().filter(|task| task.node == node.id).flat_map(crate::run::Task::holders).collect(),
            Who::DoerOf(earlier) => match self.run.outcomes.get(earlier).map(|outcome| &outcome.by) {
                Some(Actor::User(id)) => vec![Party::Person(*id)],
                Some(Actor::Customer) => vec![Party::Customer],
                _ => Vec::new(),
            },
            Who::Expression(text) => self.named(node, text),
        }
    }

    /// Parties that an expression names; what names nobody is recorded and left out.
    fn named(&mut self, node: &Node, text: &str) -> Vec<Party> {
        let names = match self.evaluate(node, text) {
            Some(Known::Text(name)) => vec![name],
            Some(Known::List(items)) => items
                .iter()
                .filter_map(|item| match item {
                    Known::Text(name) => Some(std::sync::Arc::clone(name)),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        let mut parties = Vec::new();
        for name in names {
            match name.parse() {
                Ok(party) => parties.push(party),
                Err(error) => {
                    let data = json!({ "node": node.id, "expression": text, "why": crate::party::PartyError::to_string(&error) });
                    self.record("flow.fault", &Actor::System, data);
                }
            }
        }
        parties
    }

    /// Who acts for a person who is away: the first deputy, or deputy of a deputy, who is here.
    pub(super) fn deputy(&self, user: UserId) -> Option<UserId> {
        let directory = self.context.directory;
        let mut asked = vec![user];
        for _ in 0..CHAIN {
            let deputy = directory.deputy(*asked.last()?).filter(|deputy| !asked.contains(deputy))?;
            if !directory.is_away(deputy) {
                return Some(deputy);
            }
            asked.push(deputy);
        }
        None
    }

    /// True when an actor is a party or belongs to it.
    pub(super) fn is_of(&self, actor: &Actor, party: &Party) -> bool {
        match (actor, party) {
            (Actor::Customer, Party::Customer) => true,
            (Actor::User(user), Party::Person(person)) => user == person,
            (Actor::User(user), group) if group.is_group() => self.context.directory.belongs(*user, group),
            _ => false,
        }
    }

    /// The role that does what nobody else can at this node.
    pub(super) fn fallback(&self, node: &Node) -> Party {
        let own = node.work.as_ref().and_then(|work| work.fallback.as_ref());
        Party::Role(own.unwrap_or(&self.flow.definition().fallback).clone())
    }
}

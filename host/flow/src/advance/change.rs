//! Changes of the ticket, and notices.

use redress_domain::timeline::Actor;
use serde_json::Map;

use super::Engine;
use crate::definition::{Change, Node, write};
use crate::effect::Effect;
use crate::party::Who;

impl Engine<'_, '_> {
    pub(super) fn change(&mut self, node: &Node, changes: &[Change]) {
        for change in changes {
            let effect = match change {
                Change::Field { name, value } => {
                    let Some(value) = self.evaluate(node, value) else { continue };
                    Effect::SetField { name: name.clone(), value: write(&value) }
                }
                Change::Form { name, value } => {
                    let Some(value) = self.evaluate(node, value) else { continue };
                    let value = write(&value);
                    self.run.form.insert(name.clone(), value.clone());
                    Effect::SetField { name: name.clone(), value }
                }
                Change::RaisePriority(to) => Effect::RaisePriority { to: *to },
                Change::AddTag(tag) => Effect::AddTag { tag: tag.clone() },
                Change::RemoveTag(tag) => Effect::RemoveTag { tag: tag.clone() },
                Change::Emit(name) => Effect::Emit { name: name.clone(), node: node.id.clone() },
                Change::Apply { event, details } => {
                    let mut known = Map::new();
                    for (name, value) in details {
                        if let Some(value) = self.evaluate(node, value) {
                            known.insert(name.clone(), write(&value));
                        }
                    }
                    Effect::Apply { event: *event, actor: Actor::System, details: known }
                }
            };
            self.effects.push(effect);
        }
    }

    /// Tells people; nobody at all is no notice.
    pub(super) fn tell(&mut self, node: &Node, to: &[Who], template: &str) {
        let to = self.resolve(node, to);
        if !to.is_empty() {
            self.effects.push(Effect::Notify { node: node.id.clone(), to, template: template.to_owned() });
        }
    }
}

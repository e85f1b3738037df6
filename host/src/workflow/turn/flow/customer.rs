//! What the customer says reaches the work that waits for them.

use redress_domain::event::{Author, Event as TicketEvent, EventKind};
use redress_domain::id::UserId;
use redress_domain::timeline::{Actor, NewEntry};
use redress_domain::warehouse::offer::Choice;
use redress_flow::{Access, Event, Node};
use serde_json::{Map, Value, json};

use crate::workflow::Error;
use crate::workflow::flow::CustomerPress;
use crate::workflow::turn::Turn;
use crate::workflow::violation::Violations;

impl Turn {
    /// Presses a button of the customer's work.
    ///
    /// # Errors
    /// No work waits for the customer, or what the workflow or the ticket refuses.
    pub fn press_for_customer(&mut self, press: CustomerPress) -> Result<(), Error> {
        let CustomerPress { task, button, data, opinion, passed_on } = press;
        let waiting = self.running().and_then(|running| {
            let mut theirs = running.for_customer();
            theirs.find(|(open, _)| task.is_none_or(|wanted| wanted == open.id)).map(|(open, node)| (open.id, node.clone()))
        });
        let Some((task, node)) = waiting else {
            let (id, state) = (self.ticket().number.clone(), self.ticket().axes.case.to_string());
            return Err(Error::NotNow { what: "request", id, state, why: "its workflow waits for nothing from the customer" });
        };
        let silent = node.work.iter().flat_map(|work| &work.buttons).any(|known| known.code == button && known.apply.is_none());
        self.passed_on(passed_on, json!({ "task": task, "node": node.id, "button": button }));
        let words = opinion.clone().filter(|words| silent && !words.trim().is_empty());
        self.advance(Event::TaskDone { task, actor: Actor::Customer, button, data, opinion })?;
        // Words that no event of the ticket carries would be seen by nobody who reads the messages.
        words.map_or(Ok(()), |body| self.apply(TicketEvent::MessageAdded { author: Author::Customer, body, internal: false }))
    }

    /// The customer's words, when the workflow waits for them: the press of the button that stands for `kind`. An answer is also the
    /// press of the only button there is. Fields of the customer's work are taken out of `fields`; true when the button has applied
    /// the event to the ticket.
    ///
    /// # Errors
    /// Every mandatory field that is missing, or what the workflow or the ticket refuses.
    pub(in crate::workflow) fn hand_in(
        &mut self,
        kind: EventKind,
        words: &str,
        fields: &mut Map<String, Value>,
        passed_on: Option<UserId>,
    ) -> Result<bool, Error> {
        let only =
            |node: &Node| node.work.as_ref().is_some_and(|work| work.buttons.iter().filter(|button| button.does.moves()).count() == 1);
        let found = self.running().and_then(|running| {
            let stands = running.for_customer_with(|_, button| button.apply == Some(kind));
            let sole = || running.for_customer_with(|node, button| button.apply.is_none() && only(node));
            let found = stands.or_else(|| if kind == EventKind::CustomerAnswered { sole() } else { None });
            found.map(|(task, node, button)| (task, node.clone(), button.clone()))
        });
        let Some((task, node, button)) = found else { return Ok(false) };
        let access = node.work.map(|work| work.fields).unwrap_or_default();
        let mut data = Map::new();
        for name in access.iter().filter(|(_, access)| access.writes()).map(|(name, _)| name) {
            if let Some(value) = fields.remove(name) {
                data.insert(name.clone(), value);
            }
        }
        let mut missing = Violations::default();
        for name in access.iter().filter(|(_, access)| **access == Access::Required).map(|(name, _)| name) {
            let known = data.get(name).or_else(|| self.running().and_then(|running| running.run.form.get(name)));
            if is_blank(known) {
                let pointer = format!("/fields/{}", name.replace('~', "~0").replace('/', "~1"));
                missing.add("missing", pointer, format!("'{name}' must come with the answer: `task` of the progress says what is asked"));
            }
        }
        missing.finish().map_err(Error::Invalid)?;
        let applies = button.apply == Some(kind);
        self.passed_on(passed_on, json!({ "task": task, "node": node.id, "button": button.code }));
        self.advance(Event::TaskDone { task, actor: Actor::Customer, button: button.code, data, opinion: Some(words.to_owned()) })?;
        Ok(applies)
    }

    /// The customer has chosen what an offer offers: the button of that name is pressed after the turn's own events. What the
    /// workflow cannot take loses no choice.
    pub(in crate::workflow) fn choose(&mut self, choice: Choice) {
        let found = self.running().and_then(|running| running.for_customer_with(|_, button| button.code == choice.as_str()));
        let Some((task, _, button)) = found else { return };
        let button = button.code.clone();
        let event = Event::TaskDone { task, actor: Actor::Customer, button, data: Map::new(), opinion: None };
        // Before the signals of what the choice has done, for which the workflow waits only behind the button.
        self.walk.waiting.insert(0, event);
    }

    /// Notes who told the shop's system what the customer said elsewhere, for example by telephone.
    fn passed_on(&mut self, by: Option<UserId>, data: Value) {
        if let Some(by) = by {
            self.entries.push(NewEntry { at: self.facts.now, actor: Actor::User(by), kind: "flow.passed_on".to_owned(), data });
        }
    }
}

fn is_blank(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}

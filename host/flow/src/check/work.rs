//! Nodes at which people work: an owner, buttons that fit, fields that exist (Z10, Z14).

use std::collections::BTreeSet;

use super::{Checker, is_name};
use crate::compile::{Graph, OWN_NAMES};
use crate::definition::{Awaited, Button, Does, Mode, Node, NodeKind, SendBack, Work};
use crate::party::Who;

/// Most voices that an approval can ask for by number.
const MOST_VOICES: u8 = 20;

impl Checker<'_> {
    pub(super) fn work(&mut self, node: &Node) {
        self.answers(node);
        self.people(node);
        let Some(work) = &node.work else {
            if node.is_work() {
                let message = format!("nobody is named who does '{}'", node.id);
                self.error("missing_owner", node, message, "name a person, role, department or queue in its work");
            }
            return;
        };
        if !node.is_work() {
            let message = format!("'{}' is done by the system, so nobody can work on it", node.id);
            return self.error("does_not_fit", node, message, "take the work away, or make it a form or an approval");
        }
        if work.who.is_empty() {
            let message = format!("nobody is named who does '{}'", node.id);
            self.error("missing_owner", node, message, "name a person, role, department or queue in its work");
        }
        self.mode(node, work);
        for field in work.fields.keys().filter(|field| !self.definition.fields.contains_key(*field)).collect::<Vec<_>>() {
            let message = format!("'{}' uses the field '{field}', which the workflow does not declare", node.id);
            self.error("unknown_field", node, message, "declare the field with its type, or take it out here");
        }
        let mut codes = BTreeSet::new();
        for button in &work.buttons {
            if !is_name(&button.code) || !codes.insert(&button.code) {
                let message = format!("the button '{}' of '{}' has a code that is not usable or not its own", button.code, node.id);
                self.error("bad_button", node, message, "use small letters, digits and underscores, each code once");
            }
            self.button(node, button);
        }
        let main = if matches!(node.kind, NodeKind::Approval { .. }) { Does::Agree } else { Does::Submit };
        if !work.buttons.iter().any(|button| button.does == main) {
            let word = if main == Does::Agree { "agree" } else { "submit" };
            let message = format!("'{}' has no button to {word} with", node.id);
            self.error("bad_button", node, message, format!("add a button that does {word}"));
        }
    }

    fn mode(&mut self, node: &Node, work: &Work) {
        if let NodeKind::Approval { mode: Mode::AtLeast { n, .. } } = node.kind
            && !(1..=MOST_VOICES).contains(&n)
        {
            let message = format!("'{}' asks for {n} voices", node.id);
            self.error("bad_mode", node, message, format!("ask for 1 to {MOST_VOICES}"));
        }
        let customer = work.who.contains(&Who::Customer);
        if customer && matches!(node.kind, NodeKind::Approval { mode: Mode::AtLeast { n, .. } } if n > 1) {
            let message = format!("'{}' asks for several voices, and the customer has one", node.id);
            self.error("bad_mode", node, message, "ask the customer at a node of their own");
        }
    }

    fn button(&mut self, node: &Node, button: &Button) {
        let approval = matches!(node.kind, NodeKind::Approval { .. });
        let fits = match button.does {
            Does::Submit => !approval,
            Does::Agree | Does::Reject => approval,
            Does::Transfer | Does::Delegate => true,
        };
        let apart = matches!(node.kind, NodeKind::Subtask { meanwhile: Some(_), .. });
        let leads = button.does.moves() && !apart;
        if !fits || leads != button.next.is_some() || (button.back.is_some() && button.does != Does::Reject) {
            let message = format!("the button '{}' does not fit '{}'", button.code, node.id);
            let fix = "forms and sub-tasks submit, approvals agree and reject; these three lead to a node, unless the run has gone on \
                       meanwhile; only a reject goes back";
            self.error("bad_button", node, message, fix);
        }
        if !button.does.moves() && button.apply.is_some() {
            let message =
                format!("the button '{}' of '{}' only hands the work over, so nothing happens to the ticket", button.code, node.id);
            self.error("bad_button", node, message, "apply the event at the button that decides");
        }
        let (Some(back), Some(to)) = (button.back, button.next.as_ref().and_then(|to| self.at(to))) else { return };
        let target = &self.definition.nodes[to];
        let here = self.at(&node.id).unwrap_or(to);
        let earlier = Graph::reach(&self.graph.forward, &self.graph.forward[to], &[])[here];
        let fits = match back {
            SendBack::Customer => earlier && target.work.as_ref().is_some_and(|work| work.who.contains(&Who::Customer)),
            SendBack::FirstReviewer | SendBack::Node => earlier && target.is_work(),
        };
        if !fits {
            let message = format!("'{}' of '{}' goes back to '{}', which is no earlier step of theirs", button.code, node.id, target.id);
            let fix = "lead it to a step that comes before this one, and for the customer to a form that the customer fills in";
            self.error("bad_send_back", node, message, fix);
        }
    }

    /// What answers contain.
    fn answers(&mut self, node: &Node) {
        let answers = matches!(node.kind, NodeKind::Hook { .. } | NodeKind::Wait { awaited: Awaited::Signal(_), .. });
        if !answers && !node.gives.is_empty() {
            let message = format!("'{}' gets no answer, so it gives nothing", node.id);
            self.error("does_not_fit", node, message, "take 'gives' away; what people fill in are fields");
        }
        for name in node.gives.keys().filter(|name| !is_name(name) || OWN_NAMES.contains(&name.as_str())) {
            let message = format!("'{}' cannot give '{name}'", node.id);
            let fix = format!("use small letters, digits and underscores, and none of {}", OWN_NAMES.join(", "));
            self.error("bad_field", node, message, fix);
        }
        if let NodeKind::Wait { awaited: Awaited::Subtask(of), .. } = &node.kind {
            let target = self.at(of).map(|at| &self.definition.nodes[at].kind);
            if target.is_some_and(|kind| !matches!(kind, NodeKind::Subtask { meanwhile: Some(_), .. })) {
                let message = format!("'{}' waits for '{of}', which is no sub-task that goes on meanwhile", node.id);
                self.error("does_not_fit", node, message, "wait for a sub-task that has 'meanwhile'");
            }
        }
        if let NodeKind::Wait { awaited: Awaited::Signal(name), .. } = &node.kind
            && !is_name(name)
        {
            let message = format!("'{}' waits for '{name}', which is no usable name", node.id);
            self.error("bad_id", node, message, "use small letters, digits and underscores with a letter first, at most 64");
        }
    }

    /// Names of people that make no sense where they stand.
    fn people(&mut self, node: &Node) {
        let own = node.work.iter().flat_map(|work| &work.who).any(|who| *who == Who::Owner);
        let told = matches!(&node.kind, NodeKind::Notify { to, .. } if to.is_empty() || to.contains(&Who::Owner));
        if own {
            let message = format!("'{}' names the owner of its own task as who does it", node.id);
            self.error("missing_owner", node, message, "name a person, role, department or queue");
        }
        if told {
            let message = format!("'{}' tells nobody: it has no task and so no owner", node.id);
            self.error("nobody_told", node, message, "name a role, the customer, or who did an earlier node");
        }
        let doers: Vec<_> = crate::compile::everybody(node)
            .into_iter()
            .filter_map(|who| match who {
                Who::DoerOf(earlier) => self.definition.node(earlier).filter(|earlier| !earlier.is_work()),
                _ => None,
            })
            .collect();
        for earlier in doers {
            let message = format!("'{}' names who did '{}', which nobody does", node.id, earlier.id);
            self.error("does_not_fit", node, message, "name a form, an approval or a sub-task");
        }
    }
}

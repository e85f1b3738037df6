//! Every expression, checked against the names it may use and the type that is needed.

use redress_expression::{Expression, Type};

use super::{Checker, Finding};
use crate::definition::{Change, Node, NodeKind, When};
use crate::party::Who;

impl Checker<'_> {
    pub(super) fn expressions(&mut self, node: &Node) {
        for who in crate::compile::everybody(node) {
            if let Who::Expression(text) = who {
                self.names_people(node, text);
            }
        }
        match &node.kind {
            NodeKind::Condition { branches, .. } => {
                if branches.is_empty() {
                    let message = format!("'{}' has no branch, so it decides nothing", node.id);
                    self.error("bad_condition", node, message, "add a branch with a condition, or take the node out");
                }
                for branch in branches {
                    self.typed(node, &branch.when, Some(&Type::Bool));
                }
            }
            NodeKind::Timer { when: When::Until(text), .. } => self.typed(node, text, Some(&Type::Timestamp)),
            NodeKind::Set { changes, .. } => {
                for change in changes {
                    self.change(node, change);
                }
            }
            _ => {}
        }
    }

    fn change(&mut self, node: &Node, change: &Change) {
        match change {
            Change::Field { value, .. } => self.typed(node, value, None),
            Change::Form { name, value } => {
                if let Some(field) = self.definition.fields.get(name) {
                    return self.typed(node, value, Some(&field.kind.as_type()));
                }
                let message = format!("'{}' sets the field '{name}', which the workflow does not declare", node.id);
                self.error("unknown_field", node, message, "declare the field with its type, or set a field of the ticket");
            }
            Change::Apply { details, .. } => {
                for value in details.values() {
                    self.typed(node, value, None);
                }
            }
            _ => {}
        }
    }

    /// Checks an expression, and that it gives what is wanted.
    fn typed(&mut self, node: &Node, text: &str, wanted: Option<&Type>) {
        let problems = match Expression::parse(text) {
            Ok(expression) => match wanted {
                Some(wanted) => expression.check_as(self.environment, wanted).err(),
                None => expression.check(self.environment).err(),
            },
            Err(problem) => Some(vec![problem]),
        };
        self.findings.extend(problems.iter().flatten().map(|problem| Finding::expression(node, text, problem)));
    }

    /// An expression that names people gives a text or a list of texts.
    fn names_people(&mut self, node: &Node, text: &str) {
        let listed = Expression::parse(text).is_ok_and(|one| one.check_as(self.environment, &Type::list(Type::Text)).is_ok());
        if !listed {
            self.typed(node, text, Some(&Type::Text));
        }
    }
}

//! Expressions in a table.

use redress_expression::{Expression, Type};

use super::Checker;

impl Checker<'_> {
    /// Checks an expression; gives its type when there is nothing wrong with it.
    pub(super) fn expression(&mut self, path: &str, text: &str) -> Option<Type> {
        let expression = match Expression::parse(text) {
            Ok(expression) => expression,
            Err(problem) => {
                self.error(path, problem.show(text));
                return None;
            }
        };
        if self.table.currency.is_none() {
            let is_amount = |path: &String| self.environment.field(path).is_some_and(|field| field.kind == Type::Money);
            if let Some(amount) = expression.paths().into_iter().find(is_amount) {
                self.error(path, format!("'{amount}' is an amount, but the table has no currency: set it first"));
                return None;
            }
        }
        match expression.check(self.environment) {
            Ok(found) => Some(found),
            Err(problems) => {
                for problem in problems {
                    self.error(path, problem.show(text));
                }
                None
            }
        }
    }

    /// Checks an expression that must be of a type.
    pub(super) fn expression_as(&mut self, path: &str, text: &str, wanted: &Type) {
        if let Some(found) = self.expression(path, text).filter(|found| !found.fits(wanted)) {
            self.error(path, format!("the expression gives {found}, and {wanted} is needed"));
        }
    }
}

//! Expressions in a table.

use redress_expression::{Environment, Expression, Type};

use super::Checker;
use crate::model::digits;

impl Checker<'_> {
    /// Checks an expression; gives its type when there is nothing wrong with it.
    pub(super) fn expression(&mut self, path: &str, text: &str) -> Option<Type> {
        self.expression_in(path, text, self.table.currency.as_deref())
    }

    /// Checks an expression whose amounts are in a currency.
    pub(super) fn expression_in(&mut self, path: &str, text: &str, currency: Option<&str>) -> Option<Type> {
        let expression = match Expression::parse(text) {
            Ok(expression) => expression,
            Err(problem) => {
                self.error(path, problem.show(text));
                return None;
            }
        };
        let known = self.environment;
        let is_amount = |path: &String| known.field(path).is_some_and(|field| field.kind == Type::Money);
        let mut amounts = expression.paths().into_iter().filter(is_amount);
        if currency.is_none()
            && let Some(amount) = amounts.next()
        {
            self.error(path, format!("'{amount}' is an amount, but the table has no currency: set it first"));
            return None;
        }
        // What a merchant declares as an amount is one in the table's currency; read in another, it would be worth something else.
        if currency != self.table.currency.as_deref()
            && let Some(amount) = amounts.find(|path| path.starts_with("param.") || path.starts_with("field."))
        {
            let message =
                format!("'{amount}' is an amount in the table's currency, and this column has its own: write the amount into cells");
            self.error(path, message);
            return None;
        }
        let environment = Environment { money_digits: currency.map(digits), names: known.names.clone() };
        match expression.check(&environment) {
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

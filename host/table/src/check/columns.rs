//! Columns of conditions and of answers.

use std::collections::BTreeSet;

use redress_expression::Type;

use super::{Caps, Checker};
use crate::model::{Input, InputType};
use crate::output::output_type;

impl Checker<'_> {
    pub(super) fn columns(&mut self) {
        let table = self.table;
        self.at_most("/inputs", "columns of conditions", table.inputs.len(), Caps::INPUTS);
        self.at_most("/outputs", "columns of answers", table.outputs.len(), Caps::OUTPUTS);
        for (at, input) in table.inputs.iter().enumerate().take(Caps::INPUTS) {
            self.input(at, input);
        }
        if table.outputs.is_empty() {
            self.error("/outputs", "name at least one column of answers");
        }
        let mut seen = BTreeSet::new();
        for (at, name) in table.outputs.iter().enumerate().take(Caps::OUTPUTS) {
            let path = format!("/outputs/{at}");
            if let Err(message) = output_type(table.hook, name) {
                self.error(path.clone(), message);
            }
            if !seen.insert(name) {
                self.error(path, format!("the column '{name}' stands twice: remove one"));
            }
        }
    }

    fn input(&mut self, at: usize, input: &Input) {
        let base = format!("/inputs/{at}");
        self.short(&format!("{base}/label"), &input.label, Caps::NAME);
        self.currency(&format!("{base}/currency"), input.currency.as_deref());
        let path = format!("{base}/expression");
        let currency = self.table.currency_of(input);
        if let Some(found) = self.expression_in(&path, &input.expression, currency) {
            let wanted = input_type(input.kind);
            let whole = input.kind == InputType::Number && matches!(found, Type::Int | Type::Uint);
            if !found.fits(&wanted) && !whole {
                self.error(path, format!("the column's type needs {wanted}, and its expression gives {found}: change one of them"));
            }
        }
        if input.kind == InputType::Money && currency.is_none() {
            self.error("/currency", "a column holds amounts: set the currency of the table");
        }
        self.at_most(&format!("{base}/values"), "values", input.values.len(), Caps::VALUES);
        if !input.values.is_empty() && input.kind != InputType::Text {
            self.error(format!("{base}/values"), "only a column of texts can list its values: remove them");
        }
    }
}

/// The type that a column's expression must give.
fn input_type(kind: InputType) -> Type {
    match kind {
        InputType::Boolean => Type::Bool,
        InputType::Integer => Type::Int,
        InputType::Number => Type::Double,
        InputType::Money => Type::Money,
        InputType::Text => Type::Text,
        InputType::List => Type::list(Type::Text),
        InputType::Duration => Type::Duration,
    }
}

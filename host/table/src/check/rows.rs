//! Rows and their cells.

use std::collections::BTreeSet;

use redress_expression::{Type, Value, nearest};

use super::{Caps, Checker};
use crate::cell::{self, Cell, Test};
use crate::facts::known_values;
use crate::model::{HitPolicy, Hook, Input, InputType, Row};
use crate::output::{OutputType, expected, output_type, read};

impl Checker<'_> {
    pub(super) fn rows(&mut self) {
        let table = self.table;
        self.at_most("/rows", "rows", table.rows.len(), Caps::ROWS);
        if table.rows.is_empty() {
            self.error("/rows", "a table needs at least one row");
        }
        let mut seen = BTreeSet::new();
        for (at, row) in table.rows.iter().enumerate().take(Caps::ROWS) {
            let base = format!("/rows/{at}");
            self.short(&format!("{base}/id"), &row.id, Caps::NAME);
            self.short(&format!("{base}/note"), &row.note, Caps::TEXT);
            if row.id.trim().is_empty() {
                self.error(format!("{base}/id"), "give the row an id: explanations name it");
            } else if !seen.insert(&row.id) {
                self.error(format!("{base}/id"), format!("another row has the id '{}' already: choose a different one", row.id));
            }
            self.conditions(&base, row);
            self.answers(&base, row);
        }
    }

    fn conditions(&mut self, base: &str, row: &Row) {
        let inputs = &self.table.inputs;
        let (cells, columns) = (row.when.len(), inputs.len());
        if cells != columns {
            self.error(
                format!("{base}/when"),
                format!("the row has {cells} cells for {columns} columns of conditions: write - for anything"),
            );
        }
        for (column, (text, input)) in row.when.iter().zip(inputs).enumerate() {
            let path = format!("{base}/when/{column}");
            self.short(&path, text, Caps::TEXT);
            match cell::read(text, input.kind, self.table.digits_of(input)) {
                Ok(cell) => self.known(&path, &cell, input),
                Err(message) => self.error(path, message),
            }
        }
        if !row.condition.is_empty() {
            self.expression_as(&format!("{base}/condition"), &row.condition, &Type::Bool);
        }
    }

    /// A text outside of the set of all values is a slip of the pen: the cell would never fit.
    fn known(&mut self, path: &str, cell: &Cell, input: &Input) {
        let known = values_of(input);
        let (Cell::OneOf(tests) | Cell::NoneOf(tests)) = cell else { return };
        if known.is_empty() {
            return;
        }
        for test in tests {
            if let Test::Is(Value::Text(text)) = test
                && !known.contains(&&**text)
            {
                let meant = nearest(text, known.iter().copied());
                let meant = meant.map_or_else(|| format!("there are {}", known.join(", ")), |meant| format!("did you mean '{meant}'?"));
                self.error(path, format!("'{text}' is no value of this column: {meant}"));
            }
        }
    }

    fn answers(&mut self, base: &str, row: &Row) {
        let outputs = &self.table.outputs;
        let (cells, columns) = (row.then.len(), outputs.len());
        if cells != columns {
            self.error(
                format!("{base}/then"),
                format!("the row has {cells} cells for {columns} columns of answers: leave cells empty for nothing"),
            );
        }
        for (column, (text, name)) in row.then.iter().zip(outputs).enumerate() {
            let path = format!("{base}/then/{column}");
            self.short(&path, text, Caps::TEXT);
            let Ok(kind) = output_type(self.table.hook, name) else { continue };
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            match text.strip_prefix('=') {
                Some(expression) if kind == OutputType::Any => {
                    self.expression(&path, expression);
                }
                Some(expression) => self.expression_as(&path, expression, &expected(kind)),
                None => {
                    if let Err(message) = read(text, kind, self.table.money_digits()) {
                        self.error(path, message);
                    }
                }
            }
        }
        if row.enabled {
            self.whole(base, row);
        }
    }

    /// Answers that need each other.
    fn whole(&mut self, base: &str, row: &Row) {
        let table = self.table;
        let cell = |name: &str| {
            let at = table.outputs.iter().position(|own| own == name)?;
            row.then.get(at).map(|text| text.trim()).filter(|text| !text.is_empty())
        };
        let mut need = |present: &str, other: &str, why: &str| {
            if cell(present).is_some() && cell(other).is_none() {
                self.error(format!("{base}/then"), format!("{why}: fill in the column '{other}'"));
            }
        };
        match table.hook {
            Hook::RefundApproval => {
                match cell("verdict") {
                    Some("needs_approval") => need("verdict", "role", "needs_approval must say who has to agree"),
                    Some("need_information") => need("verdict", "ask_for", "need_information must say which fields the customer must add"),
                    Some("reject") => need("verdict", "message", "reject must say what the customer reads"),
                    _ => {}
                }
                need("deduct", "deduct_reason", "the customer must be told why money is kept back");
                if cell("verdict").is_none() && table.hit != HitPolicy::Collect {
                    self.error(format!("{base}/then"), "the row decides nothing: fill in the column 'verdict'");
                }
            }
            Hook::Automation | Hook::Schedule => {
                need("notify_text", "notify_role", "a message needs somebody who gets it");
                need("notify_role", "notify_text", "a message needs a text");
                need("task", "task_role", "a task needs a role that does it");
            }
            Hook::Routing | Hook::FraudScoring => {}
        }
    }
}

/// All values a column of texts can have, when they are known.
pub(crate) fn values_of(input: &Input) -> Vec<&str> {
    if input.kind != InputType::Text {
        return Vec::new();
    }
    if input.values.is_empty() { known_values(input.expression.trim()).to_vec() } else { input.values.iter().map(String::as_str).collect() }
}

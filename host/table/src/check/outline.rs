//! The table's head: its name, currency and declarations.

use super::{Caps, Checker};
use crate::model::{FieldType, HitPolicy, ParameterType};

impl Checker<'_> {
    pub(super) fn outline(&mut self) {
        let table = self.table;
        if table.name.trim().is_empty() {
            self.error("/name", "give the table a name: it stands in explanations");
        }
        self.short("/name", &table.name, Caps::NAME);
        self.currency("/currency", table.currency.as_deref());
        self.at_most("/parameters", "parameters", table.parameters.len(), Caps::DECLARED);
        self.at_most("/fields", "fields", table.fields.len(), Caps::DECLARED);
        for (code, kind) in &table.parameters {
            self.declared(&format!("/parameters/{}", pointer(code)), code, *kind == ParameterType::Money);
        }
        for (name, kind) in &table.fields {
            self.declared(&format!("/fields/{}", pointer(name)), name, *kind == FieldType::Money);
        }
        if table.hit != HitPolicy::Priority && table.rows.iter().any(|row| row.priority != 0) {
            self.warning("/hit", "rows have a priority, but only the hit policy 'priority' looks at it");
        }
    }

    pub(super) fn currency(&mut self, path: &str, currency: Option<&str>) {
        let is_code = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if let Some(wrong) = currency.filter(|currency| !is_code(currency)) {
            self.error(path, format!("'{wrong}' is not a currency code: use three upper-case letters such as CNY"));
        }
    }

    fn declared(&mut self, path: &str, name: &str, is_amount: bool) {
        self.short(path, name, Caps::NAME);
        if name.trim().is_empty() || name.contains('`') {
            self.error(path, "give it a name without back quotes");
        }
        if is_amount && self.table.currency.is_none() {
            self.error(path, "this is an amount, but the table has no currency: set it first");
        }
    }
}

/// A name as a part of a JSON Pointer.
fn pointer(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

//! Every sentence the rule says, in Chinese and English.

use redress_sdk::prelude::*;
use redress_table::{Fired, Table};

/// The language of a call: Chinese for `zh-*`, else English.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    chinese: bool,
    table: &'a str,
}

impl<'a> Words<'a> {
    pub(crate) fn of(call: &'a Call<Table>) -> Self {
        let chinese = call.locale().split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case("zh"));
        Self { chinese, table: &call.config.name }
    }

    /// Which rows fired, with their notes.
    pub(crate) fn rows(self, fired: &[Fired<'_>]) -> String {
        let rows: Vec<String> = fired.iter().map(|hit| self.row(hit)).collect();
        rows.join(if self.chinese { "；" } else { "; " })
    }

    /// Which row fired, with its note.
    pub(crate) fn row(self, hit: &Fired<'_>) -> String {
        let (table, id, note) = (self.table, &hit.row.id, hit.row.note.trim());
        match (self.chinese, note.is_empty()) {
            (true, true) => format!("决策表「{table}」第「{id}」行"),
            (true, false) => format!("决策表「{table}」第「{id}」行：{note}"),
            (false, true) => format!("table \"{table}\", row \"{id}\""),
            (false, false) => format!("table \"{table}\", row \"{id}\": {note}"),
        }
    }

    pub(crate) fn absent(self, name: &str) -> String {
        if self.chinese {
            format!("；{name}不在或已满，先在队列等待")
        } else {
            format!("; {name} is absent or full, so it waits in the queue")
        }
    }
}

//! Running the table for one call.

use redress_sdk::prelude::*;
use redress_table::{Fired, Hook, Table, evaluate};

use crate::facts::{Asked, CaseFacts};

/// The rows that fire. Each leaves one line in the log, with which the host counts how often every row is used.
pub(crate) fn run<'t>(call: &'t Call<Table>, hook: Hook, case: &CaseFile, asked: &Asked<'_>) -> Result<Vec<Fired<'t>>, RuleError> {
    let table = &call.config;
    if table.hook != hook {
        let message =
            format!("the table answers {}, but it is bound to {}: bind it there, or change its hook", table.hook.as_str(), hook.as_str());
        return Err(RuleError::config("/hook", message));
    }
    let fired = evaluate(table, |currency| CaseFacts::new(call, case, asked, currency)).map_err(|fault| {
        let at = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
        RuleError::invalid_input("", format!("table '{}' has no answer: {at}{}", table.name, fault.message))
    })?;
    for hit in &fired {
        call.debug("row", &[("row", &hit.row.id), ("table", &table.name)]);
    }
    Ok(fired)
}

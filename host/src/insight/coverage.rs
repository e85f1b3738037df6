//! Which rows of a table ever matter: how often each fired in the past decisions of its binding.

use std::collections::{BTreeMap, BTreeSet};

use redress_domain::Timestamp;
use redress_domain::id::{BindingId, DecisionId, TenantId};
use redress_store::{binding, decision};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::explain::rows;
use crate::app::App;
use crate::problem::Problem;

/// Decisions read at once.
const PAGE: u32 = 500;
/// Most decisions that are counted, the oldest first.
const MOST: u64 = 100_000;

/// How often a row fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RowCount {
    /// Name of the row.
    pub row: String,
    /// Decisions in which it fired.
    pub decisions: u64,
    /// The newest of them.
    pub last: Option<DecisionId>,
    /// False for a row that fired but is no longer in the table.
    pub in_table: bool,
}

/// How much of a table the past has used.
#[derive(Debug, Serialize, ToSchema)]
pub struct Coverage {
    /// The binding.
    pub binding: BindingId,
    /// Since when.
    pub since: Timestamp,
    /// Decisions that were counted.
    pub decisions: u64,
    /// Decisions in which no row fired.
    pub without_row: u64,
    /// Rows in the order of the table, then those that are gone from it.
    pub rows: Vec<RowCount>,
    /// Rows of the table that never fired.
    pub never: Vec<String>,
    /// False when there are more decisions than were counted.
    pub complete: bool,
    /// What was left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Counts the rows that fired in a binding's decisions since a moment.
///
/// # Errors
/// When there is no such binding, it has no rows, or the database fails.
pub async fn coverage(app: &App, tenant: TenantId, id: BindingId, since: Timestamp) -> Result<Coverage, Problem> {
    let store = app.store.tenant(tenant);
    let found = store.read(move |tx| Box::pin(async move { binding::find(tx, id).await })).await?;
    let found = found.ok_or_else(|| Problem::not_found("binding", id))?;
    let table = table(&found.config).ok_or_else(|| {
        Problem::invalid(
            "/config/rows",
            format!("binding {} has no rows; coverage is for bindings whose configuration is a table", found.key),
        )
    })?;
    let mut count = Count::default();
    let (mut after, mut complete) = (None, false);
    while count.decisions < MOST && !complete {
        let page = store.read(move |tx| Box::pin(async move { decision::logs(tx, id, since, after, PAGE).await })).await?;
        complete = page.len() < PAGE as usize;
        after = page.last().map(|(id, _)| *id);
        for (decision, log) in page {
            count.add(decision, rows(&log).into_iter().map(|row| row.row).collect());
        }
    }
    let note = (!complete).then(|| {
        let last = after.map(|id| id.to_string()).unwrap_or_default();
        format!("only the first {} decisions since then were counted, up to {last}; ask again with a later since", count.decisions)
    });
    let never = table.iter().filter(|row| !count.rows.contains_key(*row)).cloned().collect();
    let gone: BTreeSet<String> = count.rows.keys().filter(|row| !table.contains(row)).cloned().collect();
    let view = |row: &String, in_table| {
        let (decisions, last) = count.rows.get(row).map_or((0, None), |(decisions, last)| (*decisions, Some(*last)));
        RowCount { row: row.clone(), decisions, last, in_table }
    };
    let rows = table.iter().map(|row| view(row, true)).chain(gone.iter().map(|row| view(row, false))).collect();
    Ok(Coverage { binding: id, since, decisions: count.decisions, without_row: count.without_row, rows, never, complete, note })
}

/// The names of a table's rows; `None` when the configuration is no table.
fn table(config: &Value) -> Option<Vec<String>> {
    config.get("rows")?.as_array()?.iter().map(|row| Some(row.get("id")?.as_str()?.to_owned())).collect()
}

#[derive(Default)]
struct Count {
    decisions: u64,
    without_row: u64,
    rows: BTreeMap<String, (u64, DecisionId)>,
}

impl Count {
    /// A row that fired more than once in a decision counts once.
    fn add(&mut self, decision: DecisionId, fired: BTreeSet<String>) {
        self.decisions += 1;
        self.without_row += u64::from(fired.is_empty());
        for row in fired {
            let entry = self.rows.entry(row).or_insert((0, decision));
            *entry = (entry.0 + 1, decision);
        }
    }
}

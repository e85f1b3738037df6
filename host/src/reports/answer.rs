//! Asks a definition.

use std::collections::BTreeMap;

use redress_domain::Timestamp;
use redress_domain::report::fact::{Dimension, Terms};
use redress_domain::report::{Answer, Days, Definition, Kind, Reader, Table};
use redress_store::{Error, TenantTx, fact, report};

use crate::rules::Snapshot;

/// Whose words and days a report speaks.
#[derive(Debug, Clone)]
pub struct Asker {
    /// How tickets are counted.
    pub terms: Terms,
    /// Chinese headings.
    pub chinese: bool,
    /// When it is asked.
    pub now: Timestamp,
    /// Queues by key, for filters that name them so.
    queues: BTreeMap<String, String>,
}

impl Asker {
    /// Without queues, for who names them by id.
    pub const fn new(terms: Terms, chinese: bool, now: Timestamp) -> Self {
        Self { terms, chinese, now, queues: BTreeMap::new() }
    }

    /// What the tenant says.
    pub fn of(snapshot: &Snapshot, now: Timestamp) -> Self {
        Self {
            now,
            terms: Terms::of(&snapshot.parameters, snapshot.tenant.currency),
            chinese: snapshot.tenant.locale.starts_with("zh"),
            queues: snapshot.queues.iter().map(|queue| (queue.key.clone(), queue.id.to_string())).collect(),
        }
    }

    /// The same definition with queues by id, as they are counted.
    fn resolved(&self, definition: &Definition) -> Definition {
        let mut definition = definition.clone();
        for value in
            definition.filters.iter_mut().filter(|filter| filter.dimension == Dimension::Queue).flat_map(|filter| &mut filter.any_of)
        {
            if let Some(id) = self.queues.get(value) {
                value.clone_from(id);
            }
        }
        definition
    }
}

/// The table of a definition that has no findings, over some days, from one snapshot.
///
/// # Errors
/// What the database says.
pub async fn answer(tx: &mut TenantTx, definition: &Definition, days: Days, asker: &Asker) -> Result<Table, Error> {
    let definition = asker.resolved(definition);
    let question = definition.question(days);
    let total = question.in_total();
    let mut found = Answer { grid: report::ask(tx, &question).await?, ..Answer::default() };
    let alone = question.keys.is_empty() && question.grain.is_none();
    let sums = if alone { found.grid.clone() } else { report::ask(tx, &total).await? };
    found.total = sums.into_values().next().unwrap_or_else(|| vec![0; question.sums.len()]);
    for measure in definition.measures.iter().filter(|measure| measure.kind == Kind::Percentile) {
        let (Some(field), Some(percent)) = (measure.field, measure.percent) else { continue };
        let ranks = report::ranks(tx, &question, field, percent).await?;
        let over_all = if alone { ranks.clone() } else { report::ranks(tx, &total, field, percent).await? };
        found.ranks.insert(measure.key.clone(), ranks);
        found.total_ranks.extend(over_all.into_values().next().map(|rank| (measure.key.clone(), rank)));
    }
    if definition.measures.iter().any(|measure| measure.kind == Kind::ReturnRate) {
        found.orders = fact::orders(tx, asker.terms.zone, days, question.grain).await?;
    }
    if definition.measures.iter().any(|measure| measure.kind == Kind::RepurchaseRate) {
        found.repurchases = report::repurchases(tx, days, question.grain, asker.now).await?;
        found.total_repurchase = report::repurchases(tx, days, None, asker.now).await?.remove(&0).unwrap_or_default();
    }
    let mut named = BTreeMap::new();
    for dimension in &question.keys {
        named.insert(*dimension, report::names(tx, *dimension).await?);
    }
    let names = |dimension: Dimension, value: &str| named.get(&dimension)?.get(value).cloned();
    let reader = Reader { zone: asker.terms.zone, currency: asker.terms.currency, chinese: asker.chinese, names: &names };
    Ok(Table::assemble(&definition, &question, found, &reader))
}

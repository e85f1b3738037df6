//! How a shadow's answers differ from those that counted.

use redress_domain::compare::Difference;
use redress_domain::id::BindingId;
use redress_domain::{Money, Timestamp};

use super::scan::lower_bound;
use crate::error::Result;
use crate::sql::column::{count, money, parse};
use crate::sql::{TenantTx, fetch_all};

/// One heap of a shadow's decisions: those that answered alike where the bound rule answered alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diverged {
    /// How they differ.
    pub difference: Difference,
    /// What followed from the rule that counted.
    pub before: String,
    /// What would have followed from the shadow.
    pub after: String,
    /// How many there are.
    pub decisions: u64,
    /// What the rule that counted was about to pay or had to be agreed, summed, for refunds.
    pub amount_before: Option<Money>,
    /// The same of the shadow.
    pub amount_after: Option<Money>,
}

#[derive(sqlx::FromRow)]
struct Row {
    difference: String,
    before_label: String,
    after_label: String,
    decisions: i64,
    currency: Option<String>,
    before_minor: Option<i64>,
    after_minor: Option<i64>,
}

impl Row {
    fn into_diverged(self, binding: BindingId) -> Result<Diverged> {
        let sum = |minor: Option<i64>| match (minor, &self.currency) {
            (Some(minor), Some(currency)) => money(minor, currency, "decision", "amount_minor", binding).map(Some),
            _ => Ok(None),
        };
        Ok(Diverged {
            difference: parse(&self.difference, "decision", "difference", binding)?,
            decisions: count(self.decisions, "decision", "count", binding)?,
            amount_before: sum(self.before_minor)?,
            amount_after: sum(self.after_minor)?,
            before: self.before_label,
            after: self.after_label,
        })
    }
}

/// What a shadow said since a moment beside what counted, the largest heap first.
pub async fn divergence(tx: &mut TenantTx, shadow: BindingId, since: Timestamp) -> Result<Vec<Diverged>> {
    let sql = "SELECT s.difference AS difference, b.label AS before_label, s.label AS after_label, COUNT(*) AS decisions, \
               s.currency AS currency, CAST(SUM(b.amount_minor) AS BIGINT) AS before_minor, \
               CAST(SUM(s.amount_minor) AS BIGINT) AS after_minor FROM decision s \
               JOIN decision b ON b.tenant_id = s.tenant_id AND b.id = s.against \
               WHERE s.tenant_id = $1 AND s.binding_id = $2 AND s.id >= $3 AND s.difference IS NOT NULL \
               GROUP BY s.difference, b.label, s.label, s.currency ORDER BY 4 DESC, 1, 2, 3";
    let rows = fetch_all!(tx, Row, sql, tx.tenant, shadow.as_uuid(), lower_bound(since))?;
    rows.into_iter().map(|row| row.into_diverged(shadow)).collect()
}

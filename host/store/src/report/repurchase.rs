//! Customers who come back (D19).

use std::collections::BTreeMap;

use redress_domain::Timestamp;
use redress_domain::report::{Days, Grain, Repurchase};
use sqlx::AssertSqlSafe;

use super::compile::bucket;
use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all};

/// How long after the end of a ticket an order counts, in microseconds.
const WITHIN: i64 = 30 * 86_400 * 1_000_000;

/// Customers with tickets of these days that ended at least 30 days before `now`, by bucket (0 when time is not cut), and those of them
/// who placed an order within 30 days after such an end. A bucket in which nobody counts is not there.
pub async fn repurchases(tx: &mut TenantTx, days: Days, grain: Option<Grain>, now: Timestamp) -> Result<BTreeMap<i64, Repurchase>> {
    let (cut, grouped) = match bucket(grain) {
        Some(cut) => (cut, format!(" GROUP BY {cut}")),
        None => ("0", String::new()),
    };
    let sql = format!(
        "SELECT CAST({cut} AS BIGINT), COUNT(DISTINCT t.customer_id), COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM shop_order o \
         WHERE o.tenant_id = $1 AND o.customer_id = t.customer_id AND o.placed_at > f.created_at + f.resolution_time \
         AND o.placed_at <= f.created_at + f.resolution_time + $5) THEN t.customer_id END) \
         FROM ticket_fact f JOIN ticket t ON t.tenant_id = $1 AND t.id = f.ticket_id \
         WHERE f.tenant_id = $1 AND f.day >= $2 AND f.day <= $3 AND t.customer_id IS NOT NULL AND f.created_at + f.resolution_time + $5 <= $4\
         {grouped}"
    );
    let sql = AssertSqlSafe(sql.as_str());
    let rows = fetch_all!(tx, (i64, i64, i64), sql, tx.tenant, days.first, days.last, Stamp(now), WITHIN)?;
    Ok(rows.into_iter().map(|(bucket, customers, again)| (bucket, Repurchase { customers, again })).collect())
}

//! Customers who come back (D19).

use std::collections::BTreeMap;

use redress_domain::Timestamp;
use redress_domain::report::{Days, Grain, Repurchase};
use sqlx::AssertSqlSafe;

use super::compile::bucket;
use crate::error::Result;
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
    let (placed, ended) = (tx.micros("o.placed_at"), format!("{} + f.resolution_time", tx.micros("f.created_at")));
    let sql = format!(
        "SELECT CAST({cut} AS BIGINT), COUNT(DISTINCT t.customer_id), COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM shop_order o \
         WHERE o.tenant_id = $1 AND o.customer_id = t.customer_id AND {placed} > {ended} AND {placed} <= {ended} + $5) \
         THEN t.customer_id END) FROM ticket_fact f JOIN ticket t ON t.tenant_id = $1 AND t.id = f.ticket_id \
         WHERE f.tenant_id = $1 AND f.day >= $2 AND f.day <= $3 AND t.customer_id IS NOT NULL AND {ended} + $5 <= $4{grouped}"
    );
    let (sql, now) = (AssertSqlSafe(sql.as_str()), now.as_datetime().timestamp_micros());
    let rows = fetch_all!(tx, (i64, i64, i64), sql, tx.tenant, days.first, days.last, now, WITHIN)?;
    Ok(rows.into_iter().filter(|row| row.1 > 0).map(|(bucket, customers, again)| (bucket, Repurchase { customers, again })).collect())
}

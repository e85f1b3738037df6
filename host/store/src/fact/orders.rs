//! Orders by day, for return rates (Z25).

use std::collections::BTreeMap;

use redress_domain::calendar::Zone;
use redress_domain::report::{Days, Grain, day_of};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::rebuild::is_recounting;
use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, insert, on};

/// Orders whose place in `order_day` is not where it belongs. The words are those of the index `shop_order_uncounted`.
const UNCOUNTED: &str = "placed_at IS NOT NULL AND (counted_at IS NULL OR counted_at <> placed_at)";

/// Brings at most `limit` orders into the sums; answers how many. None while all are being counted afresh.
pub async fn count_orders(tx: &mut TenantTx, zone: Zone, limit: u32) -> Result<u32> {
    if is_recounting(tx).await? {
        return Ok(0);
    }
    let sql = format!("SELECT id, placed_at, counted_at FROM shop_order WHERE tenant_id = $1 AND {UNCOUNTED} LIMIT $2{}", tx.skip_locked());
    let rows = fetch_all!(tx, (Uuid, Stamp, Option<Stamp>), AssertSqlSafe(sql.as_str()), tx.tenant, i64::from(limit))?;
    if rows.is_empty() {
        return Ok(0);
    }
    let tenant = tx.tenant;
    tx.begin().await?;
    on!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::new("UPDATE shop_order SET counted_at = placed_at WHERE tenant_id = ");
        query.push_bind(tenant).push(" AND id IN (");
        let mut ids = query.separated(", ");
        for (id, ..) in &rows {
            ids.push_bind(*id);
        }
        query.push(")").build().execute(conn).await.map(drop)
    })?;
    let mut days = BTreeMap::new();
    for (_, placed, counted) in &rows {
        moved(&mut days, zone, *placed, *counted);
    }
    insert!(
        tx,
        "order_day (tenant_id, day, month, orders)",
        days.into_iter().filter(|(_, orders)| *orders != 0),
        |values, (day, orders)| {
            values.bind(tenant).bind(day).bind(Grain::Month.bucket(day)).bind(orders);
        },
        " ON CONFLICT (tenant_id, day) DO UPDATE SET orders = order_day.orders + excluded.orders"
    );
    tx.flush().await?;
    Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
}

/// Orders placed, by bucket; in one bucket 0 when time is not cut.
pub async fn orders(tx: &mut TenantTx, zone: Zone, days: Days, grain: Option<Grain>) -> Result<BTreeMap<i64, i64>> {
    let mut by_day = BTreeMap::new();
    let uncounted = if is_recounting(tx).await? {
        // Some are forgotten and others not yet: nothing that is kept is worth anything.
        let sql = "SELECT placed_at FROM shop_order WHERE tenant_id = $1 AND placed_at IS NOT NULL";
        fetch_all!(tx, (Stamp,), sql, tx.tenant)?.into_iter().map(|(placed,)| (placed, None)).collect()
    } else {
        let sql = "SELECT day, orders FROM order_day WHERE tenant_id = $1 AND day >= $2 AND day <= $3";
        by_day.extend(fetch_all!(tx, (i64, i64), sql, tx.tenant, days.first, days.last)?);
        let sql = format!("SELECT placed_at, counted_at FROM shop_order WHERE tenant_id = $1 AND {UNCOUNTED}");
        fetch_all!(tx, (Stamp, Option<Stamp>), AssertSqlSafe(sql.as_str()), tx.tenant)?
    };
    for (placed, counted) in uncounted {
        moved(&mut by_day, zone, placed, counted);
    }
    let mut buckets = BTreeMap::new();
    for (day, orders) in by_day.range(days.first..=days.last) {
        *buckets.entry(grain.map_or(0, |grain| grain.bucket(*day))).or_default() += orders;
    }
    Ok(buckets)
}

fn moved(days: &mut BTreeMap<i64, i64>, zone: Zone, placed: Stamp, counted: Option<Stamp>) {
    if let Some(counted) = counted {
        *days.entry(day_of(zone, counted.0)).or_default() -= 1;
    }
    *days.entry(day_of(zone, placed.0)).or_default() += 1;
}

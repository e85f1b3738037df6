//! Keeping the sums of the days.

use redress_domain::id::TenantId;
use redress_domain::report::cell::Cells;
use redress_domain::report::fact::Fact;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::row::{FACT, FactRow, add_cells, bind_fact, with_lines};
use crate::error::Result;
use crate::sql::column::json;
use crate::sql::{SystemTx, TenantTx, fetch_all, insert, on};

/// Tenants with something to fold: facts or orders.
pub async fn waiting(tx: &mut SystemTx) -> Result<Vec<TenantId>> {
    let tx = &mut tx.0;
    let sql = "SELECT id FROM tenant t WHERE EXISTS (SELECT 1 FROM ticket_fact f WHERE f.tenant_id = t.id AND f.pending) \
               OR EXISTS (SELECT 1 FROM shop_order o WHERE o.tenant_id = t.id AND o.placed_at IS NOT NULL \
               AND (o.counted_at IS NULL OR o.counted_at <> o.placed_at))";
    Ok(fetch_all!(tx, (Uuid,), sql)?.into_iter().map(|(id,)| TenantId::from_uuid(id)).collect())
}

/// Brings at most `limit` pending facts into the sums; answers how many. Any number of nodes may do it at once.
pub async fn fold(tx: &mut TenantTx, limit: u32) -> Result<u32> {
    let sql = format!("SELECT * FROM ticket_fact WHERE tenant_id = $1 AND pending LIMIT $2{}", tx.skip_locked());
    let mut rows = fetch_all!(tx, FactRow, AssertSqlSafe(sql.as_str()), tx.tenant, i64::from(limit))?;
    if rows.is_empty() {
        return Ok(0);
    }
    with_lines(tx, &mut rows).await?;
    let mut cells = Cells::default();
    for row in &rows {
        if let Some(folded) = &row.folded {
            cells.add(&json::<Fact>(folded, "ticket_fact", "folded", row.fact.ticket)?, -1);
        }
        cells.add(&row.fact, 1);
    }
    let tenant = tx.tenant;
    tx.begin().await?;
    on!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::new("UPDATE ticket_fact SET pending = ");
        query.push_bind(false).push(", folded = NULL, replaced = NULL WHERE tenant_id = ").push_bind(tenant).push(" AND (");
        for (place, row) in rows.iter().enumerate() {
            query.push(if place == 0 { "" } else { " OR " });
            query.push("(day = ").push_bind(row.fact.day).push(" AND ticket_id = ").push_bind(row.fact.ticket.as_uuid()).push(")");
        }
        query.push(")").build().execute(conn).await.map(drop)
    })?;
    add_cells(tx, cells.changed()).await?;
    Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
}

/// Adds facts in bulk, folded at once: for loading what another system has counted before. Their tickets must have none yet.
pub async fn load(tx: &mut TenantTx, facts: &[Fact]) -> Result<()> {
    let tenant = tx.tenant;
    let mut cells = Cells::default();
    for fact in facts {
        cells.add(fact, 1);
    }
    insert!(tx, FACT.as_str(), facts, |values, f| {
        bind_fact!(values, tenant, f, false, None::<String>);
    });
    tx.flush().await?;
    add_cells(tx, cells.changed()).await
}

//! Counting afresh: after the tenant's zone or words have changed, and for tickets that were there before they were counted.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::report::Days;
use redress_domain::report::fact::Fact;
use uuid::Uuid;

use super::fold::forget;
use super::row::{FactRow, with_lines};
use crate::error::Result;
use crate::sql::column::json;
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, insert, on};

/// Forgets everything that was counted of the tenant; all its tickets are to be counted afresh.
pub async fn begin_again(tx: &mut TenantTx) -> Result<()> {
    forget(tx).await?;
    let sql = "INSERT INTO fact_due (tenant_id, ticket_id) SELECT tenant_id, id FROM ticket WHERE tenant_id = $1 \
               ON CONFLICT (tenant_id, ticket_id) DO NOTHING";
    execute!(tx, sql, tx.tenant).map(drop)
}

/// Has tickets counted afresh from their timelines, soon: for who changes them without knowing their facts. Gathered.
pub async fn postpone(tx: &mut TenantTx, tickets: &[TicketId]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "fact_due (tenant_id, ticket_id)",
        tickets,
        |values, id| {
            values.bind(tenant).bind(id.as_uuid());
        },
        " ON CONFLICT (tenant_id, ticket_id) DO NOTHING"
    );
    Ok(())
}

/// Tenants with tickets to be counted afresh.
pub async fn postponed(tx: &mut SystemTx) -> Result<Vec<TenantId>> {
    let tx = &mut tx.0;
    let sql = "SELECT id FROM tenant t WHERE EXISTS (SELECT 1 FROM fact_due d WHERE d.tenant_id = t.id)";
    Ok(fetch_all!(tx, (Uuid,), sql)?.into_iter().map(|(id,)| TenantId::from_uuid(id)).collect())
}

/// Takes at most `limit` tickets to be counted afresh off the list, and holds them: nobody changes them until the transaction ends.
pub async fn take_postponed(tx: &mut TenantTx, limit: u32) -> Result<Vec<TicketId>> {
    let sql = "SELECT ticket_id FROM fact_due WHERE tenant_id = $1 ORDER BY ticket_id LIMIT $2";
    let wanted = fetch_all!(tx, (Uuid,), sql, tx.tenant, i64::from(limit))?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    // First the tickets, then the list, as writers of tickets do; the other way round two of them could wait for each other. The first
    // sets nothing, and so only waits for whoever changes them.
    for start in ["UPDATE ticket SET version = version WHERE tenant_id = ", "DELETE FROM fact_due WHERE tenant_id = "] {
        let (tenant, column) = (tx.tenant, if start.starts_with("UPDATE") { " AND id IN (" } else { " AND ticket_id IN (" });
        tx.begin().await?;
        on!(tx, |conn| {
            let mut query = sqlx::QueryBuilder::new(start);
            query.push_bind(tenant).push(column);
            let mut ids = query.separated(", ");
            for (id,) in &wanted {
                ids.push_bind(*id);
            }
            query.push(")").build().execute(conn).await.map(drop)
        })?;
    }
    Ok(wanted.into_iter().map(|(id,)| TicketId::from_uuid(id)).collect())
}

/// Facts that the kept sums do not show as they are, with what the sums show of them instead.
pub async fn pending(tx: &mut TenantTx, days: Days) -> Result<Vec<(Fact, Option<Fact>)>> {
    let sql = "SELECT * FROM ticket_fact WHERE tenant_id = $1 AND pending AND day >= $2 AND day <= $3";
    let mut rows = fetch_all!(tx, FactRow, sql, tx.tenant, days.first, days.last)?;
    with_lines(tx, &mut rows).await?;
    rows.into_iter()
        .map(|row| {
            debug_assert!(row.pending, "the query asks for pending facts");
            let folded = row.folded.map(|text| json(&text, "ticket_fact", "folded", row.fact.ticket)).transpose()?;
            Ok((row.fact, folded))
        })
        .collect()
}

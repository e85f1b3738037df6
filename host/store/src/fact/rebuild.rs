//! Counting afresh: after the tenant's zone or words have changed, and for tickets that were there before they were counted.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::report::Days;
use redress_domain::report::cell::Cells;
use redress_domain::report::fact::{Fact, LineFact};
use redress_domain::ticket::Ticket;
use uuid::Uuid;

use super::row::{FactRow, add_cells, with_lines};
use crate::error::Result;
use crate::sql::column::json;
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert, on};

/// The stages of counting afresh, as they are kept.
const TICKETS: &str = "tickets";
const ORDERS: &str = "orders";

/// Has all tickets and orders of the tenant counted afresh, slice by slice ([`go_on`]); from the beginning when that is under way. Until a
/// ticket is reached, reports show it as it was counted before.
pub async fn begin_again(tx: &mut TenantTx) -> Result<()> {
    let sql = "INSERT INTO recount (tenant_id, stage, after_id) VALUES ($1, $2, $3) \
               ON CONFLICT (tenant_id) DO UPDATE SET stage = excluded.stage, after_id = excluded.after_id";
    execute!(tx, sql, tx.tenant, TICKETS, Uuid::nil()).map(drop)
}

/// Tenants that are being counted afresh.
pub async fn recounting(tx: &mut SystemTx) -> Result<Vec<TenantId>> {
    let tx = &mut tx.0;
    let rows = fetch_all!(tx, (Uuid,), "SELECT tenant_id FROM recount")?;
    Ok(rows.into_iter().map(|(id,)| TenantId::from_uuid(id)).collect())
}

/// True while the tenant is being counted afresh.
pub(super) async fn is_recounting(tx: &mut TenantTx) -> Result<bool> {
    let found = fetch_all!(tx, (String,), "SELECT stage FROM recount WHERE tenant_id = $1", tx.tenant)?;
    Ok(!found.is_empty())
}

/// Takes the next `limit` tickets or orders of a tenant that is being counted afresh: tickets are put on the list of those to be counted,
/// orders are forgotten. Answers whether something is left. Any number of nodes may do it; one waits for the other.
pub async fn go_on(tx: &mut TenantTx, limit: u32) -> Result<bool> {
    let sql = "UPDATE recount SET stage = stage WHERE tenant_id = $1 RETURNING stage, after_id";
    let Some((stage, after)) = fetch_optional!(tx, (String, Uuid), sql, tx.tenant)? else { return Ok(false) };
    let sql = match stage.as_str() {
        TICKETS => "SELECT id FROM ticket WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3",
        _ => "SELECT id FROM shop_order WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    };
    let slice = fetch_all!(tx, (Uuid,), sql, tx.tenant, after, i64::from(limit))?;
    let last = slice.last().map_or(after, |(id,)| *id);
    if stage == TICKETS {
        let tickets: Vec<TicketId> = slice.iter().map(|(id,)| TicketId::from_uuid(*id)).collect();
        postpone(tx, &tickets).await?;
    } else {
        let sql = "UPDATE shop_order SET counted_at = NULL WHERE tenant_id = $1 AND id > $2 AND id <= $3 AND counted_at IS NOT NULL";
        execute!(tx, sql, tx.tenant, after, last)?;
    }
    let whole = slice.len() == usize::try_from(limit).unwrap_or(usize::MAX);
    if !whole && stage != TICKETS {
        // Nobody counts orders meanwhile, so that none is in there any more.
        execute!(tx, "DELETE FROM order_day WHERE tenant_id = $1", tx.tenant)?;
        execute!(tx, "DELETE FROM recount WHERE tenant_id = $1", tx.tenant)?;
        return Ok(false);
    }
    let (stage, after) = if whole { (stage.as_str(), last) } else { (ORDERS, Uuid::nil()) };
    execute!(tx, "UPDATE recount SET stage = $2, after_id = $3 WHERE tenant_id = $1", tx.tenant, stage, after)?;
    Ok(true)
}

/// Takes a ticket's fact away, and what the kept sums show of it: its day is another one now. Whoever thinks about the ticket in this
/// moment remembers the old day, and so reads it again: its version moves.
pub async fn remove(tx: &mut TenantTx, ticket: &Ticket, fact: &Fact) -> Result<()> {
    let sql = "DELETE FROM ticket_fact WHERE tenant_id = $1 AND day = $2 AND ticket_id = $3 RETURNING *";
    let rows = fetch_all!(tx, FactRow, sql, tx.tenant, fact.day, ticket.id.as_uuid())?;
    let mut cells = Cells::default();
    for row in rows {
        match row.folded {
            Some(folded) => cells.add(&json::<Fact>(&folded, "ticket_fact", "folded", ticket.id)?, -1),
            None if row.pending => {}
            None => cells.add(&Fact { lines: LineFact::of(ticket), ..row.fact }, -1),
        }
    }
    add_cells(tx, cells.changed()).await?;
    execute!(tx, "UPDATE ticket SET version = version + 1 WHERE tenant_id = $1 AND id = $2", tx.tenant, ticket.id.as_uuid()).map(drop)
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

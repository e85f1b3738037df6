//! Counting afresh: after the tenant's zone or words have changed, and for tickets that were there before they were counted.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::report::Days;
use redress_domain::report::fact::Fact;
use uuid::Uuid;

use super::fold::forget;
use super::row::{FactRow, with_lines};
use crate::error::Result;
use crate::sql::column::json;
use crate::sql::{SystemTx, TenantTx, execute, fetch_all};

/// Forgets everything that was counted of the tenant, who then is among [`uncounted`].
pub async fn begin_again(tx: &mut TenantTx) -> Result<()> {
    forget(tx).await?;
    execute!(tx, "UPDATE tenant SET counted = $2 WHERE id = $1", tx.tenant, false).map(drop)
}

/// Tenants whose tickets are not all counted.
pub async fn uncounted(tx: &mut SystemTx) -> Result<Vec<TenantId>> {
    let tx = &mut tx.0;
    Ok(fetch_all!(tx, (Uuid,), "SELECT id FROM tenant WHERE NOT counted")?.into_iter().map(|(id,)| TenantId::from_uuid(id)).collect())
}

/// The next tickets to count, behind `after`, in the order of their ids.
pub async fn next_uncounted(tx: &mut TenantTx, after: Option<TicketId>, limit: u32) -> Result<Vec<TicketId>> {
    let sql = "SELECT id FROM ticket WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    let after = after.map_or(Uuid::nil(), |id| id.as_uuid());
    let rows = fetch_all!(tx, (Uuid,), sql, tx.tenant, after, i64::from(limit))?;
    Ok(rows.into_iter().map(|(id,)| TicketId::from_uuid(id)).collect())
}

/// Notes that all tickets of the tenant are counted.
pub async fn counted(tx: &mut TenantTx) -> Result<()> {
    execute!(tx, "UPDATE tenant SET counted = $2 WHERE id = $1", tx.tenant, true).map(drop)
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

//! What was fetched from the shelves.

use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use redress_domain::status::CaseStatus;
use redress_domain::timeline::Actor;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, insert};

/// Tickets whose goods wait to be fetched, oldest first, at most `limit`.
pub async fn open(tx: &mut TenantTx, limit: u32) -> Result<Vec<TicketId>> {
    let sql = "SELECT id FROM ticket WHERE tenant_id = $1 AND case_status IN ($2, $3) AND NOT EXISTS \
               (SELECT 1 FROM picked WHERE picked.tenant_id = ticket.tenant_id AND picked.ticket_id = ticket.id) ORDER BY id LIMIT $4";
    let (fulfilling, back) = (CaseStatus::Fulfilling.as_str(), CaseStatus::SendBack.as_str());
    let rows = fetch_all!(tx, (Uuid,), sql, tx.tenant, fulfilling, back, i64::from(limit))?;
    Ok(rows.into_iter().map(|(id,)| TicketId::from_uuid(id)).collect())
}

/// Notes that the goods of a ticket were fetched. Gathered.
///
/// # Errors
/// [`crate::Error::NotUnique`] `picked` when they were fetched before.
pub async fn insert(tx: &mut TenantTx, ticket: TicketId, by: &Actor, at: Timestamp) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "picked (tenant_id, ticket_id, picked_by, at)", [(ticket, by)], |values, (ticket, by)| {
        values.bind(tenant).bind(ticket.as_uuid()).bind(by.to_string()).bind(Stamp(at));
    });
    Ok(())
}

/// When the goods of a ticket were fetched; none when they lie on their shelves, or have left.
pub async fn find(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<Timestamp>> {
    let rows = fetch_all!(tx, (Stamp,), "SELECT at FROM picked WHERE tenant_id = $1 AND ticket_id = $2", tx.tenant, ticket.as_uuid())?;
    Ok(rows.into_iter().next().map(|(at,)| at.0))
}

/// Forgets it, because the goods have left.
pub async fn clear(tx: &mut TenantTx, ticket: TicketId) -> Result<()> {
    execute!(tx, "DELETE FROM picked WHERE tenant_id = $1 AND ticket_id = $2", tx.tenant, ticket.as_uuid()).map(drop)
}

//! What was fetched from the shelves.

use redress_domain::Timestamp;
use redress_domain::fulfilment::ReplacementState;
use redress_domain::id::TicketId;
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::timeline::Actor;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, insert};

/// Tickets whose goods wait to be fetched, oldest first behind `after`, at most `limit`. What has left, or is not here to be sent back,
/// takes nobody's place.
pub async fn open(tx: &mut TenantTx, after: Option<TicketId>, limit: u32) -> Result<Vec<TicketId>> {
    let sql = "SELECT id FROM ticket AS t WHERE t.tenant_id = $1 AND t.case_status IN ($2, $3) AND t.id > $5 \
               AND NOT EXISTS (SELECT 1 FROM picked AS p WHERE p.tenant_id = t.tenant_id AND p.ticket_id = t.id) \
               AND CASE WHEN t.case_status = $3 \
                 THEN t.goods IN ($6, $7, $8) OR EXISTS (SELECT 1 FROM inspection AS i WHERE i.tenant_id = t.tenant_id AND i.ticket_id = t.id) \
                 ELSE CASE WHEN EXISTS (SELECT 1 FROM replacement AS r WHERE r.tenant_id = t.tenant_id AND r.ticket_id = t.id) \
                   THEN EXISTS (SELECT 1 FROM replacement AS r WHERE r.tenant_id = t.tenant_id AND r.ticket_id = t.id AND r.state = $9) \
                   ELSE t.goods <> $10 END END \
               ORDER BY t.id LIMIT $4";
    let (fulfilling, back) = (CaseStatus::Fulfilling.as_str(), CaseStatus::SendBack.as_str());
    let (whole, part, seen) = (GoodsStatus::Received.as_str(), GoodsStatus::PartiallyReceived.as_str(), GoodsStatus::Inspected.as_str());
    let (ready, left) = (ReplacementState::Ready.as_str(), GoodsStatus::ReplacementShipped.as_str());
    let after = after.map_or(Uuid::nil(), |id| id.as_uuid());
    let rows = fetch_all!(tx, (Uuid,), sql, tx.tenant, fulfilling, back, i64::from(limit), after, whole, part, seen, ready, left)?;
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

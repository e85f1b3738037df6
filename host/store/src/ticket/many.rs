//! Many tickets at once, for work that wakes thousands in one second.

use redress_domain::Timestamp;
use redress_domain::id::TicketId;
use redress_domain::ticket::{Priority, Ticket};
use uuid::Uuid;

use super::row::{TicketRow, with_lines};
use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built};

/// The tickets with these ids, in no order; those that do not exist are left out.
pub async fn find_many(tx: &mut TenantTx, tickets: &[TicketId]) -> Result<Vec<Ticket>> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, TicketRow, "SELECT * FROM ticket WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND id IN (");
        let mut ids = query.separated(", ");
        for ticket in tickets {
            ids.push_bind(ticket.as_uuid());
        }
        query.push(")");
    })?;
    with_lines(tx, rows).await
}

/// Counts a change of tickets that are at the versions given, and gives them a priority when there is one. Answers which: the
/// others are at another version.
pub async fn advance_many(
    tx: &mut TenantTx,
    tickets: &[(TicketId, i64)],
    priority: Option<Priority>,
    now: Timestamp,
) -> Result<Vec<TicketId>> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (Uuid,), "UPDATE ticket SET version = version + 1, updated_at = ", |query| {
        query.push_bind(Stamp(now));
        if let Some(priority) = priority {
            query.push(", priority = ").push_bind(priority.as_str());
        }
        query.push(" WHERE tenant_id = ").push_bind(tenant).push(" AND (id, version) IN (");
        query.push_values(tickets, |mut values, (ticket, version)| {
            values.push_bind(ticket.as_uuid()).push_bind(*version);
        });
        query.push(") RETURNING id");
    })?;
    Ok(rows.into_iter().map(|(id,)| TicketId::from_uuid(id)).collect())
}

//! Looking one ticket up.

use redress_domain::id::TicketId;
use redress_domain::ticket::Ticket;

use super::row::{TicketRow, with_lines};
use crate::error::Result;
use crate::sql::{TenantTx, fetch_all};

/// The ticket with this id.
pub async fn find(tx: &mut TenantTx, id: TicketId) -> Result<Option<Ticket>> {
    let sql = "SELECT * FROM ticket WHERE tenant_id = $1 AND id = $2";
    let rows = fetch_all!(tx, TicketRow, sql, tx.tenant, id.as_uuid())?;
    Ok(with_lines(tx, rows).await?.pop())
}

/// The ticket with the number people use.
pub async fn find_by_number(tx: &mut TenantTx, number: &str) -> Result<Option<Ticket>> {
    let sql = "SELECT * FROM ticket WHERE tenant_id = $1 AND number = $2";
    let rows = fetch_all!(tx, TicketRow, sql, tx.tenant, number)?;
    Ok(with_lines(tx, rows).await?.pop())
}

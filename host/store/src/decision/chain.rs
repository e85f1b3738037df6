//! The seals that chain the decisions of a ticket.

use redress_domain::id::{DecisionId, TicketId};
use uuid::Uuid;

use super::Seal;
use crate::error::Result;
use crate::sql::column::{count, digest};
use crate::sql::{TenantTx, fetch_all, fetch_one, fetch_optional};

/// The seal of a ticket's last decision; `None` before the first.
pub async fn head(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<Seal>> {
    let sql = "SELECT place, seal FROM decision WHERE tenant_id = $1 AND ticket_id = $2 AND seal IS NOT NULL ORDER BY place DESC LIMIT 1";
    let row = fetch_optional!(tx, (i64, Vec<u8>), sql, tx.tenant, ticket.as_uuid())?;
    row.map(|(place, seal)| Ok(Seal { place, digest: digest(&seal, "decision", "seal", ticket)? })).transpose()
}

/// All seals of a ticket in their order, with the decisions they close.
pub async fn seals(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<(DecisionId, Seal)>> {
    let sql = "SELECT id, place, seal FROM decision WHERE tenant_id = $1 AND ticket_id = $2 AND seal IS NOT NULL ORDER BY place";
    fetch_all!(tx, (Uuid, i64, Vec<u8>), sql, tx.tenant, ticket.as_uuid())?
        .into_iter()
        .map(|(id, place, seal)| {
            let id = DecisionId::from_uuid(id);
            Ok((id, Seal { place, digest: digest(&seal, "decision", "seal", id)? }))
        })
        .collect()
}

/// How many decisions a ticket has, sealed or not.
pub async fn count_by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM decision WHERE tenant_id = $1 AND ticket_id = $2";
    let (decisions,) = fetch_one!(tx, (i64,), sql, tx.tenant, ticket.as_uuid())?;
    count(decisions, "decision", "count", ticket)
}

//! Tickets that changed lately, for those who watch.

use redress_domain::clock::Timestamp;
use redress_domain::id::TicketId;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all};

/// A ticket that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Which.
    pub id: TicketId,
    /// The number people use.
    pub number: String,
    /// Counts its changes.
    pub version: i64,
}

/// What changed since a moment, this included; of more than `most` the newest.
pub async fn changed(tx: &mut TenantTx, since: Timestamp, most: u32) -> Result<Vec<Changed>> {
    let sql = "SELECT id, number, version FROM ticket WHERE tenant_id = $1 AND updated_at >= $2 ORDER BY updated_at DESC LIMIT $3";
    let rows = fetch_all!(tx, (Uuid, String, i64), sql, tx.tenant, Stamp(since), i64::from(most))?;
    Ok(rows.into_iter().map(|(id, number, version)| Changed { id: TicketId::from_uuid(id), number, version }).collect())
}

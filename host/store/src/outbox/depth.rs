//! How much waits, for the metrics.

use crate::error::Result;
use crate::sql::column::count;
use crate::sql::{SystemTx, fetch_one};

/// Messages of all tenants that have not arrived.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// Waiting for their turn or their next try.
    pub pending: u32,
    /// Given up.
    pub dead: u32,
}

/// Counts what has not arrived; served by the two partial indexes, whatever has been delivered over the years.
pub async fn depth(tx: &mut SystemTx) -> Result<Depth> {
    let tx = &mut tx.0;
    let sql = "SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'pending'), (SELECT COUNT(*) FROM outbox WHERE state = 'dead')";
    let (pending, dead) = fetch_one!(tx, (i64, i64), sql)?;
    Ok(Depth { pending: count(pending, "outbox", "state", "pending")?, dead: count(dead, "outbox", "state", "dead")? })
}

//! How much waits, for the metrics.

use crate::error::Result;
use crate::sql::column::count;
use crate::sql::{SystemTx, fetch_all};

/// Messages of all tenants that have not arrived.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Depth {
    /// Waiting for their turn or their next try.
    pub pending: u32,
    /// Given up.
    pub dead: u32,
}

/// Counts what has not arrived; served by the partial index, whatever has been delivered over the years.
pub async fn depth(tx: &mut SystemTx) -> Result<Depth> {
    let tx = &mut tx.0;
    let sql = "SELECT state, COUNT(*) FROM outbox WHERE state <> 'delivered' GROUP BY state";
    let mut depth = Depth::default();
    for (state, messages) in fetch_all!(tx, (String, i64), sql)? {
        let messages = count(messages, "outbox", "state", &state)?;
        match state.as_str() {
            "dead" => depth.dead = messages,
            _ => depth.pending += messages,
        }
    }
    Ok(depth)
}

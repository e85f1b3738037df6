//! Counters.

use crate::error::Result;
use crate::sql::{TenantTx, fetch_one};

/// Reserves `count` numbers and answers the first; a counter begins at 1. Reserve a block in a transaction of its own and hand
/// its numbers out from memory: a counter that every ticket touches would make tickets wait for each other. Numbers of a
/// block that is not used up are lost.
pub async fn reserve(tx: &mut TenantTx, name: &str, count: u32) -> Result<i64> {
    let sql = "INSERT INTO sequence (tenant_id, name, next_value) VALUES ($1, $2, $3 + 1) \
               ON CONFLICT (tenant_id, name) DO UPDATE SET next_value = sequence.next_value + $3 RETURNING next_value - $3";
    let (first,) = fetch_one!(tx, (i64,), sql, tx.tenant, name, i64::from(count))?;
    Ok(first)
}

//! Passwords of people, hashed.

use redress_domain::Timestamp;
use redress_domain::id::UserId;

use crate::error::Result;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_optional};

/// Sets the hash of a user's password, a PHC string.
pub async fn set(tx: &mut TenantTx, user: UserId, hash: &str, now: Timestamp) -> Result<()> {
    let sql = "INSERT INTO password (tenant_id, account_id, hash, changed_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (tenant_id, account_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at";
    execute!(tx, sql, tx.tenant, user.as_uuid(), hash, Stamp(now))?;
    Ok(())
}

/// The hash of a user's password; `None` for who has none.
pub async fn find(tx: &mut TenantTx, user: UserId) -> Result<Option<String>> {
    let sql = "SELECT hash FROM password WHERE tenant_id = $1 AND account_id = $2";
    Ok(fetch_optional!(tx, (String,), sql, tx.tenant, user.as_uuid())?.map(|(hash,)| hash))
}

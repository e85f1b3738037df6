//! Keys whose signatures on plugins a tenant trusts.

use redress_domain::PublicKey;
use redress_domain::id::SigningKeyId;
use redress_domain::signing_key::SigningKey;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, insert};

#[derive(sqlx::FromRow)]
struct KeyRow {
    id: Uuid,
    name: String,
    public_key: Vec<u8>,
    created_at: Stamp,
}

impl TryFrom<KeyRow> for SigningKey {
    type Error = Error;

    fn try_from(row: KeyRow) -> Result<Self> {
        let id = SigningKeyId::from_uuid(row.id);
        let public_key = PublicKey::from_bytes(&row.public_key).ok_or_else(|| Error::corrupt("signing_key", "public_key", id))?;
        Ok(Self { id, name: row.name, public_key, created_at: row.created_at.0 })
    }
}

/// Trusts a key.
///
/// # Errors
/// [`Error::NotUnique`] `signing_key` when it is trusted already.
pub async fn insert(tx: &mut TenantTx, key: &SigningKey) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "signing_key (tenant_id, id, name, public_key, created_at)", [key], |values, k| {
        values.bind(tenant).bind(k.id.as_uuid()).bind(&k.name).bind(k.public_key.as_bytes().to_vec()).bind(Stamp(k.created_at));
    });
    tx.flush().await
}

/// All keys, oldest first.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<SigningKey>> {
    let sql = "SELECT id, name, public_key, created_at FROM signing_key WHERE tenant_id = $1 ORDER BY id";
    let rows = fetch_all!(tx, KeyRow, sql, tx.tenant)?;
    rows.into_iter().map(SigningKey::try_from).collect()
}

/// Trusts a key no more. Plugins it signed stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: SigningKeyId) -> Result<()> {
    match execute!(tx, "DELETE FROM signing_key WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "signing key", id: id.to_string() }),
        _ => Ok(()),
    }
}

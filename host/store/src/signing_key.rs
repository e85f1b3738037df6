//! Keys whose signatures on plugins a tenant trusts.

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

/// Trusts a key.
///
/// # Errors
/// [`Error::NotUnique`] `signing_key` when it is trusted already; [`Error::Corrupt`] when it is not 64 hexadecimal digits.
pub async fn insert(tx: &mut TenantTx, key: &SigningKey) -> Result<()> {
    let tenant = tx.tenant;
    let bytes = unhex(&key.public_key).ok_or_else(|| Error::corrupt("signing_key", "public_key", key.id))?;
    insert!(tx, "signing_key (tenant_id, id, name, public_key, created_at)", [key], |values, k| {
        values.bind(tenant).bind(k.id.as_uuid()).bind(&k.name).bind(bytes.clone()).bind(Stamp(k.created_at));
    });
    tx.flush().await
}

/// All keys, oldest first.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<SigningKey>> {
    let sql = "SELECT id, name, public_key, created_at FROM signing_key WHERE tenant_id = $1 ORDER BY id";
    let rows = fetch_all!(tx, KeyRow, sql, tx.tenant)?;
    let key = |row: KeyRow| SigningKey {
        id: SigningKeyId::from_uuid(row.id),
        name: row.name,
        public_key: row.public_key.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")),
        created_at: row.created_at.0,
    };
    Ok(rows.into_iter().map(key).collect())
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

fn unhex(text: &str) -> Option<Vec<u8>> {
    (text.len() == 64).then_some(())?;
    (0..32).map(|place| u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()).collect()
}

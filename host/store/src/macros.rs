//! Texts that agents insert.

use redress_domain::id::MacroId;
use redress_domain::macros::Macro;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct MacroRow {
    id: Uuid,
    version: i64,
    key: String,
    name: String,
    body: String,
    acts: String,
    updated_at: Stamp,
}

impl MacroRow {
    fn into_macro(self) -> Result<Macro> {
        let id = MacroId::from_uuid(self.id);
        let acts = json(&self.acts, "macro", "acts", id)?;
        Ok(Macro { id, version: self.version, key: self.key, name: self.name, body: self.body, acts, updated_at: self.updated_at.0 })
    }
}

/// Adds a macro.
///
/// # Errors
/// [`Error::NotUnique`] `macro_key`.
pub async fn insert(tx: &mut TenantTx, new: &Macro) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "macro (tenant_id, id, version, key, name, body, acts, updated_at)", [new], |values, m| {
        values.bind(tenant).bind(m.id.as_uuid()).bind(m.version).bind(&m.key).bind(&m.name).bind(&m.body);
        values.bind(to_json(&m.acts)).bind(Stamp(m.updated_at));
    });
    tx.flush().await
}

/// Replaces a macro that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, new: &Macro, expected: i64) -> Result<()> {
    let sql = "UPDATE macro SET version = $4, name = $5, body = $6, acts = $7, updated_at = $8 \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (id, acts, at) = (new.id.as_uuid(), to_json(&new.acts), Stamp(new.updated_at));
    match execute!(tx, sql, tx.tenant, id, expected, new.version, &new.name, &new.body, &acts, at)? {
        0 => Err(Error::Stale { what: "macro", id: new.key.clone(), expected }),
        _ => Ok(()),
    }
}

/// The macro with this key.
pub async fn find_by_key(tx: &mut TenantTx, key: &str) -> Result<Option<Macro>> {
    let sql = "SELECT * FROM macro WHERE tenant_id = $1 AND key = $2";
    fetch_optional!(tx, MacroRow, sql, tx.tenant, key)?.map(MacroRow::into_macro).transpose()
}

/// All macros by key.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Macro>> {
    let sql = "SELECT * FROM macro WHERE tenant_id = $1 ORDER BY key";
    fetch_all!(tx, MacroRow, sql, tx.tenant)?.into_iter().map(MacroRow::into_macro).collect()
}

/// Deletes a macro.
///
/// # Errors
/// [`Error::Stale`] when somebody else changed it first, or it went.
pub async fn delete(tx: &mut TenantTx, key: &str, expected: i64) -> Result<()> {
    match execute!(tx, "DELETE FROM macro WHERE tenant_id = $1 AND key = $2 AND version = $3", tx.tenant, key, expected)? {
        0 => Err(Error::Stale { what: "macro", id: key.to_owned(), expected }),
        _ => Ok(()),
    }
}

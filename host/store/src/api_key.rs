//! Bearer keys.

use redress_domain::Timestamp;
use redress_domain::digest::Digest;
use redress_domain::id::{ApiKeyId, UserId};
use redress_domain::role::Role;
use redress_domain::tenant::{ApiKey, Tenant, User};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{digest, json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};
use crate::{role, tenant, user};

#[derive(sqlx::FromRow)]
struct KeyRow {
    id: Uuid,
    account_id: Uuid,
    name: String,
    secret_digest: Vec<u8>,
    scopes: Option<String>,
    created_at: Stamp,
    revoked_at: Option<Stamp>,
    expires_at: Option<Stamp>,
}

impl KeyRow {
    fn into_key(self) -> Result<ApiKey> {
        let id = ApiKeyId::from_uuid(self.id);
        Ok(ApiKey {
            id,
            user: UserId::from_uuid(self.account_id),
            name: self.name,
            secret_digest: digest(&self.secret_digest, "api_key", "secret_digest", id)?,
            scopes: self.scopes.map(|scopes| json(&scopes, "api_key", "scopes", id)).transpose()?,
            created_at: self.created_at.0,
            revoked_at: self.revoked_at.map(|at| at.0),
            expires_at: self.expires_at.map(|at| at.0),
        })
    }
}

/// Adds a key of an existing user.
pub async fn insert(tx: &mut TenantTx, key: &ApiKey) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "api_key (tenant_id, id, account_id, name, secret_digest, scopes, created_at, revoked_at, expires_at)",
        [key],
        |values, k| {
            values.bind(tenant).bind(k.id.as_uuid()).bind(k.user.as_uuid()).bind(&k.name);
            values.bind(&k.secret_digest.as_bytes()[..]).bind(k.scopes.as_ref().map(to_json));
            values.bind(Stamp(k.created_at)).bind(k.revoked_at.map(Stamp)).bind(k.expires_at.map(Stamp));
        }
    );
    tx.flush().await
}

/// All keys that were issued to the tenant, revoked ones too, newest first; sessions are not among them.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<ApiKey>> {
    let sql = "SELECT * FROM api_key WHERE tenant_id = $1 AND expires_at IS NULL ORDER BY id DESC";
    fetch_all!(tx, KeyRow, sql, tx.tenant)?.into_iter().map(KeyRow::into_key).collect()
}

/// Stops a key from working; a second time changes nothing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn revoke(tx: &mut TenantTx, id: ApiKeyId, now: Timestamp) -> Result<()> {
    let sql = "UPDATE api_key SET revoked_at = COALESCE(revoked_at, $3) WHERE tenant_id = $1 AND id = $2";
    match execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(now))? {
        0 => Err(Error::NotFound { what: "api_key", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// Ends one session; false when the key is none.
pub async fn end_session(tx: &mut TenantTx, id: ApiKeyId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE api_key SET revoked_at = COALESCE(revoked_at, $3) WHERE tenant_id = $1 AND id = $2 AND expires_at IS NOT NULL";
    Ok(execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(now))? > 0)
}

/// Ends all sessions of a user.
pub async fn end_sessions(tx: &mut TenantTx, user: UserId, now: Timestamp) -> Result<u64> {
    let sql =
        "UPDATE api_key SET revoked_at = $3 WHERE tenant_id = $1 AND account_id = $2 AND expires_at IS NOT NULL AND revoked_at IS NULL";
    execute!(tx, sql, tx.tenant, user.as_uuid(), Stamp(now))
}

/// Forgets sessions that ended before a moment, over all tenants, and says how many there were.
pub async fn purge_sessions(tx: &mut SystemTx, before: Timestamp) -> Result<u64> {
    let tx = &mut tx.0;
    execute!(tx, "DELETE FROM api_key WHERE expires_at IS NOT NULL AND expires_at < $1", Stamp(before))
}

/// Whom a secret belongs to: the key (revoked ones too), its user (disabled ones too), their tenant, and the roles the user
/// holds.
pub async fn find_by_secret_digest(tx: &mut SystemTx, secret: Digest) -> Result<Option<(Tenant, User, ApiKey, Vec<Role>)>> {
    let tx = &mut tx.0;
    let sql = "SELECT * FROM api_key WHERE secret_digest = $1";
    let sql_tenant = "SELECT t.* FROM tenant t JOIN api_key k ON k.tenant_id = t.id WHERE k.secret_digest = $1";
    let Some(key) = fetch_optional!(tx, KeyRow, sql, &secret.as_bytes()[..])? else {
        return Ok(None);
    };
    let Some(tenant) = fetch_optional!(tx, tenant::TenantRow, sql_tenant, &secret.as_bytes()[..])? else {
        return Ok(None);
    };
    let (tenant, key) = (tenant.into_tenant()?, key.into_key()?);
    tx.tenant = tenant.id.as_uuid();
    let Some(user) = user::find(tx, key.user).await? else {
        return Ok(None);
    };
    let sql = "SELECT r.name, r.approval_rank, r.permissions, r.description, r.fields, r.version FROM role r \
               JOIN account_role h ON h.tenant_id = r.tenant_id AND h.role = r.name \
               WHERE h.tenant_id = $1 AND h.account_id = $2 ORDER BY r.name";
    let roles = fetch_all!(tx, role::RoleRow, sql, tx.tenant, key.user.as_uuid())?;
    let roles = roles.into_iter().map(role::RoleRow::into_role).collect::<Result<_>>()?;
    Ok(Some((tenant, user, key, roles)))
}

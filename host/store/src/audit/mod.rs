//! The operation log: append-only rows, and the seals that chain them.

mod seal;
mod trail;

use redress_domain::Timestamp;
use redress_domain::audit::{AuditEntry, AuditRow};
use redress_domain::id::{ApiKeyId, AuditId, UserId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{count, digest};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built, insert};

pub use seal::{Checked, SEALED_AT_ONCE, seal, unsealed, verify};
pub use trail::Trail;

#[derive(sqlx::FromRow)]
struct EntryRow {
    id: Uuid,
    at: Stamp,
    account_id: Option<Uuid>,
    key_id: Option<Uuid>,
    address: Option<String>,
    method: String,
    path: String,
    operation: String,
    resource: String,
    resource_id: Option<String>,
    version_before: Option<i64>,
    version_after: Option<i64>,
    status: i64,
    code: Option<String>,
    request_id: String,
    suppressed: i64,
    hash: Vec<u8>,
    seal: Option<i64>,
}

/// The columns, in a query that adds its conditions.
const SELECT: &str = "SELECT id, at, account_id, key_id, address, method, path, operation, resource, resource_id, version_before, \
     version_after, status, code, request_id, suppressed, hash, seal FROM audit_entry WHERE tenant_id = ";

impl EntryRow {
    fn into_row(self) -> Result<AuditRow> {
        let id = AuditId::from_uuid(self.id);
        let entry = AuditEntry {
            id,
            at: self.at.0,
            user: self.account_id.map(UserId::from_uuid),
            key: self.key_id.map(ApiKeyId::from_uuid),
            address: self.address,
            method: self.method,
            path: self.path,
            operation: self.operation,
            resource: self.resource,
            resource_id: self.resource_id,
            before: self.version_before,
            after: self.version_after,
            status: count(self.status, "audit_entry", "status", id)?,
            code: self.code,
            request: self.request_id,
            suppressed: count(self.suppressed, "audit_entry", "suppressed", id)?,
        };
        Ok(AuditRow { entry, hash: digest(&self.hash, "audit_entry", "hash", id)?, seal: self.seal })
    }
}

/// Adds a row. Gathered: it leaves with the change that it tells of.
pub async fn append(tx: &mut TenantTx, entry: &AuditEntry) -> Result<()> {
    let (tenant, hash) = (tx.tenant, entry.digest(tx.tenant()));
    insert!(
        tx,
        "audit_entry (tenant_id, id, at, account_id, key_id, address, method, path, operation, resource, resource_id, version_before, \
         version_after, status, code, request_id, suppressed, hash)",
        [entry],
        |values, e| {
            values.bind(tenant).bind(e.id.as_uuid()).bind(Stamp(e.at)).bind(e.user.map(|id| id.as_uuid()));
            values.bind(e.key.map(|id| id.as_uuid())).bind(&e.address).bind(&e.method).bind(&e.path).bind(&e.operation);
            values.bind(&e.resource).bind(&e.resource_id).bind(e.before).bind(e.after).bind(i64::from(e.status)).bind(&e.code);
            values.bind(&e.request).bind(i64::from(e.suppressed)).bind(&hash.as_bytes()[..]);
        }
    );
    Ok(())
}

/// Which rows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only what this user did.
    pub user: Option<UserId>,
    /// Only what was done to this kind of thing.
    pub resource: Option<String>,
    /// Only what was done to the thing with this id.
    pub id: Option<String>,
    /// Only from this moment on.
    pub from: Option<Timestamp>,
    /// Only before this moment.
    pub to: Option<Timestamp>,
    /// Only what was refused, or only what was not.
    pub refused: Option<bool>,
}

/// A page of rows, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<AuditRow>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, EntryRow, SELECT, |query| {
        query.push_bind(tenant);
        if let Some(user) = filter.user {
            query.push(" AND account_id = ").push_bind(user.as_uuid());
        }
        if let Some(resource) = &filter.resource {
            query.push(" AND resource = ").push_bind(resource.clone());
        }
        if let Some(id) = &filter.id {
            query.push(" AND resource_id = ").push_bind(id.clone());
        }
        if let Some(from) = filter.from {
            query.push(" AND at >= ").push_bind(Stamp(from));
        }
        if let Some(to) = filter.to {
            query.push(" AND at < ").push_bind(Stamp(to));
        }
        match filter.refused {
            Some(true) => query.push(" AND status >= 400"),
            Some(false) => query.push(" AND status < 400"),
            None => &mut query,
        };
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(EntryRow::into_row).collect::<Result<_>>()?, next))
}

/// What was read of a seal's rows cannot be used.
fn raced() -> Error {
    Error::NotUnique { what: "audit_seal" }
}

//! The history of bindings: every state, who made it, and why.

use redress_domain::binding::{Binding, Revision};
use redress_domain::id::BindingId;

use crate::error::{Error, Result};
use crate::sql::column::{json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, insert};

#[derive(sqlx::FromRow)]
struct RevisionRow {
    content: String,
    at: Stamp,
    actor: String,
    action: String,
    reason: Option<String>,
    bad: bool,
}

impl RevisionRow {
    fn into_revision(self, id: BindingId) -> Result<Revision> {
        let binding: Binding = json(&self.content, "binding_revision", "content", id)?;
        Ok(Revision {
            binding,
            at: self.at.0,
            actor: json(&self.actor, "binding_revision", "actor", id)?,
            action: parse(&self.action, "binding_revision", "action", id)?,
            reason: self.reason,
            bad: self.bad,
        })
    }
}

/// Adds a state to a binding's history. Gathered.
pub async fn record(tx: &mut TenantTx, revision: &Revision) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "binding_revision (tenant_id, binding_id, version, content, at, actor, action, reason, bad)", [revision], |values, r| {
        values.bind(tenant).bind(r.binding.id.as_uuid()).bind(r.binding.version).bind(to_json(&r.binding)).bind(Stamp(r.at));
        values.bind(to_json(&r.actor)).bind(r.action.as_str()).bind(&r.reason).bind(r.bad);
    });
    Ok(())
}

/// Every state of a binding, newest first; also of one that was deleted.
pub async fn revisions(tx: &mut TenantTx, id: BindingId) -> Result<Vec<Revision>> {
    let sql = "SELECT content, at, actor, action, reason, bad FROM binding_revision WHERE tenant_id = $1 AND binding_id = $2 \
               ORDER BY version DESC";
    fetch_all!(tx, RevisionRow, sql, tx.tenant, id.as_uuid())?.into_iter().map(|row| row.into_revision(id)).collect()
}

/// The states that answer when bindings that are switched on fail.
pub(super) async fn fallbacks(tx: &mut TenantTx) -> Result<Vec<Binding>> {
    let sql = "SELECT r.content FROM binding b JOIN binding_revision r ON r.tenant_id = b.tenant_id AND r.binding_id = b.id \
               AND r.version = b.fallback WHERE b.tenant_id = $1 AND b.enabled";
    let rows = fetch_all!(tx, (String,), sql, tx.tenant)?;
    rows.into_iter().map(|(content,)| json(&content, "binding_revision", "content", "a fallback")).collect()
}

/// Notes that a state was taken back.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn mark_bad(tx: &mut TenantTx, id: BindingId, version: i64) -> Result<()> {
    let sql = "UPDATE binding_revision SET bad = $4 WHERE tenant_id = $1 AND binding_id = $2 AND version = $3";
    match execute!(tx, sql, tx.tenant, id.as_uuid(), version, true)? {
        0 => Err(Error::NotFound { what: "binding revision", id: format!("{id} version {version}") }),
        _ => Ok(()),
    }
}

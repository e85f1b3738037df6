//! Roles of a tenant.

use redress_domain::role::Role;

use crate::error::{Error, Result};
use crate::sql::column::{count, json, to_json};
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
pub(crate) struct RoleRow {
    version: i64,
    name: String,
    approval_rank: Option<i64>,
    permissions: String,
    description: String,
    fields: String,
}

impl RoleRow {
    pub(crate) fn into_role(self) -> Result<Role> {
        Ok(Role {
            version: self.version,
            approval_rank: self.approval_rank.map(|rank| count(rank, "role", "approval_rank", &self.name)).transpose()?,
            permissions: json(&self.permissions, "role", "permissions", &self.name)?,
            fields: json(&self.fields, "role", "fields", &self.name)?,
            description: self.description,
            name: self.name,
        })
    }
}

/// Adds roles, or replaces those that have the same names.
pub async fn upsert(tx: &mut TenantTx, roles: &[Role]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "role (tenant_id, name, approval_rank, permissions, description, fields, version)",
        roles,
        |values, role| {
            values.bind(tenant).bind(&role.name).bind(role.approval_rank.map(i64::from)).bind(to_json(&role.permissions));
            values.bind(&role.description).bind(to_json(&role.fields)).bind(role.version);
        },
        " ON CONFLICT (tenant_id, name) DO UPDATE SET approval_rank = excluded.approval_rank, permissions = excluded.permissions, \
         description = excluded.description, fields = excluded.fields, version = role.version + 1"
    );
    tx.flush().await
}

/// Replaces a role whose version is one more than the stored one.
///
/// # Errors
/// [`Error::Stale`] when somebody else changed it first, or it went.
pub async fn update(tx: &mut TenantTx, role: &Role) -> Result<()> {
    let (permissions, fields, expected) = (to_json(&role.permissions), to_json(&role.fields), role.version - 1);
    let sql = "UPDATE role SET approval_rank = $3, permissions = $4, description = $5, fields = $6, version = $7 \
               WHERE tenant_id = $1 AND name = $2 AND version = $8";
    let rank = role.approval_rank.map(i64::from);
    let done = execute!(tx, sql, tx.tenant, &role.name, rank, permissions, &role.description, fields, role.version, expected)?;
    if done == 0 { Err(Error::Stale { what: "role", id: role.name.clone(), expected }) } else { Ok(()) }
}

/// All roles, lowest place in the approval ladder first, roles that approve nothing last.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Role>> {
    let sql = "SELECT name, approval_rank, permissions, description, fields, version FROM role WHERE tenant_id = $1 \
               ORDER BY CASE WHEN approval_rank IS NULL THEN 1 ELSE 0 END, approval_rank, name";
    fetch_all!(tx, RoleRow, sql, tx.tenant)?.into_iter().map(RoleRow::into_role).collect()
}

/// Everything that may name a role: users, open tasks, published workflows, bindings. Names are plain keys, so quotes around one
/// make the search exact enough: what it finds too much only keeps a role that could have gone.
const NAMED: &str = "SELECT 1 FROM account_role WHERE tenant_id = $1 AND role = $2 \
     UNION ALL SELECT 1 FROM task WHERE tenant_id = $1 AND role = $2 AND done_at IS NULL \
     UNION ALL SELECT 1 FROM task_holder h JOIN task t ON t.tenant_id = h.tenant_id AND t.id = h.task_id \
         WHERE h.tenant_id = $1 AND h.holder = 'role:' || $2 AND t.done_at IS NULL \
     UNION ALL SELECT 1 FROM definition_edition WHERE tenant_id = $1 \
         AND (replace(content, $3, '') <> content OR replace(content, $4, '') <> content) \
     UNION ALL SELECT 1 FROM binding WHERE tenant_id = $1 AND replace(config, $3, '') <> config LIMIT 1";

/// Removes a role that nobody holds and nothing names.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::InUse`] while a user holds it, an open task waits for it, or a published workflow or a binding
/// names it, for example as fallback.
pub async fn delete(tx: &mut TenantTx, name: &str) -> Result<()> {
    if fetch_optional!(tx, (i32,), NAMED, tx.tenant, name, format!("\"{name}\""), format!("role:{name}\""))?.is_some() {
        return Err(Error::InUse { what: "role", id: name.to_owned() });
    }
    match execute!(tx, "DELETE FROM role WHERE tenant_id = $1 AND name = $2", tx.tenant, name)? {
        0 => Err(Error::NotFound { what: "role", id: name.to_owned() }),
        _ => Ok(()),
    }
}

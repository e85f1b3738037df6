//! Roles of a tenant.

use redress_domain::role::Role;

use crate::error::Result;
use crate::sql::column::{count, json, to_json};
use crate::sql::{TenantTx, fetch_all, insert};

#[derive(sqlx::FromRow)]
pub(crate) struct RoleRow {
    name: String,
    approval_rank: Option<i64>,
    permissions: String,
}

impl RoleRow {
    pub(crate) fn into_role(self) -> Result<Role> {
        Ok(Role {
            approval_rank: self.approval_rank.map(|rank| count(rank, "role", "approval_rank", &self.name)).transpose()?,
            permissions: json(&self.permissions, "role", "permissions", &self.name)?,
            name: self.name,
        })
    }
}

/// Adds roles, or replaces those that have the same names.
pub async fn upsert(tx: &mut TenantTx, roles: &[Role]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "role (tenant_id, name, approval_rank, permissions)",
        roles,
        |values, role| {
            values.bind(tenant).bind(&role.name).bind(role.approval_rank.map(i64::from)).bind(to_json(&role.permissions));
        },
        " ON CONFLICT (tenant_id, name) DO UPDATE SET approval_rank = excluded.approval_rank, permissions = excluded.permissions"
    );
    tx.flush().await
}

/// All roles, lowest place in the approval ladder first, roles that approve nothing last.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Role>> {
    let sql = "SELECT name, approval_rank, permissions FROM role WHERE tenant_id = $1 \
               ORDER BY CASE WHEN approval_rank IS NULL THEN 1 ELSE 0 END, approval_rank, name";
    fetch_all!(tx, RoleRow, sql, tx.tenant)?.into_iter().map(RoleRow::into_role).collect()
}

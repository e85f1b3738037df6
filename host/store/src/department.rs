//! Departments of a tenant.

use redress_domain::id::{DepartmentId, UserId};
use redress_domain::tenant::Department;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::to_json;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct DepartmentRow {
    id: Uuid,
    version: i64,
    name: String,
    parent_id: Option<Uuid>,
    lead_id: Option<Uuid>,
}

impl From<DepartmentRow> for Department {
    fn from(row: DepartmentRow) -> Self {
        Self {
            id: DepartmentId::from_uuid(row.id),
            version: row.version,
            name: row.name,
            parent: row.parent_id.map(DepartmentId::from_uuid),
            lead: row.lead_id.map(UserId::from_uuid),
        }
    }
}

/// Adds a department.
///
/// # Errors
/// [`Error::NotUnique`] `department_name`.
pub async fn insert(tx: &mut TenantTx, department: &Department) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "department (tenant_id, id, version, name, parent_id, lead_id)", [department], |values, d| {
        values.bind(tenant).bind(d.id.as_uuid()).bind(d.version).bind(&d.name);
        values.bind(d.parent.map(|id| id.as_uuid())).bind(d.lead.map(|id| id.as_uuid()));
    });
    tx.flush().await
}

/// Replaces a department that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist; [`Error::NotUnique`] `department_name`.
pub async fn update(tx: &mut TenantTx, department: &Department, expected: i64) -> Result<()> {
    let sql =
        "UPDATE department SET version = $4, name = $5, parent_id = $6, lead_id = $7 WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (parent, lead) = (department.parent.map(|id| id.as_uuid()), department.lead.map(|id| id.as_uuid()));
    match execute!(tx, sql, tx.tenant, department.id.as_uuid(), expected, department.version, &department.name, parent, lead)? {
        0 => Err(Error::Stale { what: "department", id: department.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// The department with this id.
pub async fn find(tx: &mut TenantTx, id: DepartmentId) -> Result<Option<Department>> {
    let sql = "SELECT id, version, name, parent_id, lead_id FROM department WHERE tenant_id = $1 AND id = $2";
    Ok(fetch_optional!(tx, DepartmentRow, sql, tx.tenant, id.as_uuid())?.map(Department::from))
}

/// All departments by name.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<Department>> {
    let sql = "SELECT id, version, name, parent_id, lead_id FROM department WHERE tenant_id = $1 ORDER BY name";
    Ok(fetch_all!(tx, DepartmentRow, sql, tx.tenant)?.into_iter().map(Department::from).collect())
}

/// Makes later transactions that change the tenant's departments wait until this one ends, so that two changes that are right one by
/// one never make a circle together. On SQLite every writer waits anyway.
pub async fn lock(tx: &mut TenantTx) -> Result<()> {
    if tx.writes_alone() {
        return Ok(());
    }
    let sql = "SELECT id FROM department WHERE tenant_id = $1 ORDER BY id FOR UPDATE";
    fetch_all!(tx, (Uuid,), sql, tx.tenant).map(drop)
}

/// True while a user, a smaller department, an open task or a published workflow names it.
pub async fn is_used(tx: &mut TenantTx, department: &Department) -> Result<bool> {
    // The name as JSON writes it, so that a quote in it is found as well; `instr` would have no index either.
    let quoted = to_json(&department.name);
    let inner = quoted.trim_matches('"').to_owned();
    let sql = "SELECT 1 FROM department WHERE tenant_id = $1 AND parent_id = $2 \
         UNION ALL SELECT 1 FROM task_holder h JOIN task t ON t.tenant_id = h.tenant_id AND t.id = h.task_id \
             WHERE h.tenant_id = $1 AND h.holder = 'department:' || $3 AND t.done_at IS NULL \
         UNION ALL SELECT 1 FROM account WHERE tenant_id = $1 AND replace(departments, $4, '') <> departments \
         UNION ALL SELECT 1 FROM definition_edition WHERE tenant_id = $1 \
             AND (replace(content, $4, '') <> content OR replace(content, 'department:' || $5 || '\"', '') <> content) LIMIT 1";
    let (id, name) = (department.id.as_uuid(), &department.name);
    Ok(fetch_optional!(tx, (i32,), sql, tx.tenant, id, name, &quoted, &inner)?.is_some())
}

/// Removes a department that nothing names, at version `expected`.
///
/// # Errors
/// [`Error::InUse`] while something names it; [`Error::Stale`].
pub async fn delete(tx: &mut TenantTx, department: &Department, expected: i64) -> Result<()> {
    if is_used(tx, department).await? {
        return Err(Error::InUse { what: "department", id: department.name.clone() });
    }
    let sql = "DELETE FROM department WHERE tenant_id = $1 AND id = $2 AND version = $3";
    match execute!(tx, sql, tx.tenant, department.id.as_uuid(), expected)? {
        0 => Err(Error::Stale { what: "department", id: department.id.to_string(), expected }),
        _ => Ok(()),
    }
}

//! People and programs that act for a tenant.

use std::collections::BTreeMap;

use redress_domain::id::UserId;
use redress_domain::tenant::User;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{count, json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
pub(crate) struct UserRow {
    id: Uuid,
    version: i64,
    email: String,
    name: String,
    queues: String,
    skills: String,
    departments: String,
    deputy_id: Option<Uuid>,
    capacity: i64,
    rating: Option<i64>,
    available: bool,
    disabled: bool,
    created_at: Stamp,
}

impl UserRow {
    pub(crate) fn into_user(self, roles: Vec<String>) -> Result<User> {
        let id = UserId::from_uuid(self.id);
        Ok(User {
            id,
            version: self.version,
            email: self.email,
            name: self.name,
            roles,
            queues: json(&self.queues, "account", "queues", id)?,
            skills: json(&self.skills, "account", "skills", id)?,
            departments: json(&self.departments, "account", "departments", id)?,
            deputy: self.deputy_id.map(UserId::from_uuid),
            capacity: count(self.capacity, "account", "capacity", id)?,
            rating: self.rating.map(|rating| count(rating, "account", "rating", id)).transpose()?,
            available: self.available,
            disabled: self.disabled,
            created_at: self.created_at.0,
        })
    }
}

/// Adds a user.
///
/// # Errors
/// [`Error::NotUnique`] `user_email`.
pub async fn insert(tx: &mut TenantTx, user: &User) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "account (tenant_id, id, version, email, name, queues, skills, departments, deputy_id, capacity, rating, available, disabled, \
         created_at)",
        [user],
        |values, u| {
            values.bind(tenant).bind(u.id.as_uuid()).bind(u.version).bind(&u.email).bind(&u.name);
            values.bind(to_json(&u.queues)).bind(to_json(&u.skills)).bind(to_json(&u.departments)).bind(u.deputy.map(|id| id.as_uuid()));
            values.bind(i64::from(u.capacity)).bind(u.rating.map(i64::from));
            values.bind(u.available).bind(u.disabled).bind(Stamp(u.created_at));
        }
    );
    tx.flush().await?;
    give_roles(tx, user).await
}

/// Replaces a user that is at version `expected`; the stored version becomes `user.version`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist; [`Error::NotUnique`] `user_email`.
pub async fn update(tx: &mut TenantTx, user: &User, expected: i64) -> Result<()> {
    let touched = execute!(
        tx,
        "UPDATE account SET version = $4, email = $5, name = $6, queues = $7, skills = $8, capacity = $9, rating = $10, \
         available = $11, disabled = $12, departments = $13, deputy_id = $14 WHERE tenant_id = $1 AND id = $2 AND version = $3",
        tx.tenant,
        user.id.as_uuid(),
        expected,
        user.version,
        &user.email,
        &user.name,
        to_json(&user.queues),
        to_json(&user.skills),
        i64::from(user.capacity),
        user.rating.map(i64::from),
        user.available,
        user.disabled,
        to_json(&user.departments),
        user.deputy.map(|id| id.as_uuid()),
    )?;
    if touched == 0 {
        return Err(Error::Stale { what: "user", id: user.id.to_string(), expected });
    }
    execute!(tx, "DELETE FROM account_role WHERE tenant_id = $1 AND account_id = $2", tx.tenant, user.id.as_uuid())?;
    give_roles(tx, user).await
}

async fn give_roles(tx: &mut TenantTx, user: &User) -> Result<()> {
    let (tenant, id) = (tx.tenant, user.id.as_uuid());
    insert!(
        tx,
        "account_role (tenant_id, account_id, role)",
        &user.roles,
        |values, role| {
            values.bind(tenant).bind(id).bind(role);
        },
        " ON CONFLICT (tenant_id, account_id, role) DO NOTHING"
    );
    tx.flush().await
}

/// The user with this id.
pub async fn find(tx: &mut TenantTx, id: UserId) -> Result<Option<User>> {
    let sql = "SELECT * FROM account WHERE tenant_id = $1 AND id = $2";
    let Some(row) = fetch_optional!(tx, UserRow, sql, tx.tenant, id.as_uuid())? else {
        return Ok(None);
    };
    let sql = "SELECT role FROM account_role WHERE tenant_id = $1 AND account_id = $2 ORDER BY role";
    let roles = fetch_all!(tx, (String,), sql, tx.tenant, id.as_uuid())?;
    row.into_user(roles.into_iter().map(|(role,)| role).collect()).map(Some)
}

/// All users by mail address.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<User>> {
    let rows = fetch_all!(tx, UserRow, "SELECT * FROM account WHERE tenant_id = $1 ORDER BY email", tx.tenant)?;
    let sql = "SELECT account_id, role FROM account_role WHERE tenant_id = $1 ORDER BY account_id, role";
    let mut roles: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for (account, role) in fetch_all!(tx, (Uuid, String), sql, tx.tenant)? {
        roles.entry(account).or_default().push(role);
    }
    rows.into_iter()
        .map(|row| {
            let held = roles.remove(&row.id).unwrap_or_default();
            row.into_user(held)
        })
        .collect()
}

/// Users that hold a role and are not disabled.
pub async fn holders_of_role(tx: &mut TenantTx, role: &str) -> Result<Vec<UserId>> {
    let sql = "SELECT r.account_id FROM account_role r JOIN account a ON a.tenant_id = r.tenant_id AND a.id = r.account_id \
               WHERE r.tenant_id = $1 AND r.role = $2 AND NOT a.disabled ORDER BY r.account_id";
    Ok(fetch_all!(tx, (Uuid,), sql, tx.tenant, role)?.into_iter().map(|(id,)| UserId::from_uuid(id)).collect())
}

/// How many users that are not disabled hold each role; roles without holders are missing.
pub async fn holder_counts(tx: &mut TenantTx) -> Result<BTreeMap<String, u32>> {
    let sql = "SELECT r.role, COUNT(*) FROM account_role r JOIN account a ON a.tenant_id = r.tenant_id AND a.id = r.account_id \
               WHERE r.tenant_id = $1 AND NOT a.disabled GROUP BY r.role";
    fetch_all!(tx, (String, i64), sql, tx.tenant)?
        .into_iter()
        .map(|(role, holders)| Ok((role.clone(), count(holders, "account_role", "role", role)?)))
        .collect()
}

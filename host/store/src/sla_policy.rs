//! Service level policies and every state they had.

use redress_domain::id::{CalendarId, SlaPolicyId};
use redress_domain::sla::{Policy, PolicyRef, SlaPolicy};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{count, json, to_json};
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct PolicyRow {
    id: Uuid,
    version: i64,
    place: i64,
    enabled: bool,
    calendar_id: Uuid,
    applies_to: String,
    content: String,
}

impl PolicyRow {
    fn into_policy(self) -> Result<SlaPolicy> {
        let id = SlaPolicyId::from_uuid(self.id);
        Ok(SlaPolicy {
            id,
            version: self.version,
            order: count(self.place, "sla_policy", "place", id)?,
            enabled: self.enabled,
            calendar: CalendarId::from_uuid(self.calendar_id),
            applies_to: json(&self.applies_to, "sla_policy", "applies_to", id)?,
            policy: json(&self.content, "sla_policy", "content", id)?,
        })
    }
}

/// Adds a policy.
///
/// # Errors
/// [`Error::NotUnique`] `sla_policy_name`.
pub async fn insert(tx: &mut TenantTx, policy: &SlaPolicy) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "sla_policy (tenant_id, id, version, name, place, enabled, calendar_id, applies_to, content)", [policy], |values, p| {
        values.bind(tenant).bind(p.id.as_uuid()).bind(p.version).bind(&p.policy.name).bind(i64::from(p.order)).bind(p.enabled);
        values.bind(p.calendar.as_uuid()).bind(to_json(&p.applies_to)).bind(to_json(&p.policy));
    });
    remember(tx, policy).await
}

/// Replaces a policy that is at version `expected`. Its earlier states stay.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist; [`Error::NotUnique`] `sla_policy_name`.
pub async fn update(tx: &mut TenantTx, policy: &SlaPolicy, expected: i64) -> Result<()> {
    let touched = execute!(
        tx,
        "UPDATE sla_policy SET version = $4, name = $5, place = $6, enabled = $7, calendar_id = $8, applies_to = $9, content = $10 \
         WHERE tenant_id = $1 AND id = $2 AND version = $3",
        tx.tenant,
        policy.id.as_uuid(),
        expected,
        policy.version,
        &policy.policy.name,
        i64::from(policy.order),
        policy.enabled,
        policy.calendar.as_uuid(),
        to_json(&policy.applies_to),
        to_json(&policy.policy),
    )?;
    if touched == 0 {
        return Err(Error::Stale { what: "service level policy", id: policy.id.to_string(), expected });
    }
    remember(tx, policy).await
}

async fn remember(tx: &mut TenantTx, policy: &SlaPolicy) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "sla_policy_revision (tenant_id, policy_id, version, content)", [policy], |values, p| {
        values.bind(tenant).bind(p.id.as_uuid()).bind(p.version).bind(to_json(&p.policy));
    });
    tx.flush().await
}

/// Removes a policy that is at version `expected`. Its states stay for what ended under them.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn delete(tx: &mut TenantTx, id: SlaPolicyId, expected: i64) -> Result<()> {
    let sql = "DELETE FROM sla_policy WHERE tenant_id = $1 AND id = $2 AND version = $3";
    match execute!(tx, sql, tx.tenant, id.as_uuid(), expected)? {
        0 => Err(Error::Stale { what: "service level policy", id: id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// The policy with this id.
pub async fn find(tx: &mut TenantTx, id: SlaPolicyId) -> Result<Option<SlaPolicy>> {
    let sql = "SELECT * FROM sla_policy WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, PolicyRow, sql, tx.tenant, id.as_uuid())?.map(PolicyRow::into_policy).transpose()
}

/// All policies in the order in which they are asked.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<SlaPolicy>> {
    let sql = "SELECT * FROM sla_policy WHERE tenant_id = $1 ORDER BY place, id";
    fetch_all!(tx, PolicyRow, sql, tx.tenant)?.into_iter().map(PolicyRow::into_policy).collect()
}

/// A state that a policy has or had.
pub async fn revision(tx: &mut TenantTx, state: PolicyRef) -> Result<Option<Policy>> {
    let sql = "SELECT content FROM sla_policy_revision WHERE tenant_id = $1 AND policy_id = $2 AND version = $3";
    let row = fetch_optional!(tx, (String,), sql, tx.tenant, state.id.as_uuid(), state.version)?;
    row.map(|(content,)| json(&content, "sla_policy_revision", "content", state.id)).transpose()
}

/// True when the tenant has or had a policy.
pub async fn any_ever(tx: &mut TenantTx) -> Result<bool> {
    let sql = "SELECT version FROM sla_policy_revision WHERE tenant_id = $1 LIMIT 1";
    Ok(fetch_optional!(tx, (i64,), sql, tx.tenant)?.is_some())
}

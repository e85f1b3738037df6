//! People who work otherwise than before: on leave, back, gone, or in other groups. What they have to do in workflows is looked through
//! under a lease, until nothing of it can have been missed (Z17).

use redress_domain::Timestamp;
use redress_domain::id::{TenantId, UserId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, json, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};

/// A person whose work is to be looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub user: UserId,
    /// When they changed last.
    pub noted_at: Timestamp,
    /// What their tasks may be held as, before the change and after it.
    pub holders: Vec<String>,
    /// How often it was looked through since then.
    pub looks: u32,
}

#[derive(sqlx::FromRow)]
struct AbsenceRow {
    tenant_id: Uuid,
    user_id: Uuid,
    noted_at: Stamp,
    holders: String,
    looks: i64,
}

impl AbsenceRow {
    fn into_absence(self) -> Result<(TenantId, Absence)> {
        let user = UserId::from_uuid(self.user_id);
        let holders = json(&self.holders, "absence", "holders", user)?;
        let looks = count(self.looks, "absence", "looks", user)?;
        Ok((TenantId::from_uuid(self.tenant_id), Absence { user, noted_at: self.noted_at.0, holders, looks }))
    }
}

/// Notes that a person works otherwise now. What is noted of them already is looked through anew, with what it names.
pub async fn note(tx: &mut TenantTx, user: UserId, holders: &[String], now: Timestamp) -> Result<()> {
    let sql = "SELECT tenant_id, user_id, noted_at, holders, looks FROM absence WHERE tenant_id = $1 AND user_id = $2";
    let before = fetch_optional!(tx, AbsenceRow, sql, tx.tenant, user.as_uuid())?.map(AbsenceRow::into_absence).transpose()?;
    let mut all = before.map(|(_, before)| before.holders).unwrap_or_default();
    all.extend(holders.iter().filter(|holder| !all.contains(holder)).cloned().collect::<Vec<_>>());
    let tenant = tx.tenant;
    insert!(
        tx,
        "absence (tenant_id, user_id, noted_at, holders, looks, due_at)",
        [&all],
        |values, all| {
            values.bind(tenant).bind(user.as_uuid()).bind(Stamp(now)).bind(to_json(all)).bind(0_i64).bind(Stamp(now));
        },
        " ON CONFLICT (tenant_id, user_id) DO UPDATE SET noted_at = excluded.noted_at, holders = excluded.holders, looks = 0, \
         due_at = excluded.due_at, leased_until = NULL"
    );
    Ok(())
}

/// Claims people whose work is to be looked through, over all tenants, soonest first. A claim lasts until `leased_until`; one of a
/// clock that was far ahead does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, Absence)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE absence SET leased_until = $2 WHERE (tenant_id, user_id) IN (SELECT tenant_id, user_id FROM absence \
         WHERE due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1 OR leased_until > $4) ORDER BY due_at LIMIT $3{}) \
         RETURNING tenant_id, user_id, noted_at, holders, looks",
        tx.skip_locked()
    );
    let far = too_far(now, leased_until);
    let rows = fetch_all!(tx, AbsenceRow, AssertSqlSafe(sql.as_str()), Stamp(now), Stamp(leased_until), i64::from(limit), far)?;
    rows.into_iter().map(AbsenceRow::into_absence).collect()
}

/// It was looked through, and is again at `next`, or never. False when the person has changed again meanwhile: then all begins anew.
pub async fn looked(tx: &mut TenantTx, absence: &Absence, next: Option<Timestamp>) -> Result<bool> {
    let (user, noted) = (absence.user.as_uuid(), Stamp(absence.noted_at));
    let touched = match next {
        Some(next) => {
            let sql = "UPDATE absence SET looks = looks + 1, due_at = $4, leased_until = NULL \
                       WHERE tenant_id = $1 AND user_id = $2 AND noted_at = $3";
            execute!(tx, sql, tx.tenant, user, noted, Stamp(next))?
        }
        None => execute!(tx, "DELETE FROM absence WHERE tenant_id = $1 AND user_id = $2 AND noted_at = $3", tx.tenant, user, noted)?,
    };
    Ok(touched > 0)
}

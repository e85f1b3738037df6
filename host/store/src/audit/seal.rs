//! Seals over rows, and looking whether they hold.

use redress_domain::Timestamp;
use redress_domain::audit::{AuditRow, Seal};
use redress_domain::id::TenantId;
use uuid::Uuid;

use super::{EntryRow, SELECT, raced};
use crate::error::Result;
use crate::sql::column::{count, digest};
use crate::sql::stamp::Stamp;
use crate::sql::{SystemTx, TenantTx, fetch_all, fetch_built, fetch_one, insert};

/// Most rows of a seal.
pub const SEALED_AT_ONCE: u32 = 1_000;

#[derive(sqlx::FromRow)]
struct SealRow {
    seq: i64,
    at: Stamp,
    entries: i64,
    hash: Vec<u8>,
}

impl SealRow {
    fn into_seal(self) -> Result<Seal> {
        Ok(Seal {
            seq: self.seq,
            at: self.at.0,
            entries: count(self.entries, "audit_seal", "entries", self.seq)?,
            hash: digest(&self.hash, "audit_seal", "hash", self.seq)?,
        })
    }
}

/// Tenants with rows that no seal holds, at most `limit`.
pub async fn unsealed(tx: &mut SystemTx, limit: u32) -> Result<Vec<TenantId>> {
    let tx = &mut tx.0;
    let sql = "SELECT DISTINCT tenant_id FROM audit_entry WHERE seal IS NULL LIMIT $1";
    Ok(fetch_all!(tx, (Uuid,), sql, i64::from(limit))?.into_iter().map(|(id,)| TenantId::from_uuid(id)).collect())
}

/// Sets the next seal over at most [`SEALED_AT_ONCE`] rows that have none; `None` when there are none. A row whose transaction
/// commits late is held by a later seal, because rows are found by having none and not by their moment.
///
/// # Errors
/// [`NotUnique`](crate::Error::NotUnique) `audit_seal` when another node was faster: nothing is lost.
pub async fn seal(tx: &mut TenantTx, now: Timestamp) -> Result<Option<Seal>> {
    let tenant = tx.tenant;
    let open = fetch_built!(tx, EntryRow, SELECT, |query| {
        query.push_bind(tenant).push(" AND seal IS NULL ORDER BY id LIMIT ").push_bind(i64::from(SEALED_AT_ONCE));
    })?;
    if open.is_empty() {
        return Ok(None);
    }
    let ids: Vec<Uuid> = open.iter().map(|row| row.id).collect();
    let rows = open.into_iter().map(EntryRow::into_row).collect::<Result<Vec<AuditRow>>>()?;
    let hashes: Vec<_> = rows.iter().map(|row| row.hash).collect();
    let seal = Seal::over(last(tx).await?.as_ref(), tx.tenant(), now, &hashes);
    insert!(tx, "audit_seal (tenant_id, seq, at, entries, hash)", [&seal], |values, s| {
        values.bind(tenant).bind(s.seq).bind(Stamp(s.at)).bind(i64::from(s.entries)).bind(&s.hash.as_bytes()[..]);
    });
    let held = fetch_built!(tx, (Uuid,), "UPDATE audit_entry SET seal = ", |query| {
        query.push_bind(seal.seq).push(" WHERE tenant_id = ").push_bind(tenant).push(" AND seal IS NULL AND id IN (");
        let mut list = query.separated(", ");
        for id in &ids {
            list.push_bind(*id);
        }
        query.push(") RETURNING id");
    })?;
    if held.len() == ids.len() { Ok(Some(seal)) } else { Err(raced()) }
}

async fn last(tx: &mut TenantTx) -> Result<Option<Seal>> {
    let sql = "SELECT seq, at, entries, hash FROM audit_seal WHERE tenant_id = $1 ORDER BY seq DESC LIMIT 1";
    fetch_all!(tx, SealRow, sql, tx.tenant)?.into_iter().next().map(SealRow::into_seal).transpose()
}

/// What a look at the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The last seal looked at; `None` when there is none behind the place asked for.
    pub last: Option<Seal>,
    /// How many sealed rows were looked at.
    pub entries: u64,
    /// How many rows no seal holds yet; their content is checked against their own hash.
    pub unsealed: u64,
    /// What is wrong first, in words.
    pub fault: Option<String>,
    /// True when there are more seals behind the last one looked at.
    pub more: bool,
}

/// Looks at `limit` seals behind number `after` with all their rows and, behind the last seal, at the rows that have none.
pub async fn verify(tx: &mut TenantTx, after: i64, limit: u32) -> Result<Checked> {
    let tenant = tx.tenant();
    let sql = "SELECT seq, at, entries, hash FROM audit_seal WHERE tenant_id = $1 AND seq >= $2 ORDER BY seq LIMIT $3";
    let seals = fetch_all!(tx, SealRow, sql, tx.tenant, after, i64::from(limit) + 2)?;
    let mut seals = seals.into_iter().map(SealRow::into_seal).collect::<Result<Vec<_>>>()?.into_iter().peekable();
    let mut before = seals.next_if(|seal| seal.seq == after);
    let mut checked = Checked { last: None, entries: 0, unsealed: 0, fault: None, more: false };
    if after > 0 && before.is_none() {
        checked.fault = Some(format!("seal {after} is missing"));
        return Ok(checked);
    }
    for seal in seals.by_ref().take(limit as usize) {
        let rows = held(tx, Some(seal.seq)).await?;
        checked.entries += rows.len() as u64;
        checked.fault = seal.fault(before.as_ref(), tenant, &rows);
        checked.last = Some(seal.clone());
        if checked.fault.is_some() {
            return Ok(checked);
        }
        before = Some(seal);
    }
    checked.more = seals.next().is_some();
    if !checked.more {
        let open = held(tx, None).await?;
        checked.unsealed = open.len() as u64;
        let changed = open.iter().find(|row| !row.is_whole(tenant)).map(|row| format!("the entry {} was changed", row.entry.id));
        // Rows of a seal that is gone would be passed over: they have a number that no seal has.
        let sql = "SELECT COUNT(*) FROM audit_entry WHERE tenant_id = $1 AND seal > $2";
        let (lost,) = fetch_one!(tx, (i64,), sql, tx.tenant, before.map_or(0, |seal| seal.seq))?;
        let torn = (lost > 0).then(|| format!("the last seal is missing; {lost} entries were held by it"));
        checked.fault = changed.or(torn);
    }
    Ok(checked)
}

/// The rows of a seal, or those without one, in the order of their ids.
async fn held(tx: &mut TenantTx, seal: Option<i64>) -> Result<Vec<AuditRow>> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, EntryRow, SELECT, |query| {
        query.push_bind(tenant);
        match seal {
            Some(seq) => query.push(" AND seal = ").push_bind(seq),
            None => query.push(" AND seal IS NULL"),
        };
        query.push(" ORDER BY id LIMIT ").push_bind(i64::from(SEALED_AT_ONCE) * 10);
    })?;
    rows.into_iter().map(EntryRow::into_row).collect()
}

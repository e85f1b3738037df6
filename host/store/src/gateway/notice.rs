//! Messages of gateways.

use redress_domain::gateway::{GatewayNotice, NoticeState};
use redress_domain::id::{GatewayId, GatewayNoticeId, RefundInstructionId, TenantId};
use redress_domain::{Digest, Timestamp};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{count, json, parse, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct NoticeRow {
    tenant_id: Uuid,
    id: Uuid,
    gateway_id: Uuid,
    said: String,
    instruction_id: Option<Uuid>,
    outcome: String,
    state: String,
    headers: String,
    body: String,
    received_at: Stamp,
    looks: i64,
}

impl NoticeRow {
    fn into_notice(self) -> Result<GatewayNotice> {
        let id = GatewayNoticeId::from_uuid(self.id);
        Ok(GatewayNotice {
            id,
            gateway: GatewayId::from_uuid(self.gateway_id),
            said: self.said,
            instruction: self.instruction_id.map(RefundInstructionId::from_uuid),
            outcome: json(&self.outcome, "gateway_notice", "outcome", id)?,
            state: parse(&self.state, "gateway_notice", "state", id)?,
            headers: json(&self.headers, "gateway_notice", "headers", id)?,
            body: self.body,
            received_at: self.received_at.0,
            looks: count(self.looks, "gateway_notice", "looks", id)?,
        })
    }
}

/// True when the gateway has sent this body before.
pub async fn is_known(tx: &mut TenantTx, gateway: GatewayId, body: &Digest) -> Result<bool> {
    let sql = "SELECT id FROM gateway_notice WHERE tenant_id = $1 AND gateway_id = $2 AND digest = $3";
    Ok(fetch_optional!(tx, (Uuid,), sql, tx.tenant, gateway.as_uuid(), &body.as_bytes()[..])?.is_some())
}

/// Keeps a message. One that contradicts is due for a look at `due_at`.
///
/// # Errors
/// [`Error::NotUnique`](crate::Error::NotUnique) `gateway_notice` when the gateway has sent this body before.
pub async fn insert(tx: &mut TenantTx, notice: &GatewayNotice, due_at: Option<Timestamp>) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "gateway_notice (tenant_id, id, gateway_id, digest, said, instruction_id, outcome, state, headers, body, received_at, looks, due_at)",
        [notice],
        |values, n| {
            let digest = Digest::of(n.body.as_bytes());
            values.bind(tenant).bind(n.id.as_uuid()).bind(n.gateway.as_uuid()).bind(digest.as_bytes().to_vec()).bind(&n.said);
            values.bind(n.instruction.map(|id| id.as_uuid())).bind(to_json(&n.outcome)).bind(n.state.as_str()).bind(to_json(&n.headers));
            values.bind(&n.body).bind(Stamp(n.received_at)).bind(i64::from(n.looks)).bind(due_at.map(Stamp));
        }
    );
    tx.flush().await
}

/// Claims messages that contradict what is known and are due, over all tenants, under a lease. A claim of a clock that was far ahead
/// does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, GatewayNotice)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE gateway_notice SET due_at = $2, claimed_until = $2 WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM gateway_notice \
         WHERE due_at IS NOT NULL AND (due_at <= $1 OR claimed_until > $4) ORDER BY due_at LIMIT $3{}) RETURNING *",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        NoticeRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    rows.into_iter().map(|row| Ok((TenantId::from_uuid(row.tenant_id), row.into_notice()?))).collect()
}

/// Says what came of a message; `due_at` is when to ask the gateway again.
pub async fn write(tx: &mut TenantTx, id: GatewayNoticeId, state: NoticeState, looks: u32, due_at: Option<Timestamp>) -> Result<()> {
    let sql = "UPDATE gateway_notice SET state = $3, looks = $4, due_at = $5, claimed_until = NULL WHERE tenant_id = $1 AND id = $2";
    execute!(tx, sql, tx.tenant, id.as_uuid(), state.as_str(), i64::from(looks), due_at.map(Stamp)).map(drop)
}

/// A page of a gateway's messages, newest first.
pub async fn list(
    tx: &mut TenantTx,
    gateway: GatewayId,
    state: Option<NoticeState>,
    page: &Page,
) -> Result<(Vec<GatewayNotice>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, NoticeRow, "SELECT * FROM gateway_notice WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        query.push(" AND gateway_id = ").push_bind(gateway.as_uuid());
        if let Some(state) = state {
            query.push(" AND state = ").push_bind(state.as_str());
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(NoticeRow::into_notice).collect::<Result<_>>()?, next))
}

/// Forgets messages that came before this moment, except those that are still to be asked about. Answers how many.
pub async fn purge(tx: &mut SystemTx, before: Timestamp) -> Result<u64> {
    execute!(&mut tx.0, "DELETE FROM gateway_notice WHERE received_at < $1 AND due_at IS NULL", Stamp(before))
}

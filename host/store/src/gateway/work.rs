//! Instructions on their way over a gateway.

use redress_domain::Timestamp;
use redress_domain::gateway::RefundWork;
use redress_domain::id::{RefundInstructionId, TenantId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{json, to_json};
use crate::sql::stamp::{Stamp, too_far};
use crate::sql::{SystemTx, TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct WorkRow {
    tenant_id: Uuid,
    instruction_id: Uuid,
    content: String,
}

impl WorkRow {
    fn into_work(self) -> Result<(TenantId, RefundWork)> {
        let id = RefundInstructionId::from_uuid(self.instruction_id);
        Ok((TenantId::from_uuid(self.tenant_id), json(&self.content, "refund_work", "content", id)?))
    }
}

/// Adds instructions that have not been sent. Gathered.
pub async fn begin(tx: &mut TenantTx, work: &[RefundWork]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "refund_work (tenant_id, instruction_id, ticket_id, due_at, content)", work, |values, w| {
        values.bind(tenant).bind(w.instruction.as_uuid()).bind(w.ticket.as_uuid()).bind(Stamp(w.due_at)).bind(to_json(w));
    });
    Ok(())
}

/// Claims instructions that are due and may be paid or asked about, over all tenants. The claim is a lease: one that is not
/// written again is due again at `leased_until`. What a message of the gateway is about is due at once, though never while
/// somebody else has it. A claim of a clock that was far ahead does not count.
pub async fn claim_due(tx: &mut SystemTx, now: Timestamp, leased_until: Timestamp, limit: u32) -> Result<Vec<(TenantId, RefundWork)>> {
    let tx = &mut tx.0;
    let sql = format!(
        "UPDATE refund_work SET due_at = $2, claimed_until = $2, noticed_at = NULL WHERE (tenant_id, instruction_id) IN (SELECT w.tenant_id, w.instruction_id FROM refund_work w \
         WHERE (w.due_at <= $1 OR w.claimed_until > $4 OR (w.noticed_at IS NOT NULL AND (w.claimed_until IS NULL OR w.claimed_until <= $1))) AND NOT EXISTS (SELECT 1 FROM refund_instruction r WHERE r.tenant_id = w.tenant_id \
           AND r.id = w.instruction_id AND r.state = 'held') ORDER BY w.due_at LIMIT $3{}) RETURNING tenant_id, instruction_id, content",
        tx.skip_locked()
    );
    let rows = fetch_all!(
        tx,
        WorkRow,
        AssertSqlSafe(sql.as_str()),
        Stamp(now),
        Stamp(leased_until),
        i64::from(limit),
        too_far(now, leased_until)
    )?;
    rows.into_iter().map(WorkRow::into_work).collect()
}

/// Replaces what is known of an instruction, and ends the claim.
pub async fn write(tx: &mut TenantTx, work: &RefundWork) -> Result<()> {
    let sql = "UPDATE refund_work SET due_at = $3, content = $4, claimed_until = NULL WHERE tenant_id = $1 AND instruction_id = $2";
    execute!(tx, sql, tx.tenant, work.instruction.as_uuid(), Stamp(work.due_at), to_json(work)).map(drop)
}

/// Replaces what is known of an instruction, which stays claimed until it is due again.
pub async fn hold(tx: &mut TenantTx, work: &RefundWork) -> Result<()> {
    let sql = "UPDATE refund_work SET due_at = $3, content = $4, claimed_until = $3 WHERE tenant_id = $1 AND instruction_id = $2";
    execute!(tx, sql, tx.tenant, work.instruction.as_uuid(), Stamp(work.due_at), to_json(work)).map(drop)
}

/// A message of the gateway came: an instruction on its way is looked at as soon as nobody has it. False when it is over.
pub async fn look_at(tx: &mut TenantTx, id: RefundInstructionId, now: Timestamp) -> Result<bool> {
    let sql = "UPDATE refund_work SET noticed_at = $3 WHERE tenant_id = $1 AND instruction_id = $2";
    execute!(tx, sql, tx.tenant, id.as_uuid(), Stamp(now)).map(|touched| touched > 0)
}

/// Nothing more is to be done about an instruction.
pub async fn done(tx: &mut TenantTx, id: RefundInstructionId) -> Result<()> {
    let sql = "DELETE FROM refund_work WHERE tenant_id = $1 AND instruction_id = $2";
    execute!(tx, sql, tx.tenant, id.as_uuid()).map(drop)
}

/// What is known of an instruction that is on its way.
pub async fn work_of(tx: &mut TenantTx, id: RefundInstructionId) -> Result<Option<RefundWork>> {
    let sql = "SELECT tenant_id, instruction_id, content FROM refund_work WHERE tenant_id = $1 AND instruction_id = $2";
    let row = fetch_optional!(tx, WorkRow, sql, tx.tenant, id.as_uuid())?;
    row.map(WorkRow::into_work).transpose().map(|found| found.map(|found| found.1))
}

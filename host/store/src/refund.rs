//! Orders to pay money back.

use std::collections::BTreeMap;

use redress_domain::id::{OrderId, RefundInstructionId, TicketId};
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_domain::{Currency, Money};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{money, parse};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct RefundRow {
    id: Uuid,
    version: i64,
    ticket_id: Uuid,
    tender: String,
    payment: Option<String>,
    amount_minor: i64,
    currency: String,
    state: String,
    reference: Option<String>,
    failure: Option<String>,
    created_at: Stamp,
    updated_at: Stamp,
}

impl RefundRow {
    fn into_refund(self) -> Result<RefundInstruction> {
        let id = RefundInstructionId::from_uuid(self.id);
        Ok(RefundInstruction {
            id,
            version: self.version,
            ticket: TicketId::from_uuid(self.ticket_id),
            tender: self.tender,
            payment: self.payment,
            amount: money(self.amount_minor, &self.currency, "refund_instruction", "amount_minor", id)?,
            state: parse(&self.state, "refund_instruction", "state", id)?,
            reference: self.reference,
            failure: self.failure,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

/// Adds instructions. Gathered.
pub async fn insert_many(tx: &mut TenantTx, refunds: &[RefundInstruction]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "refund_instruction (tenant_id, id, version, ticket_id, tender, payment, amount_minor, currency, state, reference, failure, \
         created_at, updated_at)",
        refunds,
        |values, r| {
            values.bind(tenant).bind(r.id.as_uuid()).bind(r.version).bind(r.ticket.as_uuid()).bind(&r.tender).bind(&r.payment);
            values.bind(r.amount.minor()).bind(r.amount.currency().as_str()).bind(r.state.as_str());
            values.bind(&r.reference).bind(&r.failure).bind(Stamp(r.created_at)).bind(Stamp(r.updated_at));
        }
    );
    Ok(())
}

/// Replaces state, reference, failure and tender of an instruction that is at version `expected`; amount and ticket never change.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, refund: &RefundInstruction, expected: i64) -> Result<()> {
    let sql = "UPDATE refund_instruction SET version = $4, tender = $5, state = $6, reference = $7, failure = $8, updated_at = $9 \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let touched = execute!(
        tx,
        sql,
        tx.tenant,
        refund.id.as_uuid(),
        expected,
        refund.version,
        &refund.tender,
        refund.state.as_str(),
        &refund.reference,
        &refund.failure,
        Stamp(refund.updated_at),
    )?;
    if touched == 0 {
        return Err(Error::Stale { what: "refund instruction", id: refund.id.to_string(), expected });
    }
    Ok(())
}

/// The instruction with this id.
pub async fn find(tx: &mut TenantTx, id: RefundInstructionId) -> Result<Option<RefundInstruction>> {
    let sql = "SELECT * FROM refund_instruction WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, RefundRow, sql, tx.tenant, id.as_uuid())?.map(RefundRow::into_refund).transpose()
}

/// All instructions of a ticket, oldest first.
pub async fn by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<RefundInstruction>> {
    let sql = "SELECT * FROM refund_instruction WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id";
    fetch_all!(tx, RefundRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(RefundRow::into_refund).collect()
}

/// Which instructions are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Where they stand.
    pub state: Option<RefundState>,
    /// Ticket they pay for.
    pub ticket: Option<TicketId>,
}

/// A page of instructions, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<RefundInstruction>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, RefundRow, "SELECT * FROM refund_instruction WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(state) = filter.state {
            query.push(" AND state = ").push_bind(state.as_str());
        }
        if let Some(ticket) = filter.ticket {
            query.push(" AND ticket_id = ").push_bind(ticket.as_uuid());
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(RefundRow::into_refund).collect::<Result<_>>()?, next))
}

/// What instructions of an order's tickets have paid or may still pay, per payment; `except` leaves one ticket out.
pub async fn by_payment(
    tx: &mut TenantTx,
    order: OrderId,
    except: Option<TicketId>,
    currency: Currency,
) -> Result<BTreeMap<String, Money>> {
    let sql = "SELECT r.payment, CAST(SUM(r.amount_minor) AS BIGINT) FROM refund_instruction r \
               JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = r.ticket_id \
               WHERE t.tenant_id = $1 AND t.order_id = $2 AND t.id <> $3 AND r.currency = $4 AND r.payment IS NOT NULL \
               AND r.state NOT IN ('failed', 'cancelled') GROUP BY r.payment";
    let except = except.map_or(Uuid::nil(), |id| id.as_uuid());
    fetch_all!(tx, (String, i64), sql, tx.tenant, order.as_uuid(), except, currency.as_str())?
        .into_iter()
        .map(|(payment, minor)| Ok((payment, money(minor, currency.as_str(), "refund_instruction", "amount_minor", order)?)))
        .collect()
}

//! What customers hold with the shop. Entries are only added.

use redress_domain::Money;
use redress_domain::credit::CreditEntry;
use redress_domain::id::{CreditId, CustomerId, TicketId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::money;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, fetch_optional, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct CreditRow {
    id: Uuid,
    amount_minor: i64,
    currency: String,
    ticket_id: Option<Uuid>,
    reason: String,
    actor: String,
    at: Stamp,
}

impl CreditRow {
    fn into_entry(self, customer: CustomerId) -> Result<CreditEntry> {
        let id = CreditId::from_uuid(self.id);
        Ok(CreditEntry {
            id,
            customer,
            amount: money(self.amount_minor, &self.currency, "credit", "amount_minor", id)?,
            ticket: self.ticket_id.map(TicketId::from_uuid),
            reason: self.reason,
            actor: actor(&self.actor).ok_or_else(|| Error::corrupt("credit", "actor", id))?,
            at: self.at.0,
        })
    }
}

/// Adds entries. Gathered.
pub async fn append(tx: &mut TenantTx, entries: &[CreditEntry]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "credit (tenant_id, customer_id, id, amount_minor, currency, ticket_id, reason, actor, at)", entries, |values, e| {
        values.bind(tenant).bind(e.customer.as_uuid()).bind(e.id.as_uuid()).bind(e.amount.minor()).bind(e.amount.currency().as_str());
        values.bind(e.ticket.map(|id| id.as_uuid())).bind(&e.reason).bind(e.actor.to_string()).bind(Stamp(e.at));
    });
    Ok(())
}

/// All entries of a customer, oldest first.
pub async fn list(tx: &mut TenantTx, customer: CustomerId) -> Result<Vec<CreditEntry>> {
    let sql = "SELECT * FROM credit WHERE tenant_id = $1 AND customer_id = $2 ORDER BY id";
    fetch_all!(tx, CreditRow, sql, tx.tenant, customer.as_uuid())?.into_iter().map(|row| row.into_entry(customer)).collect()
}

/// What a customer holds, per currency.
pub async fn balances(tx: &mut TenantTx, customer: CustomerId) -> Result<Vec<Money>> {
    let sql = "SELECT currency, CAST(SUM(amount_minor) AS BIGINT) FROM credit WHERE tenant_id = $1 AND customer_id = $2 \
               GROUP BY currency ORDER BY currency";
    let rows = fetch_all!(tx, (String, i64), sql, tx.tenant, customer.as_uuid())?;
    rows.into_iter().map(|(currency, minor)| money(minor, &currency, "credit", "amount_minor", customer)).collect()
}

/// Makes later transactions that lock the same customer wait until this one ends, so that nobody spends the same credit twice.
/// On SQLite every writer waits anyway.
pub async fn lock(tx: &mut TenantTx, customer: CustomerId) -> Result<()> {
    if tx.writes_alone() {
        return Ok(());
    }
    let sql = "SELECT id FROM customer WHERE tenant_id = $1 AND id = $2 FOR UPDATE";
    fetch_optional!(tx, (Uuid,), sql, tx.tenant, customer.as_uuid()).map(drop)
}

//! The settlement ledger. There is no function that changes or removes an entry, and triggers in the database refuse it too.

use redress_domain::id::{SettlementId, TicketId, TicketLineId};
use redress_domain::settlement::SettlementEntry;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{money, parse};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, insert};
use crate::timeline::actor;

#[derive(sqlx::FromRow)]
struct EntryRow {
    id: Uuid,
    line_id: Option<Uuid>,
    kind: String,
    payer: String,
    amount_minor: i64,
    currency: String,
    reason: String,
    actor: String,
    at: Stamp,
}

impl EntryRow {
    fn into_entry(self, ticket: TicketId) -> Result<SettlementEntry> {
        let id = SettlementId::from_uuid(self.id);
        Ok(SettlementEntry {
            id,
            ticket,
            line: self.line_id.map(TicketLineId::from_uuid),
            kind: parse(&self.kind, "settlement", "kind", id)?,
            payer: parse(&self.payer, "settlement", "payer", id)?,
            amount: money(self.amount_minor, &self.currency, "settlement", "amount_minor", id)?,
            reason: self.reason,
            actor: actor(&self.actor).ok_or_else(|| Error::corrupt("settlement", "actor", id))?,
            at: self.at.0,
        })
    }
}

/// Books entries. Gathered.
pub async fn append(tx: &mut TenantTx, entries: &[SettlementEntry]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "settlement (tenant_id, ticket_id, id, line_id, kind, payer, amount_minor, currency, reason, actor, at)",
        entries,
        |values, e| {
            values.bind(tenant).bind(e.ticket.as_uuid()).bind(e.id.as_uuid()).bind(e.line.map(|id| id.as_uuid()));
            values.bind(e.kind.as_str()).bind(e.payer.as_str()).bind(e.amount.minor()).bind(e.amount.currency().as_str());
            values.bind(&e.reason).bind(e.actor.to_string()).bind(Stamp(e.at));
        }
    );
    Ok(())
}

/// All entries of a ticket, oldest first.
pub async fn list(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<SettlementEntry>> {
    let sql = "SELECT * FROM settlement WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id";
    fetch_all!(tx, EntryRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(|row| row.into_entry(ticket)).collect()
}

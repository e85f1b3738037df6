//! Writing and reading one fact.

use redress_domain::report::day_of;
use redress_domain::report::fact::{Fact, LineFact};
use redress_domain::ticket::Ticket;

use super::row::{FACT, FactRow, REPLACE, bind_fact};
use crate::error::Result;
use crate::sql::column::to_json;
use crate::sql::{TenantTx, fetch_all, insert};

/// Writes the fact of a ticket; `before` is what it replaces. Gathered, and no read: what is kept of the ticket is decided by the row
/// itself.
pub async fn put(tx: &mut TenantTx, fact: &Fact, before: Option<&Fact>) -> Result<()> {
    let (tenant, replaced) = (tx.tenant, before.map(to_json));
    insert!(
        tx,
        FACT.as_str(),
        [fact],
        |values, f| {
            bind_fact!(values, tenant, f, true, &replaced);
        },
        REPLACE.as_str()
    );
    Ok(())
}

/// The fact of a ticket; its lines are those of the ticket, which must be as it is stored.
pub async fn find(tx: &mut TenantTx, ticket: &Ticket) -> Result<Option<Fact>> {
    // The day was that of the tenant's zone when the ticket came; every zone's day is at most one off.
    let day = day_of(redress_domain::calendar::Zone::UTC, ticket.created_at);
    let sql = "SELECT * FROM ticket_fact WHERE tenant_id = $1 AND day IN ($2, $3, $4) AND ticket_id = $5";
    let rows = fetch_all!(tx, FactRow, sql, tx.tenant, day - 1, day, day + 1, ticket.id.as_uuid())?;
    Ok(rows.into_iter().next().map(|row| Fact { lines: LineFact::of(ticket), ..row.fact }))
}

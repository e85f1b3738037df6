//! Goods that leave for the customer.

use std::collections::BTreeMap;

use redress_domain::fulfilment::{Received, Replacement, ReplacementKind, ReplacementState};
use redress_domain::id::{OrderId, ReplacementId, TicketId};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_built, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct ReplacementRow {
    id: Uuid,
    content: String,
}

impl ReplacementRow {
    fn into_replacement(self) -> Result<Replacement> {
        json(&self.content, "replacement", "content", ReplacementId::from_uuid(self.id))
    }
}

/// Adds a replacement. Gathered.
pub async fn insert(tx: &mut TenantTx, replacement: &Replacement) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "replacement (tenant_id, id, ticket_id, version, kind, state, content, created_at, updated_at)",
        [replacement],
        |values, r| {
            values.bind(tenant).bind(r.id.as_uuid()).bind(r.ticket.as_uuid()).bind(r.version).bind(r.kind.as_str());
            values.bind(r.state.as_str()).bind(to_json(r)).bind(Stamp(r.created_at)).bind(Stamp(r.updated_at));
        }
    );
    Ok(())
}

/// Replaces a replacement that is at version `expected`; its ticket and kind never change.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, replacement: &Replacement, expected: i64) -> Result<()> {
    let sql = "UPDATE replacement SET version = $4, state = $5, content = $6, updated_at = $7 \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let r = replacement;
    let touched = execute!(tx, sql, tx.tenant, r.id.as_uuid(), expected, r.version, r.state.as_str(), to_json(r), Stamp(r.updated_at))?;
    if touched == 0 { Err(Error::Stale { what: "replacement", id: r.id.to_string(), expected }) } else { Ok(()) }
}

/// The replacement with this id.
pub async fn find(tx: &mut TenantTx, id: ReplacementId) -> Result<Option<Replacement>> {
    let sql = "SELECT id, content FROM replacement WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, ReplacementRow, sql, tx.tenant, id.as_uuid())?.map(ReplacementRow::into_replacement).transpose()
}

/// All replacements of a ticket, oldest first.
pub async fn by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<Replacement>> {
    let sql = "SELECT id, content FROM replacement WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY id";
    fetch_all!(tx, ReplacementRow, sql, tx.tenant, ticket.as_uuid())?.into_iter().map(ReplacementRow::into_replacement).collect()
}

/// What has come in exchange for goods of an order, over all its tickets, in the order in which it was proposed. What shipped first counts
/// once goods came back for it, or their price did: until then the customer has both, and owes one.
pub async fn received(tx: &mut TenantTx, order: OrderId) -> Result<Vec<Received>> {
    let sql = "SELECT r.id, r.content, CAST(CASE WHEN t.goods IN ('received', 'inspected') \
                 OR EXISTS (SELECT 1 FROM inspection i WHERE i.tenant_id = t.tenant_id AND i.ticket_id = t.id) \
                 OR EXISTS (SELECT 1 FROM settlement s WHERE s.tenant_id = t.tenant_id AND s.ticket_id = t.id AND s.kind = 'clawback') \
                 THEN 1 ELSE 0 END AS BIGINT) \
               FROM ticket t JOIN replacement r ON r.tenant_id = t.tenant_id AND r.ticket_id = t.id \
               WHERE t.tenant_id = $1 AND t.order_id = $2 AND r.kind = 'exchange' AND r.state = 'delivered' ORDER BY r.id";
    let came = fetch_all!(tx, (Uuid, String, i64), sql, tx.tenant, order.as_uuid())?;
    if came.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT l.id, l.order_line FROM ticket t JOIN ticket_line l ON l.tenant_id = t.tenant_id AND l.ticket_id = t.id \
               WHERE t.tenant_id = $1 AND t.order_id = $2 AND l.order_line IS NOT NULL";
    let lines: BTreeMap<Uuid, String> = fetch_all!(tx, (Uuid, String), sql, tx.tenant, order.as_uuid())?.into_iter().collect();
    let mut all = Vec::new();
    for (id, content, is_back) in came {
        let replacement = ReplacementRow { id, content }.into_replacement()?;
        if !replacement.ship_first || is_back > 0 {
            all.extend(Received::of(&replacement, |line| lines.get(&line.as_uuid()).cloned()));
        }
    }
    Ok(all)
}

/// Which replacements are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Where they stand.
    pub state: Option<ReplacementState>,
    /// What leaves.
    pub kind: Option<ReplacementKind>,
}

/// A page of replacements, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Replacement>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, ReplacementRow, "SELECT id, content FROM replacement WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        if let Some(state) = filter.state {
            query.push(" AND state = ").push_bind(state.as_str());
        }
        if let Some(kind) = filter.kind {
            query.push(" AND kind = ").push_bind(kind.as_str());
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(ReplacementRow::into_replacement).collect::<Result<_>>()?, next))
}

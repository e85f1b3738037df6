//! Goods that leave for the customer.

use std::collections::BTreeMap;

use redress_domain::fulfilment::{Pieces, Received, Replacement, ReplacementKind, ReplacementState};
use redress_domain::id::{OrderId, ReplacementId, TicketId, TicketLineId};
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

/// What exchanges have made of an order's goods, over all its tickets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchanged {
    /// What came, in the order in which it was proposed. What left first is owed until an inspection found what it is for, its price came
    /// back, or that was let go.
    pub received: Vec<Received>,
    /// What was given for goods that have left, in tickets that ended otherwise and so ask for nothing any more: it is with us all the same.
    pub given: Pieces,
}

/// Reads it; `except` is a ticket whose own goods are not counted as given.
pub async fn exchanged(tx: &mut TenantTx, order: OrderId, except: Option<TicketId>) -> Result<Exchanged> {
    let sql = concat!(
        "SELECT r.id, r.content, CAST(CASE \
           WHEN EXISTS (SELECT 1 FROM inspection i WHERE i.tenant_id = t.tenant_id AND i.ticket_id = t.id AND i.finding = 'ok') \
           OR EXISTS (SELECT 1 FROM settlement s WHERE s.tenant_id = t.tenant_id AND s.ticket_id = t.id AND s.kind = 'clawback') \
           OR EXISTS (SELECT 1 FROM timeline e WHERE e.tenant_id = t.tenant_id AND e.ticket_id = t.id \
             AND e.kind = 'ticket.clawback_waived') THEN 1 ELSE 0 END AS BIGINT), \
         CAST(CASE WHEN t.id <> $3 AND ",
        crate::ticket::asks_nothing!(),
        " THEN 1 ELSE 0 END AS BIGINT) \
         FROM ticket t JOIN replacement r ON r.tenant_id = t.tenant_id AND r.ticket_id = t.id \
         WHERE t.tenant_id = $1 AND t.order_id = $2 AND r.kind = 'exchange' AND r.state IN ('shipped', 'delivered') ORDER BY r.id"
    );
    let except = except.map_or(Uuid::nil(), |id| id.as_uuid());
    let left = fetch_all!(tx, (Uuid, String, i64, i64), sql, tx.tenant, order.as_uuid(), except)?;
    let mut all = Exchanged::default();
    if left.is_empty() {
        return Ok(all);
    }
    let sql = "SELECT l.id, l.order_line, l.sku FROM ticket t JOIN ticket_line l ON l.tenant_id = t.tenant_id AND l.ticket_id = t.id \
               WHERE t.tenant_id = $1 AND t.order_id = $2 AND l.order_line IS NOT NULL";
    let lines = fetch_all!(tx, (Uuid, String, String), sql, tx.tenant, order.as_uuid())?;
    let lines: BTreeMap<Uuid, (String, String)> = lines.into_iter().map(|(id, line, sku)| (id, (line, sku))).collect();
    for (id, content, came_for, over) in left {
        let replacement = ReplacementRow { id, content }.into_replacement()?;
        let on = |line: TicketLineId| lines.get(&line.as_uuid());
        all.received.extend(Received::of(&replacement, came_for > 0, |line| on(line).map(|(line, _)| line.clone())));
        for returned in replacement.returned.iter().filter(|_| over > 0) {
            let Some(piece) = on(returned.line) else { continue };
            let given = all.given.entry(piece.clone()).or_default();
            *given = given.saturating_add(returned.quantity);
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

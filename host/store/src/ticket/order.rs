//! What the tickets of one order ask for together.

use std::collections::BTreeMap;

use redress_domain::fulfilment::Pieces;
use redress_domain::id::{OrderId, TicketId};
use redress_domain::{Currency, Money};
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, money};
use crate::sql::{TenantTx, fetch_all, fetch_one};

/// What was refunded or promised on an order in one currency, over all its tickets: instructions that are neither failed nor
/// cancelled, and what was paid outside Redress.
pub async fn refunded_on_order(tx: &mut TenantTx, order: OrderId, currency: Currency) -> Result<Money> {
    let sql = "SELECT CAST(COALESCE((SELECT SUM(r.amount_minor) FROM refund_instruction r \
                 JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = r.ticket_id \
                 WHERE t.tenant_id = $1 AND t.order_id = $2 AND r.currency = $3 AND r.state NOT IN ('failed', 'cancelled')), 0) \
               + COALESCE((SELECT SUM(s.amount_minor) FROM settlement s \
                 JOIN ticket t ON t.tenant_id = s.tenant_id AND t.id = s.ticket_id \
                 WHERE t.tenant_id = $1 AND t.order_id = $2 AND s.currency = $3 AND s.kind IN ('external', 'clawback')), 0) AS BIGINT)";
    let (minor,) = fetch_one!(tx, (i64,), sql, tx.tenant, order.as_uuid(), currency.as_str())?;
    money(minor, currency.as_str(), "refund_instruction", "amount_minor", order)
}

/// What is true of a ticket `t` that claims none of an order's goods any more: it was refused, cancelled, merged, expired or came to nothing.
macro_rules! asks_nothing {
    () => {
        "(t.case_status IN ('merged', 'closed_expired', 'cancelled', 'refused_once', 'refused_final', 'send_back') \
          OR (t.case_status = 'closed' AND t.money = 'none'))"
    };
}
pub(crate) use asks_nothing;

/// How many of each order line and article other tickets of the order already claim: those that want goods or their price back and have not
/// come to nothing. `except` leaves one ticket out, for example the one being changed. What such tickets have exchanged all the same is
/// in [`crate::replacement::exchanged`].
pub async fn requested_quantities(tx: &mut TenantTx, order: OrderId, except: Option<TicketId>) -> Result<Pieces> {
    let sql = concat!(
        "SELECT l.order_line, l.sku, CAST(SUM(l.quantity) AS BIGINT) FROM ticket t \
         JOIN ticket_line l ON l.tenant_id = t.tenant_id AND l.ticket_id = t.id \
         WHERE t.tenant_id = $1 AND t.order_id = $2 AND t.id <> $3 AND l.order_line IS NOT NULL \
         AND t.kind IN ('return_refund', 'refund_only', 'exchange') AND NOT ",
        asks_nothing!(),
        " GROUP BY l.order_line, l.sku"
    );
    let except = except.map_or(Uuid::nil(), |id| id.as_uuid());
    fetch_all!(tx, (String, String, i64), sql, tx.tenant, order.as_uuid(), except)?
        .into_iter()
        .map(|(line, sku, quantity)| Ok(((line, sku), count(quantity, "ticket_line", "quantity", order)?)))
        .collect()
}

/// What ledgers say about an order line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineSums {
    /// What went back for it; freight and compensation are on no line's price.
    pub credited: Money,
    /// What was paid on top of its price in exchanges.
    pub on_top: Money,
}

/// What the ledgers of other tickets of the order credit per order line, in one currency. `except` leaves one ticket out.
pub async fn credited_lines(
    tx: &mut TenantTx,
    order: OrderId,
    except: Option<TicketId>,
    currency: Currency,
) -> Result<BTreeMap<String, LineSums>> {
    let sql = "SELECT l.order_line, CAST(SUM(s.amount_minor) AS BIGINT), \
                 CAST(SUM(CASE WHEN s.kind = 'difference' THEN s.amount_minor ELSE 0 END) AS BIGINT) FROM ticket t \
               JOIN ticket_line l ON l.tenant_id = t.tenant_id AND l.ticket_id = t.id \
               JOIN settlement s ON s.tenant_id = t.tenant_id AND s.ticket_id = t.id AND s.line_id = l.id \
               WHERE t.tenant_id = $1 AND t.order_id = $2 AND t.id <> $3 AND l.order_line IS NOT NULL \
               AND s.currency = $4 AND s.kind NOT IN ('freight', 'compensation') \
               GROUP BY l.order_line";
    let except = except.map_or(Uuid::nil(), |id| id.as_uuid());
    let sum = |minor| money(minor, currency.as_str(), "settlement", "amount_minor", order);
    fetch_all!(tx, (String, i64, i64), sql, tx.tenant, order.as_uuid(), except, currency.as_str())?
        .into_iter()
        .map(|(line, credited, on_top)| Ok((line, LineSums { credited: sum(credited)?, on_top: sum(on_top)? })))
        .collect()
}

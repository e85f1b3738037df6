//! A customer's past, as rules may look it up.

use redress_domain::history::{AfterSaleSummary, History, MAX_ROWS, OrderSummary, Totals};
use redress_domain::id::{CustomerId, OrderId, TicketId};
use redress_domain::ticket::LINKED_CHANNEL;
use redress_domain::{Currency, Money};
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, money, parse};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all, fetch_one};

#[derive(sqlx::FromRow)]
struct OrderRow {
    id: Uuid,
    external_id: String,
    placed_at: Option<Stamp>,
    paid_minor: i64,
    currency: String,
    line_count: i64,
}

/// One line of an earlier ticket beside the ticket itself, or the ticket alone when it has no lines.
#[derive(sqlx::FromRow)]
struct TicketRow {
    id: Uuid,
    number: String,
    kind: String,
    problem_type: Option<String>,
    case_status: String,
    created_at: Stamp,
    refunded: i64,
    reason: Option<String>,
    sku: Option<String>,
}

/// The customer's earlier orders and tickets, newest first, at most [`MAX_ROWS`] of each, and sums over all of them in one
/// currency. `except` is the ticket in question itself; work that the platform opened for colleagues is nothing that the customer asked
/// for ([`redress_domain::ticket::Ticket::is_work`]). What was refunded is what was paid out or settled outside Redress.
pub async fn of_customer(tx: &mut TenantTx, customer: CustomerId, except: Option<TicketId>, currency: Currency) -> Result<History> {
    let most = i64::try_from(MAX_ROWS).unwrap_or(i64::MAX);
    let sql = "SELECT id, external_id, placed_at, paid_minor, currency, line_count FROM shop_order \
               WHERE tenant_id = $1 AND customer_id = $2 \
               ORDER BY CASE WHEN placed_at IS NULL THEN 1 ELSE 0 END, placed_at DESC, id DESC LIMIT $3";
    let orders = fetch_all!(tx, OrderRow, sql, tx.tenant, customer.as_uuid(), most)?;
    let orders = orders.into_iter().map(order).collect::<Result<Vec<_>>>()?;

    let sql = "SELECT t.id, t.number, t.kind, t.problem_type, t.case_status, t.created_at, \
                 CAST(COALESCE((SELECT SUM(r.amount_minor) FROM refund_instruction r WHERE r.tenant_id = $1 \
                   AND r.ticket_id = t.id AND r.state = 'paid' AND r.currency = $4), 0) \
                 + COALESCE((SELECT SUM(s.amount_minor) FROM settlement s WHERE s.tenant_id = $1 \
                   AND s.ticket_id = t.id AND s.kind IN ('external', 'clawback') AND s.currency = $4), 0) AS BIGINT) AS refunded, \
                 l.reason, l.sku \
               FROM (SELECT id, number, kind, problem_type, case_status, created_at FROM ticket \
                 WHERE tenant_id = $1 AND customer_id = $2 AND id <> $3 AND NOT (channel = $6 AND kind IN ('complaint', 'inquiry')) \
                 ORDER BY id DESC LIMIT $5) t \
               LEFT JOIN ticket_line l ON l.tenant_id = $1 AND l.ticket_id = t.id \
               ORDER BY t.id DESC, l.position";
    let except = except.map_or(Uuid::nil(), |id| id.as_uuid());
    let rows = fetch_all!(tx, TicketRow, sql, tx.tenant, customer.as_uuid(), except, currency.as_str(), most, LINKED_CHANNEL)?;
    let after_sales = summaries(rows, currency)?;

    let totals = if orders.len() < MAX_ROWS && after_sales.len() < MAX_ROWS {
        let paid = orders.iter().map(|order| order.paid).filter(|paid| paid.currency() == currency);
        Totals {
            orders: count(i64::try_from(orders.len()).unwrap_or(i64::MAX), "shop_order", "id", customer)?,
            after_sales: count(i64::try_from(after_sales.len()).unwrap_or(i64::MAX), "ticket", "id", customer)?,
            paid: sum(currency, paid, customer)?,
            refunded: sum(currency, after_sales.iter().map(|ticket| ticket.refunded), customer)?,
        }
    } else {
        totals(tx, customer, except, currency).await?
    };
    Ok(History { orders, after_sales, totals })
}

fn sum(currency: Currency, amounts: impl Iterator<Item = Money>, customer: CustomerId) -> Result<Money> {
    let total = amounts.map(|amount| i128::from(amount.minor())).sum::<i128>();
    money(i64::try_from(total).unwrap_or(i64::MAX), currency.as_str(), "shop_order", "paid_minor", customer)
}

fn order(row: OrderRow) -> Result<OrderSummary> {
    let id = OrderId::from_uuid(row.id);
    Ok(OrderSummary {
        external_id: row.external_id,
        placed_at: row.placed_at.map(|at| at.0),
        paid: money(row.paid_minor, &row.currency, "shop_order", "paid_minor", id)?,
        lines: count(row.line_count, "shop_order", "line_count", id)?,
    })
}

/// Joins the rows of each ticket again.
fn summaries(rows: Vec<TicketRow>, currency: Currency) -> Result<Vec<AfterSaleSummary>> {
    let mut summaries: Vec<AfterSaleSummary> = Vec::new();
    let mut current = None;
    for row in rows {
        let id = TicketId::from_uuid(row.id);
        if current != Some(id) {
            current = Some(id);
            summaries.push(AfterSaleSummary {
                number: row.number,
                kind: parse(&row.kind, "ticket", "kind", id)?,
                problem_type: row.problem_type,
                reasons: Vec::new(),
                skus: Vec::new(),
                case: parse(&row.case_status, "ticket", "case_status", id)?,
                created_at: row.created_at.0,
                refunded: money(row.refunded, currency.as_str(), "refund_instruction", "amount_minor", id)?,
            });
        }
        if let Some(summary) = summaries.last_mut() {
            add_once(&mut summary.reasons, row.reason);
            add_once(&mut summary.skus, row.sku.filter(|sku| !sku.is_empty()));
        }
    }
    Ok(summaries)
}

fn add_once(list: &mut Vec<String>, value: Option<String>) {
    if let Some(value) = value.filter(|value| !list.contains(value)) {
        list.push(value);
    }
}

/// Sums over everything, for customers with more rows than a case carries.
async fn totals(tx: &mut TenantTx, customer: CustomerId, except: Uuid, currency: Currency) -> Result<Totals> {
    let sql = "SELECT (SELECT COUNT(*) FROM shop_order WHERE tenant_id = $1 AND customer_id = $2), \
                 (SELECT CAST(COALESCE(SUM(paid_minor), 0) AS BIGINT) FROM shop_order \
                   WHERE tenant_id = $1 AND customer_id = $2 AND currency = $4), \
                 (SELECT COUNT(*) FROM ticket WHERE tenant_id = $1 AND customer_id = $2 AND id <> $3 \
                   AND NOT (channel = $5 AND kind IN ('complaint', 'inquiry'))), \
                 CAST(COALESCE((SELECT SUM(r.amount_minor) FROM refund_instruction r \
                   JOIN ticket t ON t.tenant_id = r.tenant_id AND t.id = r.ticket_id WHERE t.tenant_id = $1 \
                   AND t.customer_id = $2 AND t.id <> $3 AND r.state = 'paid' AND r.currency = $4), 0) \
                 + COALESCE((SELECT SUM(s.amount_minor) FROM settlement s \
                   JOIN ticket t ON t.tenant_id = s.tenant_id AND t.id = s.ticket_id WHERE t.tenant_id = $1 \
                   AND t.customer_id = $2 AND t.id <> $3 AND s.kind IN ('external', 'clawback') AND s.currency = $4), 0) AS BIGINT)";
    let (orders, paid, after_sales, refunded) =
        fetch_one!(tx, (i64, i64, i64, i64), sql, tx.tenant, customer.as_uuid(), except, currency.as_str(), LINKED_CHANNEL)?;
    Ok(Totals {
        orders: count(orders, "shop_order", "id", customer)?,
        after_sales: count(after_sales, "ticket", "id", customer)?,
        paid: money(paid, currency.as_str(), "shop_order", "paid_minor", customer)?,
        refunded: money(refunded, currency.as_str(), "refund_instruction", "amount_minor", customer)?,
    })
}

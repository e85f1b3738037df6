//! Pages of tickets.

use redress_domain::Timestamp;
use redress_domain::id::{CustomerId, OrderId, QueueId, UserId};
use redress_domain::status::{CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Priority, Ticket, TicketKind};

use super::row::{TicketRow, with_lines};
use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built};

/// Which tickets are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is asked for.
    pub kind: Option<TicketKind>,
    /// Case axis.
    pub case: Option<CaseStatus>,
    /// Goods axis.
    pub goods: Option<GoodsStatus>,
    /// Money axis.
    pub money: Option<MoneyStatus>,
    /// Dispute axis.
    pub dispute: Option<DisputeStatus>,
    /// Whether somebody still works on it.
    pub open: Option<bool>,
    /// Queue it waits in.
    pub queue: Option<QueueId>,
    /// Person who has it.
    pub assignee: Option<UserId>,
    /// Who bought.
    pub customer: Option<CustomerId>,
    /// What was bought.
    pub order: Option<OrderId>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Problem label.
    pub problem_type: Option<String>,
    /// Where it came from.
    pub channel: Option<String>,
    /// The channel's own number.
    pub external_ref: Option<String>,
    /// The number people use.
    pub number: Option<String>,
    /// Something is owed by this moment or before, and still owed.
    pub due_by: Option<Timestamp>,
    /// Nothing was owed before this moment that still is.
    pub in_time: Option<Timestamp>,
}

/// A page of tickets with their lines, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Ticket>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let names = [
        (" AND kind = ", filter.kind.map(TicketKind::as_str)),
        (" AND case_status = ", filter.case.map(CaseStatus::as_str)),
        (" AND goods = ", filter.goods.map(GoodsStatus::as_str)),
        (" AND money = ", filter.money.map(MoneyStatus::as_str)),
        (" AND dispute = ", filter.dispute.map(DisputeStatus::as_str)),
        (" AND priority = ", filter.priority.map(Priority::as_str)),
        (" AND problem_type = ", filter.problem_type.as_deref()),
        (" AND channel = ", filter.channel.as_deref()),
        (" AND external_ref = ", filter.external_ref.as_deref()),
        (" AND number = ", filter.number.as_deref()),
    ];
    let ids = [
        (" AND queue_id = ", filter.queue.map(|id| id.as_uuid())),
        (" AND assignee_id = ", filter.assignee.map(|id| id.as_uuid())),
        (" AND customer_id = ", filter.customer.map(|id| id.as_uuid())),
        (" AND order_id = ", filter.order.map(|id| id.as_uuid())),
    ];
    let open = match filter.open {
        Some(true) => " AND is_open",
        Some(false) => " AND NOT is_open",
        None => "",
    };
    let rows = fetch_built!(tx, TicketRow, "SELECT * FROM ticket WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(open);
        for (condition, value) in names {
            if let Some(value) = value {
                query.push(condition).push_bind(value);
            }
        }
        for (condition, value) in ids {
            if let Some(value) = value {
                query.push(condition).push_bind(value);
            }
        }
        for (condition, moment) in [(" AND id IN", filter.due_by), (" AND id NOT IN", filter.in_time)] {
            if let Some(moment) = moment {
                query.push(condition).push(" (SELECT ticket_id FROM service_level WHERE tenant_id = ").push_bind(tenant);
                query.push(" AND due_at <= ").push_bind(Stamp(moment)).push(")");
            }
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((with_lines(tx, rows).await?, next))
}

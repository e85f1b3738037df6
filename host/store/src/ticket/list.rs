//! Pages of tickets.

use redress_domain::Timestamp;
use redress_domain::id::{CustomerId, OrderId, QueueId, UserId};
use redress_domain::status::{CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Priority, Ticket, TicketKind};
use uuid::Uuid;

use super::row::{TicketRow, with_lines};
use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
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

/// Adds a filter's conditions behind others.
macro_rules! push_filter {
    ($query:ident, $filter:expr, $tenant:expr) => {
        let filter: &$crate::ticket::Filter = $filter;
        $query.push(match filter.open {
            Some(true) => " AND is_open",
            Some(false) => " AND NOT is_open",
            None => "",
        });
        for (condition, value) in filter.names() {
            if let Some(value) = value {
                $query.push(condition).push_bind(value);
            }
        }
        for (condition, value) in filter.ids() {
            if let Some(value) = value {
                $query.push(condition).push_bind(value);
            }
        }
        for (condition, moment) in [(" AND id IN", filter.due_by), (" AND id NOT IN", filter.in_time)] {
            if let Some(moment) = moment {
                $query.push(condition).push(" (SELECT ticket_id FROM service_level WHERE tenant_id = ").push_bind($tenant);
                $query.push(" AND due_at <= ").push_bind($crate::sql::stamp::Stamp(moment)).push(")");
            }
        }
    };
}
pub(super) use push_filter;

impl Filter {
    /// Conditions on texts.
    pub(super) fn names(&self) -> [(&'static str, Option<String>); 10] {
        let text = |name: Option<&'static str>| name.map(str::to_owned);
        [
            (" AND kind = ", text(self.kind.map(TicketKind::as_str))),
            (" AND case_status = ", text(self.case.map(CaseStatus::as_str))),
            (" AND goods = ", text(self.goods.map(GoodsStatus::as_str))),
            (" AND money = ", text(self.money.map(MoneyStatus::as_str))),
            (" AND dispute = ", text(self.dispute.map(DisputeStatus::as_str))),
            (" AND priority = ", text(self.priority.map(Priority::as_str))),
            (" AND problem_type = ", self.problem_type.clone()),
            (" AND channel = ", self.channel.clone()),
            (" AND external_ref = ", self.external_ref.clone()),
            (" AND number = ", self.number.clone()),
        ]
    }

    /// Conditions on identifiers.
    pub(super) fn ids(&self) -> [(&'static str, Option<Uuid>); 4] {
        [
            (" AND queue_id = ", self.queue.map(|id| id.as_uuid())),
            (" AND assignee_id = ", self.assignee.map(|id| id.as_uuid())),
            (" AND customer_id = ", self.customer.map(|id| id.as_uuid())),
            (" AND order_id = ", self.order.map(|id| id.as_uuid())),
        ]
    }
}

/// A page of tickets with their lines, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Ticket>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, TicketRow, "SELECT * FROM ticket WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        push_filter!(query, filter, tenant);
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((with_lines(tx, rows).await?, next))
}

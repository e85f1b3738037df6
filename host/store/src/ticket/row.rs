//! Between rows and tickets.

use std::collections::HashMap;

use redress_domain::Timestamp;
use redress_domain::id::{CustomerId, OrderId, QueueId, TicketId, TicketLineId, UserId};
use redress_domain::rule::{Deduction, Risk};
use redress_domain::status::Axes;
use redress_domain::ticket::{Approval, Refund, Ticket, TicketLine};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, json, money, parse};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built};

/// What is never filtered by, as one JSON column.
#[derive(Serialize)]
pub(super) struct DetailRef<'a> {
    pub(super) tags: &'a [String],
    pub(super) risk: &'a Option<Risk>,
    pub(super) refund: &'a Option<Refund>,
    pub(super) approvals: &'a [Approval],
    pub(super) deductions: &'a [Deduction],
    pub(super) refusals: u32,
    pub(super) fields: &'a serde_json::Map<String, serde_json::Value>,
    pub(super) reopened_at: Option<Timestamp>,
}

#[derive(Deserialize)]
struct Detail {
    tags: Vec<String>,
    risk: Option<Risk>,
    refund: Option<Refund>,
    approvals: Vec<Approval>,
    deductions: Vec<Deduction>,
    refusals: u32,
    fields: serde_json::Map<String, serde_json::Value>,
    #[serde(default)]
    reopened_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
pub(super) struct TicketRow {
    pub(super) id: Uuid,
    number: String,
    version: i64,
    kind: String,
    channel: String,
    external_ref: Option<String>,
    subject: String,
    description: String,
    problem_type: Option<String>,
    customer_id: Option<Uuid>,
    order_id: Option<Uuid>,
    case_status: String,
    goods: String,
    money: String,
    dispute: String,
    queue_id: Option<Uuid>,
    assignee_id: Option<Uuid>,
    priority: String,
    detail: String,
    created_at: Stamp,
    updated_at: Stamp,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    ticket_id: Uuid,
    id: Uuid,
    order_line: Option<String>,
    sku: String,
    category: Option<String>,
    quantity: i64,
    reason: String,
    requested_minor: i64,
    currency: String,
}

impl LineRow {
    fn into_line(self) -> Result<TicketLine> {
        let id = TicketLineId::from_uuid(self.id);
        Ok(TicketLine {
            id,
            order_line: self.order_line,
            sku: self.sku,
            category: self.category,
            quantity: count(self.quantity, "ticket_line", "quantity", id)?,
            reason: self.reason,
            requested: money(self.requested_minor, &self.currency, "ticket_line", "requested_minor", id)?,
        })
    }
}

impl TicketRow {
    fn into_ticket(self, lines: Vec<TicketLine>) -> Result<Ticket> {
        let id = TicketId::from_uuid(self.id);
        let detail: Detail = json(&self.detail, "ticket", "detail", id)?;
        Ok(Ticket {
            id,
            number: self.number,
            version: self.version,
            kind: parse(&self.kind, "ticket", "kind", id)?,
            channel: self.channel,
            external_ref: self.external_ref,
            subject: self.subject,
            description: self.description,
            problem_type: self.problem_type,
            customer: self.customer_id.map(CustomerId::from_uuid),
            order: self.order_id.map(OrderId::from_uuid),
            axes: Axes {
                case: parse(&self.case_status, "ticket", "case_status", id)?,
                goods: parse(&self.goods, "ticket", "goods", id)?,
                money: parse(&self.money, "ticket", "money", id)?,
                dispute: parse(&self.dispute, "ticket", "dispute", id)?,
            },
            queue: self.queue_id.map(QueueId::from_uuid),
            assignee: self.assignee_id.map(UserId::from_uuid),
            priority: parse(&self.priority, "ticket", "priority", id)?,
            tags: detail.tags,
            risk: detail.risk,
            refund: detail.refund,
            approvals: detail.approvals,
            deductions: detail.deductions,
            refusals: detail.refusals,
            lines,
            fields: detail.fields,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
            reopened_at: detail.reopened_at,
        })
    }
}

/// Fetches the lines of all these tickets at once and puts the tickets together.
pub(super) async fn with_lines(tx: &mut TenantTx, rows: Vec<TicketRow>) -> Result<Vec<Ticket>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant;
    let lines = fetch_built!(tx, LineRow, "SELECT * FROM ticket_line WHERE tenant_id = ", |query| {
        query.push_bind(tenant).push(" AND ticket_id IN (");
        let mut ids = query.separated(", ");
        for row in &rows {
            ids.push_bind(row.id);
        }
        query.push(") ORDER BY ticket_id, position");
    })?;
    let mut by_ticket: HashMap<Uuid, Vec<TicketLine>> = HashMap::with_capacity(rows.len());
    for line in lines {
        by_ticket.entry(line.ticket_id).or_default().push(line.into_line()?);
    }
    rows.into_iter()
        .map(|row| {
            let lines = by_ticket.remove(&row.id).unwrap_or_default();
            row.into_ticket(lines)
        })
        .collect()
}

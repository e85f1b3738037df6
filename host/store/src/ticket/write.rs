//! Adding and changing tickets.

use redress_domain::ticket::Ticket;

use super::is_open;
use super::row::DetailRef;
use super::word::index_words;
use crate::error::{Error, Result};
use crate::sql::column::to_json;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, insert};

/// Adds a ticket with its lines. Gathered: the errors may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `ticket_external_ref` or `ticket_number`.
pub async fn insert(tx: &mut TenantTx, ticket: &Ticket) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "ticket (tenant_id, id, number, version, kind, channel, external_ref, subject, description, problem_type, customer_id, \
         order_id, case_status, goods, money, dispute, is_open, queue_id, assignee_id, priority, detail, created_at, updated_at)",
        [ticket],
        |values, t| {
            values.bind(tenant).bind(t.id.as_uuid()).bind(&t.number).bind(t.version).bind(t.kind.as_str()).bind(&t.channel);
            values.bind(&t.external_ref).bind(&t.subject).bind(&t.description).bind(&t.problem_type);
            values.bind(t.customer.map(|id| id.as_uuid())).bind(t.order.map(|id| id.as_uuid()));
            values.bind(t.axes.case.as_str()).bind(t.axes.goods.as_str()).bind(t.axes.money.as_str()).bind(t.axes.dispute.as_str());
            values.bind(is_open(t.axes.case)).bind(t.queue.map(|id| id.as_uuid())).bind(t.assignee.map(|id| id.as_uuid()));
            values.bind(t.priority.as_str()).bind(detail(t)).bind(Stamp(t.created_at)).bind(Stamp(t.updated_at));
        }
    );
    index_words(tx, ticket).await?;
    insert_lines(tx, ticket).await
}

async fn insert_lines(tx: &mut TenantTx, ticket: &Ticket) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "ticket_line (tenant_id, ticket_id, position, id, order_line, sku, category, quantity, reason, requested_minor, currency)",
        ticket.lines.iter().zip(0_i64..),
        |values, (line, position)| {
            values.bind(tenant).bind(ticket.id.as_uuid()).bind(position).bind(line.id.as_uuid()).bind(&line.order_line);
            values.bind(&line.sku).bind(&line.category).bind(i64::from(line.quantity)).bind(&line.reason);
            values.bind(line.requested.minor()).bind(line.requested.currency().as_str());
        }
    );
    Ok(())
}

/// Replaces a ticket that is at version `expected`, with its lines; the stored version becomes `ticket.version`. Number, channel
/// and time of creation never change.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, ticket: &Ticket, expected: i64) -> Result<()> {
    let touched = execute!(
        tx,
        "UPDATE ticket SET version = $4, kind = $5, external_ref = $6, subject = $7, description = $8, problem_type = $9, \
         customer_id = $10, order_id = $11, case_status = $12, goods = $13, money = $14, dispute = $15, is_open = $16, \
         queue_id = $17, assignee_id = $18, priority = $19, detail = $20, updated_at = $21 \
         WHERE tenant_id = $1 AND id = $2 AND version = $3",
        tx.tenant,
        ticket.id.as_uuid(),
        expected,
        ticket.version,
        ticket.kind.as_str(),
        &ticket.external_ref,
        &ticket.subject,
        &ticket.description,
        &ticket.problem_type,
        ticket.customer.map(|id| id.as_uuid()),
        ticket.order.map(|id| id.as_uuid()),
        ticket.axes.case.as_str(),
        ticket.axes.goods.as_str(),
        ticket.axes.money.as_str(),
        ticket.axes.dispute.as_str(),
        is_open(ticket.axes.case),
        ticket.queue.map(|id| id.as_uuid()),
        ticket.assignee.map(|id| id.as_uuid()),
        ticket.priority.as_str(),
        detail(ticket),
        Stamp(ticket.updated_at),
    )?;
    if touched == 0 {
        return Err(Error::Stale { what: "ticket", id: ticket.id.to_string(), expected });
    }
    execute!(tx, "DELETE FROM ticket_line WHERE tenant_id = $1 AND ticket_id = $2", tx.tenant, ticket.id.as_uuid())?;
    insert_lines(tx, ticket).await
}

fn detail(ticket: &Ticket) -> String {
    to_json(&DetailRef {
        tags: &ticket.tags,
        risk: &ticket.risk,
        refund: &ticket.refund,
        approvals: &ticket.approvals,
        deductions: &ticket.deductions,
        refusals: ticket.refusals,
        fields: &ticket.fields,
        reopened_at: ticket.reopened_at,
    })
}

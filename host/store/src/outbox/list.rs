//! Looking messages up.

use redress_domain::id::{OutboxId, TicketId, WebhookId};
use redress_domain::outbox::{OutboxMessage, OutboxState};

use super::row::MessageRow;
use crate::error::Result;
use crate::page::{Cursor, Page, push_page};
use crate::sql::{TenantTx, fetch_built, fetch_optional};

/// Which messages are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Where they stand.
    pub state: Option<OutboxState>,
    /// Ticket they are about.
    pub ticket: Option<TicketId>,
    /// Webhook they go to.
    pub webhook: Option<WebhookId>,
}

/// The message with this id.
pub async fn find(tx: &mut TenantTx, id: OutboxId) -> Result<Option<OutboxMessage>> {
    let sql = "SELECT * FROM outbox WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, MessageRow, sql, tx.tenant, id.as_uuid())?.map(MessageRow::into_message).transpose()
}

/// A page of messages, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<OutboxMessage>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, MessageRow, "SELECT * FROM outbox WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        // Written out, so that the partial indexes serve.
        query.push(match filter.state {
            Some(OutboxState::Pending) => " AND state = 'pending'",
            Some(OutboxState::Delivered) => " AND state = 'delivered'",
            Some(OutboxState::Dead) => " AND state = 'dead'",
            None => "",
        });
        if let Some(ticket) = filter.ticket {
            query.push(" AND ticket_id = ").push_bind(ticket.as_uuid());
        }
        if let Some(webhook) = filter.webhook {
            query.push(" AND webhook_id = ").push_bind(webhook.as_uuid());
        }
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(MessageRow::into_message).collect::<Result<_>>()?, next))
}

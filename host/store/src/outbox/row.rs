//! Between rows and messages.

use redress_domain::id::{OutboxId, TenantId, TicketId, WebhookId};
use redress_domain::outbox::OutboxMessage;
use uuid::Uuid;

use crate::error::Result;
use crate::sql::column::{count, json, parse, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, insert};

#[derive(sqlx::FromRow)]
pub(super) struct MessageRow {
    tenant_id: Uuid,
    pub(super) id: Uuid,
    ticket_id: Option<Uuid>,
    event: String,
    channel: String,
    recipient: String,
    webhook_id: Option<Uuid>,
    payload: String,
    state: String,
    attempts: i64,
    next_attempt_at: Stamp,
    last_error: Option<String>,
    created_at: Stamp,
    delivered_at: Option<Stamp>,
}

impl MessageRow {
    pub(super) const fn tenant(&self) -> TenantId {
        TenantId::from_uuid(self.tenant_id)
    }

    pub(super) fn into_message(self) -> Result<OutboxMessage> {
        let id = OutboxId::from_uuid(self.id);
        Ok(OutboxMessage {
            id,
            ticket: self.ticket_id.map(TicketId::from_uuid),
            event: self.event,
            channel: self.channel,
            recipient: json(&self.recipient, "outbox", "recipient", id)?,
            webhook: self.webhook_id.map(WebhookId::from_uuid),
            payload: json(&self.payload, "outbox", "payload", id)?,
            state: parse(&self.state, "outbox", "state", id)?,
            attempts: count(self.attempts, "outbox", "attempts", id)?,
            next_attempt_at: self.next_attempt_at.0,
            last_error: self.last_error,
            created_at: self.created_at.0,
            delivered_at: self.delivered_at.map(|at| at.0),
        })
    }
}

/// Adds messages. Gathered.
pub async fn insert_many(tx: &mut TenantTx, messages: &[OutboxMessage]) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "outbox (tenant_id, id, ticket_id, event, channel, recipient, webhook_id, payload, state, attempts, next_attempt_at, \
         last_error, created_at, delivered_at)",
        messages,
        |values, m| {
            values.bind(tenant).bind(m.id.as_uuid()).bind(m.ticket.map(|id| id.as_uuid())).bind(&m.event).bind(&m.channel);
            values.bind(to_json(&m.recipient)).bind(m.webhook.map(|id| id.as_uuid())).bind(to_json(&m.payload));
            values.bind(m.state.as_str()).bind(i64::from(m.attempts)).bind(Stamp(m.next_attempt_at)).bind(&m.last_error);
            values.bind(Stamp(m.created_at)).bind(m.delivered_at.map(Stamp));
        }
    );
    Ok(())
}

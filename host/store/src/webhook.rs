//! Places outgoing webhooks go to.

use redress_domain::id::WebhookId;
use redress_domain::outbox::WebhookEndpoint;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::sql::column::{json, to_json};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_all, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct WebhookRow {
    id: Uuid,
    version: i64,
    url: String,
    secret: String,
    events: String,
    enabled: bool,
    created_at: Stamp,
}

impl WebhookRow {
    fn into_webhook(self) -> Result<WebhookEndpoint> {
        let id = WebhookId::from_uuid(self.id);
        Ok(WebhookEndpoint {
            id,
            version: self.version,
            url: self.url,
            secret: self.secret,
            events: json(&self.events, "webhook", "events", id)?,
            enabled: self.enabled,
            created_at: self.created_at.0,
        })
    }
}

/// Adds an endpoint.
pub async fn insert(tx: &mut TenantTx, webhook: &WebhookEndpoint) -> Result<()> {
    let tenant = tx.tenant;
    insert!(tx, "webhook (tenant_id, id, version, url, secret, events, enabled, created_at)", [webhook], |values, w| {
        values.bind(tenant).bind(w.id.as_uuid()).bind(w.version).bind(&w.url).bind(&w.secret).bind(to_json(&w.events));
        values.bind(w.enabled).bind(Stamp(w.created_at));
    });
    tx.flush().await
}

/// Replaces an endpoint that is at version `expected`.
///
/// # Errors
/// [`Error::Stale`] when it is at another version or does not exist.
pub async fn update(tx: &mut TenantTx, webhook: &WebhookEndpoint, expected: i64) -> Result<()> {
    let sql = "UPDATE webhook SET version = $4, url = $5, secret = $6, events = $7, enabled = $8 \
               WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let (id, events) = (webhook.id.as_uuid(), to_json(&webhook.events));
    match execute!(tx, sql, tx.tenant, id, expected, webhook.version, &webhook.url, &webhook.secret, events, webhook.enabled)? {
        0 => Err(Error::Stale { what: "webhook", id: webhook.id.to_string(), expected }),
        _ => Ok(()),
    }
}

/// Removes an endpoint. Messages that were meant for it find nobody and die.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &mut TenantTx, id: WebhookId) -> Result<()> {
    match execute!(tx, "DELETE FROM webhook WHERE tenant_id = $1 AND id = $2", tx.tenant, id.as_uuid())? {
        0 => Err(Error::NotFound { what: "webhook", id: id.to_string() }),
        _ => Ok(()),
    }
}

/// The endpoint with this id.
pub async fn find(tx: &mut TenantTx, id: WebhookId) -> Result<Option<WebhookEndpoint>> {
    let sql = "SELECT * FROM webhook WHERE tenant_id = $1 AND id = $2";
    fetch_optional!(tx, WebhookRow, sql, tx.tenant, id.as_uuid())?.map(WebhookRow::into_webhook).transpose()
}

/// All endpoints, oldest first.
pub async fn list(tx: &mut TenantTx) -> Result<Vec<WebhookEndpoint>> {
    let sql = "SELECT * FROM webhook WHERE tenant_id = $1 ORDER BY id";
    fetch_all!(tx, WebhookRow, sql, tx.tenant)?.into_iter().map(WebhookRow::into_webhook).collect()
}

//! `PATCH /webhooks/{id}`

use axum::extract::State;
use redress_domain::id::WebhookId;
use redress_domain::outbox::WebhookEndpoint;
use redress_store::webhook;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::{WebhookView, checked_events, checked_url};
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};

/// What to change of an endpoint; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookChange {
    /// Address, http or https.
    url: Option<String>,
    /// Events it wants.
    events: Option<Vec<String>>,
    /// False to switch it off.
    enabled: Option<bool>,
}

/// Change an endpoint.
///
/// The secret stays; add a new endpoint to get a new one.
#[utoipa::path(patch, path = "/webhooks/{id}", tag = "webhooks", request_body = WebhookChange,
    params(("id" = WebhookId, Path), IfMatchHeader), responses((status = 200, body = WebhookView), ChangeProblems))]
pub async fn update_webhook(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<WebhookId>,
    if_match: IfMatch,
    Json(change): Json<WebhookChange>,
) -> Result<Answer<WebhookView>, Problem> {
    let url = change.url.map(checked_url).transpose()?;
    let events = change.events.map(checked_events).transpose()?;
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let present = webhook::find(tx, id).await?.ok_or_else(|| Problem::not_found("webhook", id))?;
                if_match.check("webhook", id, present.version)?;
                let expected = present.version;
                let changed = WebhookEndpoint {
                    version: expected + 1,
                    url: url.unwrap_or(present.url),
                    events: events.unwrap_or(present.events),
                    enabled: change.enabled.unwrap_or(present.enabled),
                    ..present
                };
                webhook::update(tx, &changed, expected).await?;
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    let version = changed.version;
    Ok(Answer::ok(WebhookView::new(changed)).version(version))
}

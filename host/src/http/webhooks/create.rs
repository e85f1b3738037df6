//! `POST /webhooks`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::WebhookId;
use redress_domain::outbox::WebhookEndpoint;
use redress_store::webhook;
use serde::Deserialize;
use utoipa::ToSchema;

use super::view::{WebhookView, checked_events, checked_url};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};
use crate::notify::sign::new_secret;

/// A place to send webhooks to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWebhook {
    /// Address, http or https.
    #[schema(example = "https://shop.example/hooks")]
    url: String,
    /// Events it wants: `*`, `ticket.*` or one by name; all when left out.
    #[serde(default = "all")]
    events: Vec<String>,
    /// False to add it switched off.
    #[serde(default = "yes")]
    enabled: bool,
}

fn all() -> Vec<String> {
    vec!["*".to_owned()]
}

const fn yes() -> bool {
    true
}

/// Add an endpoint.
///
/// The secret that signs its messages is in this answer only.
#[utoipa::path(post, path = "/webhooks", tag = "webhooks", request_body = NewWebhook, params(IdempotencyHeader),
    responses((status = 201, body = WebhookView), WriteProblems))]
pub async fn create_webhook(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewWebhook>,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    let endpoint = WebhookEndpoint {
        id: app.new_id(WebhookId::generate),
        version: 1,
        url: checked_url(command.body.url)?,
        secret: new_secret(&mut app.entropy.clone()),
        events: checked_events(command.body.events)?,
        enabled: command.body.enabled,
        created_at: now,
    };
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                webhook::insert(tx, &endpoint).await?;
                let secret = Some(endpoint.secret.clone());
                let kept = WebhookView::new(endpoint);
                let remembered = serde_json::to_value(&kept).map_err(|error| Problem::internal(&error))?;
                Ok(Answer::created(WebhookView { secret, ..kept }).version(1).keeping(remembered))
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}

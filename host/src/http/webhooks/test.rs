//! `POST /webhooks/{id}/test`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::id::{OutboxId, WebhookId};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::rule::Recipient;
use redress_store::{outbox, webhook};
use serde_json::json;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, ChangeProblems, Path, Problem, permit};

/// Event of test messages.
const EVENT: &str = "webhook.test";

/// Send a test message to an endpoint.
///
/// It goes the way of every message: signed, retried, listed in the outbox. The answer is the message as it waits.
#[utoipa::path(post, path = "/webhooks/{id}/test", tag = "webhooks", params(("id" = WebhookId, Path), IdempotencyHeader),
    responses((status = 202, body = OutboxMessage), ChangeProblems))]
pub async fn test_webhook(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<WebhookId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    let message = OutboxMessage {
        id: app.new_id(OutboxId::generate),
        ticket: None,
        event: EVENT.to_owned(),
        channel: "webhook".to_owned(),
        recipient: Recipient::System,
        webhook: Some(id),
        payload: json!({"type": EVENT, "timestamp": now, "data": {"webhook": id, "sent_by": caller.user.id}}),
        state: OutboxState::Pending,
        attempts: 0,
        next_attempt_at: now,
        last_error: None,
        created_at: now,
        delivered_at: None,
    };
    let answer = idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                webhook::find(tx, id).await?.ok_or_else(|| Problem::not_found("webhook", id))?;
                outbox::insert_many(tx, std::slice::from_ref(&message)).await?;
                Ok(Answer { status: StatusCode::ACCEPTED, ..Answer::ok(message) })
            })
        })
        .await?;
    app.wake.outbox();
    Ok(answer)
}

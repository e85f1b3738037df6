//! `POST /outbox/{id}/resend`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::OutboxId;
use redress_domain::outbox::OutboxMessage;
use redress_store::outbox;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, ChangeProblems, Path, Problem, permit};

/// Send a message again.
///
/// For dead letters, and for messages that arrived but were lost on the other side. Receivers tell repeats by its id.
#[utoipa::path(post, path = "/outbox/{id}/resend", tag = "outbox", params(("id" = OutboxId, Path), IdempotencyHeader),
    responses((status = 200, body = OutboxMessage), ChangeProblems))]
pub async fn resend_outbox_message(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<OutboxId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    let now = app.clock.now();
    let answer = idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                outbox::resend(tx, id, now).await?;
                let message = outbox::find(tx, id).await?.ok_or_else(|| Problem::not_found("message", id))?;
                Ok(Answer::ok(message))
            })
        })
        .await?;
    app.wake.outbox();
    Ok(answer)
}

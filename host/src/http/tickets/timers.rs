//! `POST /tickets/{id}/timers/retry`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_store::{ticket, timer};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, ChangeProblems, Path, Problem, permit};

/// Timers that are tried again.
#[derive(Debug, Serialize, ToSchema)]
pub struct Retried {
    /// How many.
    timers: u64,
}

/// Try timers of a ticket again that were given up.
///
/// What is due to a ticket and fails again and again becomes a task of the supervisor, and waits. Once its cause is mended, this has it
/// tried at once.
#[utoipa::path(post, path = "/tickets/{id}/timers/retry", tag = "tickets", params(("id" = TicketId, Path), IdempotencyHeader),
    responses((status = 200, body = Retried), ChangeProblems))]
pub async fn retry_timers(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok(Answer::ok(Retried { timers: timer::revive(tx, id).await? }))
            })
        })
        .await
}

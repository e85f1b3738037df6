//! `POST /tickets/{id}/accept`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;

use super::act;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Bare, Can, ChangeProblems, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Take a ticket: it is assigned to the caller, and nobody is reminded of it any more.
#[utoipa::path(post, path = "/tickets/{id}/accept", tag = "tickets",
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn accept_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    act(&app, &caller, id, expected, idempotency, Action::Accept).await
}

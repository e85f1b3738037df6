//! `POST /tickets/{id}/reopen`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Brief, act, perhaps};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Why a ticket comes back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Return {
    /// Why, or what changed.
    reason: Option<String>,
}

/// Take a finished or refused ticket up again.
///
/// The rules are asked afresh; what was decided before stays on record.
#[utoipa::path(post, path = "/tickets/{id}/reopen", tag = "tickets", request_body = Return,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn reopen_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Brief<Return>,
) -> Result<Response, Problem> {
    let action = Action::Reopen { reason: perhaps("/reason", command.body.reason)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

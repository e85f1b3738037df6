//! `POST /tickets/{id}/reject`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, said};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// A refusal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Why; the customer may be told.
    opinion: String,
}

/// Refuse what is asked.
///
/// Takes the same standing as agreeing to it.
#[utoipa::path(post, path = "/tickets/{id}/reject", tag = "tickets", request_body = Refused,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn reject_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketApprove>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Refused>,
) -> Result<Response, Problem> {
    let action = Action::Reject { opinion: said("/opinion", command.body.opinion)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

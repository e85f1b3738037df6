//! `POST /tickets/{id}/cancel`

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

/// Why a ticket is withdrawn.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Withdrawal {
    /// Why.
    reason: Option<String>,
}

/// Withdraw a ticket for the customer.
///
/// Only before money has left; goods that are on their way go back.
#[utoipa::path(post, path = "/tickets/{id}/cancel", tag = "tickets", request_body = Withdrawal,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn cancel_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Brief<Withdrawal>,
) -> Result<Response, Problem> {
    let action = Action::Cancel { reason: perhaps("/reason", command.body.reason)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

//! `POST /tickets/{id}/approve`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Brief, act, perhaps};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// An agreement.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agreement {
    /// In your words.
    opinion: Option<String>,
    /// A lower amount than the one asked; the difference becomes a deduction.
    amount: Option<Money>,
}

/// Agree to what is asked.
///
/// Takes the role that the ticket waits for next, or a higher one; with a quorum, others must agree as well.
#[utoipa::path(post, path = "/tickets/{id}/approve", tag = "tickets", request_body = Agreement,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn approve_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketApprove>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Brief<Agreement>,
) -> Result<Response, Problem> {
    let Agreement { opinion, amount } = command.body;
    let action = Action::Approve { opinion: perhaps("/opinion", opinion)?, amount };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

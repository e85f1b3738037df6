//! `POST /tickets/{id}/clawback`, `/clawback/collected`, `/clawback/waived`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, said};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Money to fetch back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Clawback {
    /// How much; at most what the customer has of the ticket.
    amount: Money,
    /// Why, 1 to 10,000 characters.
    reason: String,
}

/// Money that came back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Collected {
    /// How much; at most what the customer has of the ticket.
    amount: Money,
}

/// Why the money is let go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Waived {
    /// Why, 1 to 10,000 characters.
    reason: String,
}

/// Begin to fetch money back (追缴), for example because the goods never came.
#[utoipa::path(post, path = "/tickets/{id}/clawback", tag = "tickets", request_body = Clawback,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn start_clawback(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Clawback>,
) -> Result<Response, Problem> {
    let Clawback { amount, reason } = command.body;
    let action = Action::ClawBack { amount, reason: said("/reason", reason)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

/// Say that the money came back.
#[utoipa::path(post, path = "/tickets/{id}/clawback/collected", tag = "tickets", request_body = Collected,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn collect_clawback(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Collected>,
) -> Result<Response, Problem> {
    let action = Action::Collected { amount: command.body.amount };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

/// Let the money go.
#[utoipa::path(post, path = "/tickets/{id}/clawback/waived", tag = "tickets", request_body = Waived,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn waive_clawback(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Waived>,
) -> Result<Response, Problem> {
    let action = Action::Waive { reason: said("/reason", command.body.reason)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

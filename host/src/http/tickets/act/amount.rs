//! `POST /tickets/{id}/amount`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::ticket::LineAmount;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, said};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Other amounts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amounts {
    /// What is asked for lines; zero for a line that the customer keeps. Lines left out stay.
    lines: Vec<LineAmount>,
    /// Why, 1 to 10,000 characters.
    reason: String,
}

/// Ask for other amounts.
///
/// The rules are asked anew, so that a higher amount finds its tier; what was agreed before counts no more, and instructions that
/// have not left are cancelled.
#[utoipa::path(post, path = "/tickets/{id}/amount", tag = "tickets", request_body = Amounts,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn change_amount(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Amounts>,
) -> Result<Response, Problem> {
    let Amounts { lines, reason } = command.body;
    if !(1..=500).contains(&lines.len()) {
        return Err(Problem::invalid("/lines", "name 1 to 500 lines"));
    }
    let action = Action::ChangeAmount { lines, reason: said("/reason", reason)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

//! `POST /tickets/{id}/refunded-elsewhere`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::act;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::reference;
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Money that somebody else paid.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// How much.
    amount: Money,
    /// Their reference, 1 to 200 characters.
    reference: Option<String>,
}

/// Say that the platform or somebody else has paid.
///
/// Instructions of ours that have not left are cancelled. While one is under way or unknown this is refused: what became of it
/// comes first.
#[utoipa::path(post, path = "/tickets/{id}/refunded-elsewhere", tag = "tickets", request_body = Elsewhere,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn refunded_elsewhere(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Elsewhere>,
) -> Result<Response, Problem> {
    let Elsewhere { amount, reference: told } = command.body;
    let told = told.map(|text| reference("/reference", text)).transpose()?;
    act(&app, &caller, id, expected, command.idempotency, Action::RefundedElsewhere { amount, reference: told }).await
}

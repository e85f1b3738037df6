//! `POST /tickets/{id}/receive`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, perhaps};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::{Action, Condition};
use crate::workflow::view::TicketView;

/// What the warehouse found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Whether the goods are as they should be.
    condition: Condition,
    /// In the warehouse's words.
    note: Option<String>,
}

/// Receive and inspect the goods of a ticket.
///
/// Goods that are as they should be release the refund; others hold it.
#[utoipa::path(post, path = "/tickets/{id}/receive", tag = "tickets", request_body = Receipt,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn receive_goods(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Receipt>,
) -> Result<Response, Problem> {
    let Receipt { condition, note } = command.body;
    let action = Action::Receive { condition, note: perhaps("/note", note)? };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

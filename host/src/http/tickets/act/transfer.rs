//! `POST /tickets/{id}/transfer`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{TicketId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, perhaps};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Where a ticket goes: a queue, a person, or both.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = TransferTicket)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Key of the new queue; left out, the ticket stays in its queue.
    queue: Option<String>,
    /// The new person; left out, the queue decides.
    assignee: Option<UserId>,
    /// Why.
    reason: Option<String>,
}

/// Hand a ticket over.
#[utoipa::path(post, path = "/tickets/{id}/transfer", tag = "tickets", request_body = Transfer,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn transfer_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Transfer>,
) -> Result<Response, Problem> {
    let Transfer { queue, assignee, reason } = command.body;
    if queue.is_none() && assignee.is_none() {
        return Err(Problem::invalid("/queue", "name a queue, a person, or both"));
    }
    let action = Action::Transfer { queue, assignee, reason: perhaps("/reason", reason)?, queue_id: None };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

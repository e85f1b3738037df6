//! `POST /tickets/{id}/message`

use axum::extract::State;
use axum::response::Response;
use redress_domain::event::Author;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, said};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// A message to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    /// The text.
    body: String,
    /// Who wrote it.
    #[serde(default = "agent")]
    author: Author,
    /// The customer must not see it.
    #[serde(default)]
    internal: bool,
    /// Form values that came with it, for example the ones a rule asked for; they are added to the ticket's. Those of the ticket's form
    /// are judged by it: types, options, locks and conditions.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: serde_json::Map<String, serde_json::Value>,
}

const fn agent() -> Author {
    Author::Agent
}

/// Add a message.
///
/// The answer of a customer who was asked for something sends the ticket back to the rules.
#[utoipa::path(post, path = "/tickets/{id}/message", tag = "tickets", request_body = NewMessage,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn add_message(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewMessage>,
) -> Result<Response, Problem> {
    let NewMessage { body, author, internal, fields } = command.body;
    if internal && author == Author::Customer {
        return Err(Problem::invalid("/internal", "what a customer wrote is not hidden from the customer"));
    }
    let action = Action::Message { author, body: said("/body", body)?, internal, fields };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

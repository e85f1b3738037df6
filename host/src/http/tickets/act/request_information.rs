//! `POST /tickets/{id}/request-information`

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

/// A question to the customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InformationRequest {
    /// The question.
    message: String,
    /// Names of the form fields that are missing.
    #[serde(default)]
    fields: Vec<String>,
}

/// Ask the customer for something.
///
/// The ticket waits for the answer; without one it expires.
#[utoipa::path(post, path = "/tickets/{id}/request-information", tag = "tickets", request_body = InformationRequest,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn request_information(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<InformationRequest>,
) -> Result<Response, Problem> {
    let InformationRequest { message, fields } = command.body;
    let action = Action::RequestInformation { message: said("/message", message)?, fields };
    act(&app, &caller, id, expected, command.idempotency, action).await
}

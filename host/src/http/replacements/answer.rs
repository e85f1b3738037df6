//! `POST /tickets/{id}/replacements/{rid}/answer`

use axum::extract::State;
use axum::response::Response;
use redress_domain::fulfilment::Choice;
use redress_domain::id::{ReplacementId, TicketId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ReplacementAnswer, change};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};

/// The customer's answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplacementChoice {
    /// What they chose.
    choice: Choice,
}

/// Pass on whether the customer takes money instead.
///
/// `refund` makes the ticket ask for the money of its goods, which the refund rules decide about as about any refund; `wait`
/// looks for the goods again, and sends back as it is what cannot be mended. The same answer again changes nothing.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/answer", tag = "replacements", request_body = ReplacementChoice,
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn answer_replacement(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    command: Command<ReplacementChoice>,
) -> Result<Response, Problem> {
    let choice = command.body.choice;
    change(&app, &caller, ids, command.idempotency, expected, |workflow, tenant, by, at| async move {
        workflow.answer_replacement(tenant, by, at, choice).await
    })
    .await
}

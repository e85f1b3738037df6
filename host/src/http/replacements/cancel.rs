//! `POST /tickets/{id}/replacements/{rid}/cancel`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{ReplacementId, TicketId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{LONGEST, ReplacementAnswer, change};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::text_between;

/// Why it is called off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplacementCancellation {
    /// In words for an agent.
    reason: String,
}

/// Call a replacement off that has not left.
///
/// Its stock is released, its price taken back from the ledger, and a difference that was paid goes back to the customer.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/cancel", tag = "replacements", request_body = ReplacementCancellation,
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn cancel_replacement(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    command: Command<ReplacementCancellation>,
) -> Result<Response, Problem> {
    let reason = text_between("/reason", command.body.reason, 1, LONGEST)?;
    change(&app, &caller, ids, command.idempotency, expected, |workflow, tenant, by, at| {
        let reason = reason.clone();
        async move { workflow.cancel_replacement(tenant, by, at, reason).await }
    })
    .await
}

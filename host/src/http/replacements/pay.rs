//! `POST /tickets/{id}/replacements/{rid}/paid`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{ReplacementId, TicketId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ReplacementAnswer, change};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::reference;

/// That the customer paid.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DifferencePaid {
    /// The bank's or gateway's reference, 1 to 200 characters.
    reference: String,
}

/// Note that the customer paid the difference; the replacement may leave.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/paid", tag = "replacements", request_body = DifferencePaid,
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn mark_difference_paid(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    command: Command<DifferencePaid>,
) -> Result<Response, Problem> {
    let named = reference("/reference", command.body.reference)?;
    change(&app, &caller, ids, command.idempotency, expected, |workflow, tenant, by, at| {
        let named = named.clone();
        async move { workflow.difference_paid(tenant, by, at, named).await }
    })
    .await
}

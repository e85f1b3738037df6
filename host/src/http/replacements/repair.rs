//! `POST /tickets/{id}/replacements/{rid}/repaired`, `/not-repairable`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::id::{ReplacementId, TicketId};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{LONGEST, ReplacementAnswer, change};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::text_between;
use crate::workflow::fulfil::Repaired;

/// What was mended.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepairReport {
    /// In words for the customer.
    #[serde(default)]
    note: String,
    /// What the customer is charged for it in all; left out, what was proposed.
    #[serde(default)]
    cost: Option<Money>,
}

/// Why it cannot be mended.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepairFailure {
    /// In words for an agent.
    reason: String,
}

/// Note that goods are mended.
///
/// They may go back to the customer once they were taken in and inspected, and what the repair costs is paid.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/repaired", tag = "replacements", request_body = RepairReport,
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn mark_repaired(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    command: Command<RepairReport>,
) -> Result<Response, Problem> {
    let RepairReport { note, cost } = command.body;
    let repaired = Repaired { note: text_between("/note", note, 0, LONGEST)?, cost };
    change(&app, &caller, ids, command.idempotency, expected, |workflow, tenant, by, at| {
        let repaired = repaired.clone();
        async move { workflow.repaired(tenant, by, at, repaired).await }
    })
    .await
}

/// Note that goods cannot be mended.
///
/// The customer is asked whether they take money; `…/answer` passes the answer on. With `wait` the goods go back as they are.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/not-repairable", tag = "replacements", request_body = RepairFailure,
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn mark_not_repairable(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    command: Command<RepairFailure>,
) -> Result<Response, Problem> {
    let reason = text_between("/reason", command.body.reason, 1, LONGEST)?;
    change(&app, &caller, ids, command.idempotency, expected, |workflow, tenant, by, at| {
        let reason = reason.clone();
        async move { workflow.not_repairable(tenant, by, at, reason).await }
    })
    .await
}

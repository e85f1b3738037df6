//! `POST /tickets/{id}/replacements/{rid}/reserved`, `/out-of-stock`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{ReplacementId, TicketId};

use super::{ReplacementAnswer, change};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Bare, Can, ChangeProblems, IfMatch, Path, Problem, permit};

/// Confirm that the goods are set aside.
///
/// For shops without an inventory connector; while one is being asked, what it says counts and this is refused.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/reserved", tag = "replacements",
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn confirm_stock(
    State(app): State<App>,
    caller: Can<permit::StockWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    change(
        &app,
        &caller,
        ids,
        idempotency,
        expected,
        |workflow, tenant, by, at| async move { workflow.confirm_stock(tenant, by, at).await },
    )
    .await
}

/// Note that the goods are not there.
///
/// The customer is asked whether they take money instead; `…/answer` passes the answer on. Without one within the hours of the
/// parameter `replacement_answer_hours` (168) somebody has the task to ask; nothing is decided for the customer. While an inventory
/// connector is being asked, what it says counts and this is refused.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/out-of-stock", tag = "replacements",
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn deny_stock(
    State(app): State<App>,
    caller: Can<permit::StockWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    change(&app, &caller, ids, idempotency, expected, |workflow, tenant, by, at| async move { workflow.deny_stock(tenant, by, at).await })
        .await
}

//! `POST /refund-instructions/{id}/paid`, `/failed`, `/retry`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::id::RefundInstructionId;
use redress_domain::settlement::RefundInstruction;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::once::{Once, once, print};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::tickets::Brief;
use crate::http::{Bare, Can, ChangeProblems, Command, Idempotency, IfMatch, Path, Problem, permit};
use crate::problem::check::{key, reference, text_between};
use crate::workflow::pay::Payment;

/// That the money arrived.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = RefundPaid)]
#[serde(deny_unknown_fields)]
pub struct Paid {
    /// The bank's or gateway's reference, 1 to 200 characters.
    reference: String,
}

/// That the money did not arrive.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Failed {
    /// Why, 1 to 1,000 characters.
    reason: String,
    /// Somebody looked it up in the gateway's own books: needed once the gateway has the request (`sent`, `unknown`), since it may pay it
    /// yet.
    #[serde(default)]
    checked_with_gateway: bool,
}

/// How to try again; all may be left out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Again {
    /// `manual` (finance transfers it) or `credit` (with the shop) instead of the way the money came.
    tender: Option<String>,
}

/// Say that a refund was paid.
#[utoipa::path(post, path = "/refund-instructions/{id}/paid", tag = "refund instructions", request_body = Paid,
    params(("id" = RefundInstructionId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = RefundInstruction), ChangeProblems))]
pub async fn mark_refund_paid(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<RefundInstructionId>,
    expected: IfMatch,
    command: Command<Paid>,
) -> Result<Response, Problem> {
    let payment = Payment::Paid { reference: reference("/reference", command.body.reference)? };
    report(&app, &caller, id, expected, command.idempotency, payment).await
}

/// Say that a refund was not paid.
#[utoipa::path(post, path = "/refund-instructions/{id}/failed", tag = "refund instructions", request_body = Failed,
    params(("id" = RefundInstructionId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = RefundInstruction), ChangeProblems))]
pub async fn mark_refund_failed(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<RefundInstructionId>,
    expected: IfMatch,
    command: Command<Failed>,
) -> Result<Response, Problem> {
    let Failed { reason, checked_with_gateway: checked } = command.body;
    let payment = Payment::Failed { reason: text_between("/reason", reason, 1, 1_000)?, checked };
    report(&app, &caller, id, expected, command.idempotency, payment).await
}

/// Pay a refund that waits as credit with the shop; `GET /customers/{id}/credit` shows it.
#[utoipa::path(post, path = "/refund-instructions/{id}/credit", tag = "refund instructions",
    params(("id" = RefundInstructionId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = RefundInstruction), ChangeProblems))]
pub async fn pay_as_credit(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<RefundInstructionId>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    report(&app, &caller, id, expected, idempotency, Payment::Credit).await
}

/// Try a failed refund again: a new instruction over the same amount, which is the answer.
#[utoipa::path(post, path = "/refund-instructions/{id}/retry", tag = "refund instructions", request_body = Again,
    params(("id" = RefundInstructionId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 201, body = RefundInstruction), ChangeProblems))]
pub async fn retry_refund(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<RefundInstructionId>,
    expected: IfMatch,
    Brief { body, idempotency }: Brief<Again>,
) -> Result<Response, Problem> {
    let tender = body.tender.map(|tender| key("/tender", tender)).transpose()?;
    report(&app, &caller, id, expected, idempotency, Payment::Retry { tender }).await
}

async fn report(
    app: &App,
    caller: &Caller,
    id: RefundInstructionId,
    expected: IfMatch,
    idempotency: Idempotency,
    payment: Payment,
) -> Result<Response, Problem> {
    let (tenant, by) = (caller.tenant.id, caller.user.id);
    let status = if matches!(payment, Payment::Retry { .. }) { StatusCode::CREATED } else { StatusCode::OK };
    once(app, caller, idempotency, expected.0.is_none(), || {
        let (workflow, payment) = (app.workflow.clone(), payment.clone());
        async move {
            let turn = workflow.pay(tenant, by, id, expected.0, payment).await?;
            // The one that was written: the reported one, or the one that tries again.
            let answered = turn.instructions().next().cloned().ok_or_else(|| Problem::not_found("refund instruction", id))?;
            let version = answered.version;
            Once::new(turn, status, version, move |_| print(&answered))
        }
    })
    .await
}

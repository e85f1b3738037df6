//! `POST /reports/recount`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_store::fact;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Bare, Can, Problem, WriteProblems, permit};

/// That tickets are being counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recount {
    /// Always `counting`: figures change until every ticket is counted.
    #[schema(examples("counting"))]
    state: &'static str,
}

/// Count all tickets afresh.
///
/// Needed after the parameters `time_zone`, `first_response_minutes` or `quality_reasons` have changed: tickets that were counted before keep their
/// day and their flags until something happens to them. Until a ticket is reached, figures show it as it was counted before.
#[utoipa::path(post, path = "/reports/recount", tag = "reports", params(IdempotencyHeader),
    responses((status = 202, body = Recount), WriteProblems))]
pub async fn recount_tickets(
    State(app): State<App>,
    caller: Can<permit::ReportWrite>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                fact::begin_again(tx).await?;
                let mut answer = Answer::ok(Recount { state: "counting" });
                answer.status = StatusCode::ACCEPTED;
                Ok(answer)
            })
        })
        .await
}

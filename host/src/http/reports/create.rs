//! `POST /reports`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::ReportId;
use redress_store::report::{self, Report};

use super::view::{ReportDraft, ReportView, may_see};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// Define a report.
///
/// To change a report that comes with the house, create one with its definition.
#[utoipa::path(post, path = "/reports", tag = "reports", request_body = ReportDraft, params(IdempotencyHeader),
    responses((status = 201, body = ReportView), WriteProblems))]
pub async fn create_report(
    State(app): State<App>,
    caller: Can<permit::ReportWrite>,
    command: Command<ReportDraft>,
) -> Result<Response, Problem> {
    command.body.check()?;
    may_see(&caller, &command.body.definition, "/definition")?;
    let (now, ReportDraft { definition, schedule }) = (app.clock.now(), command.body);
    let report = Report {
        id: app.new_id(ReportId::generate),
        version: 1,
        next_at: schedule.as_ref().and_then(|schedule| schedule.due(now)),
        definition,
        schedule,
        created_by: caller.user.id,
        created_at: now,
        updated_at: now,
    };
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                report::insert(tx, &report).await?;
                Ok(Answer::created(ReportView::from(report)).version(1))
            })
        })
        .await
}

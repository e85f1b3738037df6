//! `PUT /reports/{id}`

use axum::extract::State;
use redress_domain::id::ReportId;
use redress_store::report;

use super::view::{ReportDraft, ReportView, may_see, of_the_house};
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, Code, IfMatch, Json, Path, Problem, permit};

/// Replace a report.
///
/// Its mails go on in the name of who replaces it.
#[utoipa::path(put, path = "/reports/{id}", tag = "reports", request_body = ReportDraft,
    params(("id" = String, Path, description = "Redress id"), IfMatchHeader), responses((status = 200, body = ReportView), ChangeProblems))]
pub async fn replace_report(
    State(app): State<App>,
    caller: Can<permit::ReportWrite>,
    Path(name): Path<String>,
    if_match: IfMatch,
    Json(draft): Json<ReportDraft>,
) -> Result<Answer<ReportView>, Problem> {
    if of_the_house(&name).is_some() {
        let detail = format!("the report {name} comes with the house and does not change; create one with its definition");
        return Err(Problem::new(Code::NotAllowedNow, detail));
    }
    let id: ReportId = name.parse().map_err(|_| Problem::not_found("report", &name))?;
    draft.check()?;
    may_see(&caller, &draft.definition, "/definition")?;
    let (now, author) = (app.clock.now(), caller.user.id);
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let mut report = report::find(tx, id).await?.ok_or_else(|| Problem::not_found("report", id))?;
                if_match.check("report", id, report.version)?;
                let expected = report.version;
                report.version += 1;
                report.next_at = draft.schedule.as_ref().and_then(|schedule| schedule.due(now));
                report.definition = draft.definition;
                report.schedule = draft.schedule;
                report.created_by = author;
                report.updated_at = now;
                report::update(tx, &report, expected).await?;
                Ok::<_, Problem>(report)
            })
        })
        .await?;
    let version = changed.version;
    Ok(Answer::ok(changed.into()).version(version))
}

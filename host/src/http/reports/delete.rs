//! `DELETE /reports/{id}`

use axum::http::StatusCode;
use redress_domain::id::ReportId;
use redress_store::report;

use super::view::of_the_house;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Can, ChangeProblems, Code, IfMatch, Path, Problem, permit};

/// Delete a report.
#[utoipa::path(delete, path = "/reports/{id}", tag = "reports", params(("id" = String, Path, description = "Redress id"), IfMatchHeader),
    responses((status = 204), ChangeProblems))]
pub async fn delete_report(caller: Can<permit::ReportWrite>, Path(name): Path<String>, if_match: IfMatch) -> Result<StatusCode, Problem> {
    if of_the_house(&name).is_some() {
        return Err(Problem::new(Code::NotAllowedNow, format!("the report {name} comes with the house and stays")));
    }
    let id: ReportId = name.parse().map_err(|_| Problem::not_found("report", &name))?;
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let report = report::find(tx, id).await?.ok_or_else(|| Problem::not_found("report", id))?;
                if_match.check("report", id, report.version)?;
                Ok::<_, Problem>(report::delete(tx, id).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

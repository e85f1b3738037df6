//! `GET /reports`, `GET /reports/{id}`

use axum::Json;
use redress_domain::id::ReportId;
use redress_domain::report::shipped;
use redress_store::report;

use super::view::{ReportView, of_the_house};
use crate::http::page::list;
use crate::http::{Answer, Can, List, PageQuery, Path, Problem, Query, ReadProblems, permit};

/// List reports.
///
/// The first page begins with those that come with the house; the merchant's own follow, newest first.
#[utoipa::path(get, path = "/reports", tag = "reports", params(PageQuery), responses((status = 200, body = List<ReportView>), ReadProblems))]
pub async fn list_reports(caller: Can<permit::ReportRead>, Query(query): Query<PageQuery>) -> Result<Json<List<ReportView>>, Problem> {
    let page = query.page()?;
    let (own, next) = caller.store.read(move |tx| Box::pin(async move { report::list(tx, &page).await.map_err(Problem::from) })).await?;
    let house = if page.after.is_none() { shipped() } else { Vec::new() };
    let items = house.into_iter().map(ReportView::from).chain(own.into_iter().map(ReportView::from)).collect();
    Ok(list((items, next)))
}

/// Get a report.
#[utoipa::path(get, path = "/reports/{id}", tag = "reports", params(("id" = String, Path, description = "Redress id, or the key of a report that comes with the house")),
    responses((status = 200, body = ReportView), ReadProblems))]
pub async fn get_report(caller: Can<permit::ReportRead>, Path(name): Path<String>) -> Result<Answer<ReportView>, Problem> {
    if let Some(shipped) = of_the_house(&name) {
        return Ok(Answer::ok(shipped.into()));
    }
    let id: ReportId = name.parse().map_err(|_| Problem::not_found("report", &name))?;
    let found = caller.store.read(move |tx| Box::pin(async move { report::find(tx, id).await.map_err(Problem::from) })).await?;
    let report = found.ok_or_else(|| Problem::not_found("report", id))?;
    let version = report.version;
    Ok(Answer::ok(report.into()).version(version))
}

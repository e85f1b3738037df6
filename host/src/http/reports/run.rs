//! `POST /reports/run`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::NaiveDate;
use redress_domain::report::{Definition, Table};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::print::{Form, ask, print};
use super::view::check;
use crate::app::App;
use crate::http::{Can, Json, Problem, Query, WriteProblems, permit};

/// A definition to compute once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportRun {
    /// What to show.
    definition: Definition,
    /// First day; the definition's window when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// Last day; today when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
}

/// How to print.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FormatQuery {
    /// `json`, `csv` or `xlsx`; what `Accept` says when left out.
    format: Option<String>,
}

/// Compute a report without keeping it.
///
/// Reads only: it may be sent twice. The figures are those of one moment and hold every ticket that was written before it.
#[utoipa::path(post, path = "/reports/run", tag = "reports", request_body = ReportRun, params(FormatQuery),
    responses((status = 200, body = Table), WriteProblems))]
pub async fn run_report(
    State(app): State<App>,
    caller: Can<permit::ReportRead>,
    Query(query): Query<FormatQuery>,
    headers: HeaderMap,
    Json(run): Json<ReportRun>,
) -> Result<Response, Problem> {
    let form = Form::of(query.format.as_deref(), &headers)?;
    check(&run.definition)?;
    print(ask(&app, &caller, run.definition, run.from, run.to).await?, form)
}

//! `GET /bindings/{id}/coverage`

use axum::Json;
use axum::extract::State;
use redress_domain::Timestamp;
use redress_domain::id::BindingId;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::http::{Can, Path, Problem, Query, ReadProblems, permit};
use crate::insight::coverage::{Coverage, coverage};

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CoverageQuery {
    /// Only decisions from this moment on; the last 90 days when left out.
    since: Option<Timestamp>,
}

/// Count how often each row of a table fired, and find rows that never did.
///
/// For bindings whose configuration is a table; at most 100,000 decisions are counted, and the answer says when there are more.
#[utoipa::path(get, path = "/bindings/{id}/coverage", tag = "bindings", params(("id" = BindingId, Path), CoverageQuery),
    responses((status = 200, body = Coverage), ReadProblems, (status = 422, description = "The binding's configuration is no table")))]
pub async fn binding_coverage(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<BindingId>,
    Query(query): Query<CoverageQuery>,
) -> Result<Json<Coverage>, Problem> {
    let since = query.since.unwrap_or_else(|| app.clock.now().plus(-chrono::Duration::days(90)));
    Ok(Json(coverage(&app, caller.tenant.id, id, since).await?))
}

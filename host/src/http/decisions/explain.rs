//! `POST /decisions/{id}/explain`, `POST /decisions/{id}/bisect`

use axum::Json;
use axum::extract::State;
use redress_domain::id::DecisionId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Can, Path, Problem, WriteProblems, permit};
use crate::insight::bisect::{Bisection, bisect};
use crate::insight::explain::{Budget, Explanation, explain};

/// Explain a decision, and find what would have changed it.
///
/// The rule is asked again with one thing about its input changed at a time, at most 1,000 times in two seconds: amounts, numbers,
/// days, labels and lists. For amounts, numbers and days the answer names the nearest value from which on something else follows.
/// Free texts and names are left as they are. Nothing is stored.
#[utoipa::path(post, path = "/decisions/{id}/explain", tag = "decisions", params(("id" = DecisionId, Path)),
    responses((status = 200, body = Explanation), WriteProblems))]
pub async fn explain_decision(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<DecisionId>,
) -> Result<Json<Explanation>, Problem> {
    Ok(Json(explain(&app, caller.tenant.id, id, Budget::default()).await?))
}

/// Which versions to ask.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BisectRequest {
    /// Name of the plugin; the one that decided when left out.
    plugin: Option<String>,
    /// Configuration; the one that was decided with when left out.
    #[schema(value_type = Option<Object>)]
    config: Option<serde_json::Value>,
}

/// Ask every version of a plugin what a decision was asked, and find the first that says otherwise.
///
/// Deleted versions too, as long as their bytes are there. Of more than 16 versions, those are asked that a binary search needs.
#[utoipa::path(post, path = "/decisions/{id}/bisect", tag = "decisions", request_body = BisectRequest, params(("id" = DecisionId, Path)),
    responses((status = 200, body = Bisection), crate::http::WriteProblems))]
pub async fn bisect_decision(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<DecisionId>,
    crate::http::Json(body): crate::http::Json<BisectRequest>,
) -> Result<Json<Bisection>, Problem> {
    Ok(Json(bisect(&app, caller.tenant.id, id, body.plugin, body.config).await?))
}

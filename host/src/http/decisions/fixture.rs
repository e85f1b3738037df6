//! `GET /decisions/{id}/fixture`

use axum::Json;
use axum::extract::State;
use redress_domain::id::DecisionId;
use redress_domain::role::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::app::App;
use crate::http::{Can, Path, Problem, Query, ReadProblems, permit};
use crate::insight::fixture::{Exported, export};

/// How a fixture is made.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FixtureQuery {
    /// False to keep names, texts and identifiers, which needs the permission `admin:read`; true when left out.
    redact: Option<bool>,
}

/// Make a fixture of a decision, for a plugin's `fixtures/`.
///
/// Names, contacts, free texts, form texts, order attributes and identifiers are replaced; amounts, days, kinds, reasons, goods,
/// levels and tags stay. The rule is asked what follows from the replaced input, and the fixture expects that.
#[utoipa::path(get, path = "/decisions/{id}/fixture", tag = "decisions", params(("id" = DecisionId, Path), FixtureQuery),
    responses((status = 200, body = Exported), ReadProblems))]
pub async fn get_fixture(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<DecisionId>,
    Query(query): Query<FixtureQuery>,
) -> Result<Json<Exported>, Problem> {
    let redact = query.redact.unwrap_or(true);
    if !redact {
        caller.require(Permission::AdminRead)?;
    }
    Ok(Json(export(&app, caller.tenant.id, id, redact).await?))
}

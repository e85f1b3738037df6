//! `GET /configuration`

use axum::Json;

use crate::http::{Can, Problem, ReadProblems, permit};
use crate::rollout::{self, RulesExport};

/// Export bindings and parameters as a file.
///
/// The same rules give the same bytes, so that the file can be kept in version control.
#[utoipa::path(get, path = "/configuration", tag = "configuration", responses((status = 200, body = RulesExport), ReadProblems))]
pub async fn export_configuration(caller: Can<permit::RuleRead>) -> Result<Json<RulesExport>, Problem> {
    Ok(Json(caller.store.read(move |tx| Box::pin(async move { rollout::export(tx).await })).await?))
}

//! `DELETE /plugins/{id}`

use axum::http::StatusCode;
use redress_domain::id::PluginId;
use redress_store::plugin;

use crate::http::{Can, ChangeProblems, Path, Problem, permit};

/// Delete a plugin that nothing is bound to.
///
/// The bytes stay while a decision refers to them, so that it can be run again.
#[utoipa::path(delete, path = "/plugins/{id}", tag = "plugins", params(("id" = PluginId, Path)),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_plugin(caller: Can<permit::PluginWrite>, Path(id): Path<PluginId>) -> Result<StatusCode, Problem> {
    caller.store.write(move |tx| Box::pin(async move { plugin::delete(tx, id).await.map_err(Problem::from) })).await?;
    Ok(StatusCode::NO_CONTENT)
}

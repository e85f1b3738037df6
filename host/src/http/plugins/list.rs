//! `GET /plugins`, `GET /plugins/{id}`

use axum::Json;
use redress_domain::id::PluginId;
use redress_domain::plugin::Plugin;
use redress_store::plugin;

use crate::http::{Can, List, Path, Problem, ReadProblems, permit};

/// List all plugins, newest first.
#[utoipa::path(get, path = "/plugins", tag = "plugins", responses((status = 200, body = List<Plugin>), ReadProblems))]
pub async fn list_plugins(caller: Can<permit::RuleRead>) -> Result<Json<List<Plugin>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { plugin::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}

/// Get a plugin with the JSON Schema of its configuration.
#[utoipa::path(get, path = "/plugins/{id}", tag = "plugins", params(("id" = PluginId, Path)),
    responses((status = 200, body = Plugin), ReadProblems))]
pub async fn get_plugin(caller: Can<permit::RuleRead>, Path(id): Path<PluginId>) -> Result<Json<Plugin>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { plugin::find_usable(tx, id).await.map_err(Problem::from) })).await?;
    found.map(Json).ok_or_else(|| Problem::not_found("plugin", id))
}

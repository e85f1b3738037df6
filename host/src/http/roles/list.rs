//! `GET /roles`

use axum::Json;
use redress_domain::role::Role;
use redress_store::role;

use crate::http::{Can, List, Problem, ReadProblems, permit};

/// List all roles, by approval rank.
#[utoipa::path(get, path = "/roles", tag = "roles", responses((status = 200, body = List<Role>), ReadProblems))]
pub async fn list_roles(caller: Can<permit::AdminRead>) -> Result<Json<List<Role>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { role::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}

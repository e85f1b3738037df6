//! `GET /api-keys`

use axum::Json;
use redress_store::api_key;

use super::view::KeyView;
use crate::http::{Can, List, Problem, ReadProblems, permit};

/// List all keys, newest first, revoked ones too.
#[utoipa::path(get, path = "/api-keys", tag = "api-keys", responses((status = 200, body = List<KeyView>), ReadProblems))]
pub async fn list_api_keys(caller: Can<permit::AdminRead>) -> Result<Json<List<KeyView>>, Problem> {
    let keys = caller.store.read(|tx| Box::pin(async move { api_key::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items: keys.into_iter().map(KeyView::from).collect(), next: None }))
}

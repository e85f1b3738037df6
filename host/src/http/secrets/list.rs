//! `GET /secrets`

use axum::Json;
use redress_domain::Timestamp;
use redress_store::secret;
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::{Can, List, Problem, ReadProblems, permit};

/// A secret as the API shows it: that it is there.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Secret)]
pub struct SecretView {
    /// Its name.
    pub name: String,
    /// When it was stored.
    pub updated_at: Timestamp,
}

/// List the names of all secrets.
#[utoipa::path(get, path = "/secrets", tag = "secrets", responses((status = 200, body = List<SecretView>), ReadProblems))]
pub async fn list_secrets(caller: Can<permit::AdminRead>) -> Result<Json<List<SecretView>>, Problem> {
    let found = caller.store.read(|tx| Box::pin(async move { secret::list(tx).await.map_err(Problem::from) })).await?;
    let items = found.into_iter().map(|(name, updated_at)| SecretView { name, updated_at }).collect();
    Ok(Json(List { items, next: None }))
}

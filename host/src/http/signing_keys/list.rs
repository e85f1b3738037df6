//! `GET /signing-keys`, `DELETE /signing-keys/{id}`

use axum::Json;
use axum::http::StatusCode;
use redress_domain::id::SigningKeyId;
use redress_domain::signing_key::SigningKey;
use redress_store::signing_key;

use crate::http::{Can, List, Path, Problem, ReadProblems, permit};

/// List the keys that are trusted.
#[utoipa::path(get, path = "/signing-keys", tag = "plugins", responses((status = 200, body = List<SigningKey>), ReadProblems))]
pub async fn list_signing_keys(caller: Can<permit::RuleRead>) -> Result<Json<List<SigningKey>>, Problem> {
    let items = caller.store.read(move |tx| Box::pin(async move { signing_key::list(tx).await })).await?;
    Ok(Json(List { items, next: None }))
}

/// Trust a key no more.
///
/// Plugins that it signed stay.
#[utoipa::path(delete, path = "/signing-keys/{id}", tag = "plugins", params(("id" = SigningKeyId, Path)),
    responses((status = 204, description = "Deleted"), ReadProblems))]
pub async fn delete_signing_key(caller: Can<permit::AdminWrite>, Path(id): Path<SigningKeyId>) -> Result<StatusCode, Problem> {
    caller.store.write(move |tx| Box::pin(async move { signing_key::delete(tx, id).await.map_err(Problem::from) })).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! `DELETE /api-keys/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::id::ApiKeyId;
use redress_store::api_key;

use crate::app::App;
use crate::http::{Can, Path, Problem, ReadProblems, permit};

/// Revoke a key.
///
/// It stops at once here, and within `auth.cache_ms` on other nodes.
#[utoipa::path(delete, path = "/api-keys/{id}", tag = "api-keys", params(("id" = ApiKeyId, Path)),
    responses((status = 204, description = "Revoked"), ReadProblems))]
pub async fn revoke_api_key(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<ApiKeyId>,
) -> Result<StatusCode, Problem> {
    let now = app.clock.now();
    caller.store.write(move |tx| Box::pin(async move { api_key::revoke(tx, id, now).await.map_err(Problem::from) })).await?;
    app.keys.forget_key(id);
    Ok(StatusCode::NO_CONTENT)
}

//! `DELETE /session`

use axum::extract::State;
use axum::http::StatusCode;
use redress_store::api_key;

use crate::app::App;
use crate::http::{Can, Problem, WriteProblems, permit};

/// Sign out: the session's key works no more.
///
/// A key that was issued is revoked under `/api-keys`.
#[utoipa::path(delete, path = "/session", tag = "sessions", responses((status = 204, description = "Signed out"), WriteProblems))]
pub async fn close_session(State(app): State<App>, caller: Can<permit::Anyone>) -> Result<StatusCode, Problem> {
    let (id, now) = (caller.key, app.clock.now());
    let ended =
        caller.store.write(move |tx| Box::pin(async move { api_key::end_session(tx, id, now).await.map_err(Problem::from) })).await?;
    if !ended {
        return Err(Problem::not_found("session", id));
    }
    app.keys.forget_key(id);
    Ok(StatusCode::NO_CONTENT)
}

//! `PUT /me/password` and `PUT /users/{id}/password`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::id::UserId;
use redress_store::{password, role, user};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::accounts::{hash_password, is_password, set_password};
use crate::app::App;
use crate::http::users::may_grant;
use crate::http::{Can, Json, Path, Problem, WriteProblems, permit};

/// One's own new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    /// The present one; left out by who has none yet.
    present: Option<String>,
    /// The new one, 10 to 200 characters.
    password: String,
}

/// A user's new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The new one, 10 to 200 characters.
    password: String,
}

/// Change one's own password.
///
/// All sessions of the user end, this one too: sign in again.
#[utoipa::path(put, path = "/me/password", tag = "sessions", request_body = OwnPassword,
    responses((status = 204, description = "Changed"), WriteProblems))]
pub async fn change_own_password(
    State(app): State<App>,
    caller: Can<permit::Anyone>,
    Json(new): Json<OwnPassword>,
) -> Result<StatusCode, Problem> {
    let id = caller.user.id;
    let known = caller.store.read(move |tx| Box::pin(async move { password::find(tx, id).await.map_err(Problem::from) })).await?;
    if known.is_some() && !is_password(known, new.present.unwrap_or_default()).await? {
        return Err(Problem::invalid("/present", "this is not the present password"));
    }
    let hash = hash_password(&app, "/password", new.password).await?;
    let now = app.clock.now();
    caller.store.write(move |tx| Box::pin(async move { set_password(tx, id, &hash, now).await })).await?;
    app.keys.forget_user(id);
    Ok(StatusCode::NO_CONTENT)
}

/// Set a user's password.
///
/// All sessions of the user end. Tell it to them by another way than mail, and have them change it.
#[utoipa::path(put, path = "/users/{id}/password", tag = "sessions", request_body = NewPassword, params(("id" = UserId, Path)),
    responses((status = 204, description = "Set"), WriteProblems))]
pub async fn set_user_password(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<UserId>,
    Json(new): Json<NewPassword>,
) -> Result<StatusCode, Problem> {
    let hash = hash_password(&app, "/password", new.password).await?;
    let (granter, now) = (caller.caller(), app.clock.now());
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let user = user::find(tx, id).await?.ok_or_else(|| Problem::not_found("user", id))?;
                // Whoever knows the password acts as the user.
                may_grant(&granter, &role::list(tx).await?, &user.roles)?;
                set_password(tx, id, &hash, now).await
            })
        })
        .await?;
    app.keys.forget_user(id);
    Ok(StatusCode::NO_CONTENT)
}

//! `GET /users`, `GET /users/{id}`

use axum::Json;
use redress_domain::id::UserId;
use redress_domain::tenant::User;
use redress_store::user;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all users by mail address.
#[utoipa::path(get, path = "/users", tag = "users", responses((status = 200, body = List<User>), ReadProblems))]
pub async fn list_users(caller: Can<permit::AdminRead>) -> Result<Json<List<User>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { user::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}

/// Get a user.
#[utoipa::path(get, path = "/users/{id}", tag = "users", params(("id" = UserId, Path)), responses((status = 200, body = User), ReadProblems))]
pub async fn get_user(caller: Can<permit::AdminRead>, Path(id): Path<UserId>) -> Result<Answer<User>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { user::find(tx, id).await.map_err(Problem::from) })).await?;
    let user = found.ok_or_else(|| Problem::not_found("user", id))?;
    let version = user.version;
    Ok(Answer::ok(user).version(version))
}

//! `GET /users`, `GET /users/{id}`

use axum::Json;
use redress_domain::id::UserId;
use redress_domain::tenant::User;
use redress_store::user;

use serde::Serialize;
use utoipa::ToSchema;

use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};

/// List all users by mail address.
#[utoipa::path(get, path = "/users", tag = "users", responses((status = 200, body = List<User>), ReadProblems))]
pub async fn list_users(caller: Can<permit::AdminRead>) -> Result<Json<List<User>>, Problem> {
    let items = caller.store.read(|tx| Box::pin(async move { user::list(tx).await.map_err(Problem::from) })).await?;
    Ok(Json(List { items, next: None }))
}

/// Somebody who works for the shop, as colleagues know them.
#[derive(Debug, Serialize, ToSchema)]
pub struct Colleague {
    /// Redress id.
    id: UserId,
    /// Display name.
    name: String,
    /// Names of the roles held.
    roles: Vec<String>,
    /// Names of the departments they are in.
    departments: Vec<String>,
    /// Whether new tickets may go to them.
    available: bool,
    /// Whether they may not sign in any more.
    disabled: bool,
}

/// List the people by name.
///
/// Names stand on tickets and tasks, so whoever reads tickets may know them; addresses and limits are for administrators
/// (`GET /users`).
#[utoipa::path(get, path = "/people", tag = "users", responses((status = 200, body = List<Colleague>), ReadProblems))]
pub async fn list_people(caller: Can<permit::TicketRead>) -> Result<Json<List<Colleague>>, Problem> {
    let users = caller.store.read(|tx| Box::pin(async move { user::list(tx).await.map_err(Problem::from) })).await?;
    let known = |User { id, name, roles, departments, available, disabled, .. }: User| Colleague {
        id,
        name,
        roles,
        departments,
        available,
        disabled,
    };
    let mut items: Vec<_> = users.into_iter().map(known).collect();
    items.sort_by(|a, b| a.name.cmp(&b.name));
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

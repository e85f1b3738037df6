//! `PATCH /users/{id}`

use axum::extract::State;
use redress_domain::id::UserId;
use redress_domain::tenant::User;
use redress_store::{TenantTx, absence, role, user};
use serde::Deserialize;
use utoipa::ToSchema;

use super::may_grant;
use crate::accounts::{check_departments, check_deputy, check_references, checked_departments, checked_rating};
use crate::app::App;
use crate::http::auth::Caller;
use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};
use crate::problem::check::{name, nullable};
use crate::workflow::flow::held_as;

/// What to change of a user; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserChange {
    /// Display name, 1 to 100 characters.
    name: Option<String>,
    /// Names of roles.
    roles: Option<Vec<String>>,
    /// Keys of queues.
    queues: Option<Vec<String>>,
    /// Skills, for routing.
    skills: Option<Vec<String>>,
    /// Names of departments.
    departments: Option<Vec<String>>,
    /// Who acts for them while they are away; null for nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<UserId>)]
    #[expect(clippy::option_option, reason = "left out, null and a person differ")]
    deputy: Option<Option<UserId>>,
    /// Open tickets at most; 0 for no limit.
    capacity: Option<u32>,
    /// Mean rating in hundredths of a star, 0 to 500; null to forget it.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<u32>)]
    #[expect(clippy::option_option, reason = "left out, null and a number differ")]
    rating: Option<Option<u32>>,
    /// Takes tickets now.
    available: Option<bool>,
    /// May not act any more; their keys stop at once.
    disabled: Option<bool>,
}

/// Change a user.
///
/// What an administrator takes from a user, the user's keys lose at once.
#[utoipa::path(patch, path = "/users/{id}", tag = "users", request_body = UserChange, params(("id" = UserId, Path), IfMatchHeader),
    responses((status = 200, body = User), ChangeProblems))]
pub async fn update_user(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(id): Path<UserId>,
    if_match: IfMatch,
    Json(change): Json<UserChange>,
) -> Result<Answer<User>, Problem> {
    let (granter, now) = (caller.caller(), app.clock.now());
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let user = user::find(tx, id).await?.ok_or_else(|| Problem::not_found("user", id))?;
                if_match.check("user", id, user.version)?;
                let expected = user.version;
                let before = user.clone();
                let changed = apply(tx, &granter, user, change).await?;
                user::update(tx, &changed, expected).await?;
                // What they hold in workflows must not wait for them (Z17): a worker sees to it, whatever happens to this process.
                if works_otherwise(&before, &changed) {
                    let holders: Vec<String> = held_as(&before).into_iter().chain(held_as(&changed)).collect();
                    absence::note(tx, id, &holders, now).await?;
                }
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    app.keys.forget_user(id);
    app.rules.invalidate(caller.tenant.id);
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}

/// True when somebody else may have to do their tasks, or they somebody else's.
fn works_otherwise(before: &User, now: &User) -> bool {
    let place = |user: &User| (user.available, user.disabled, user.deputy);
    let groups = |user: &User| (user.roles.clone(), user.queues.clone(), user.departments.clone());
    place(before) != place(now) || groups(before) != groups(now)
}

async fn apply(tx: &mut TenantTx, granter: &Caller, user: User, change: UserChange) -> Result<User, Problem> {
    let known = role::list(tx).await?;
    // Whoever holds more than the caller cannot be changed by them either: it would be a way to take their place.
    may_grant(granter, &known, &user.roles)?;
    if let Some(roles) = &change.roles {
        may_grant(granter, &known, roles)?;
    }
    check_references(tx, change.roles.as_deref().unwrap_or(&[]), change.queues.as_deref().unwrap_or(&[])).await?;
    check_deputy(tx, change.deputy.flatten(), Some(user.id)).await?;
    check_departments(tx, change.departments.as_deref().unwrap_or(&[])).await?;
    Ok(User {
        version: user.version + 1,
        name: change.name.map(|text| name("/name", text)).transpose()?.unwrap_or(user.name),
        roles: change.roles.unwrap_or(user.roles),
        queues: change.queues.unwrap_or(user.queues),
        skills: change.skills.unwrap_or(user.skills),
        departments: change.departments.map(checked_departments).transpose()?.unwrap_or(user.departments),
        deputy: change.deputy.unwrap_or(user.deputy),
        capacity: change.capacity.unwrap_or(user.capacity),
        rating: change.rating.map(checked_rating).transpose()?.unwrap_or(user.rating),
        available: change.available.unwrap_or(user.available),
        disabled: change.disabled.unwrap_or(user.disabled),
        ..user
    })
}

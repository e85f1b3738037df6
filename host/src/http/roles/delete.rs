//! `DELETE /roles/{name}`

use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::role::Role;
use redress_store::role;

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::users::may_grant;
use crate::http::{Can, ChangeProblems, Code, IfMatch, Path, Problem, permit};

/// Delete a role.
///
/// Refused for the roles that come with the house, and while somebody holds the role, an open task waits for it, or a published
/// workflow or a binding names it, for example as fallback.
#[utoipa::path(delete, path = "/roles/{name}", tag = "roles", params(("name" = String, Path), IfMatchHeader),
    responses((status = 204, description = "Deleted"), ChangeProblems))]
pub async fn delete_role(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(name): Path<String>,
    if_match: IfMatch,
) -> Result<StatusCode, Problem> {
    if Role::built_in().iter().any(|role| role.name == name) {
        let detail = format!("the role {name} comes with the house and stays; take its permissions away instead");
        return Err(Problem::new(Code::InUse, detail));
    }
    let granter = caller.caller();
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let roles = role::list(tx).await?;
                may_grant(&granter, &roles, std::slice::from_ref(&name))?;
                if let Some(present) = roles.iter().find(|role| role.name == name) {
                    if_match.check("role", &name, present.version)?;
                }
                role::delete(tx, &name).await.map_err(Problem::from)
            })
        })
        .await?;
    app.keys.forget_tenant(caller.tenant.id);
    app.rules.invalidate(caller.tenant.id);
    Ok(StatusCode::NO_CONTENT)
}

//! `/me`: who a key is.

use axum::Json;
use redress_domain::id::ApiKeyId;
use redress_domain::role::{Permission, Role};
use redress_domain::tenant::{Tenant, User};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::{Can, Problem, ReadProblems, permit};

/// The caller.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The merchant.
    pub tenant: Tenant,
    /// The user.
    pub user: User,
    /// The key that was used.
    pub key: ApiKeyId,
    /// The roles held.
    pub roles: Vec<Role>,
    /// What they allow, narrowed by the key's scopes.
    pub permissions: Vec<Permission>,
}

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get_me))
}

/// Say who the key is and what it may do.
#[utoipa::path(get, path = "/me", tag = "me", responses((status = 200, body = Me), ReadProblems))]
pub async fn get_me(caller: Can<permit::Anyone>) -> Result<Json<Me>, Problem> {
    Ok(Json(Me {
        tenant: caller.tenant.clone(),
        user: caller.user.clone(),
        key: caller.key,
        roles: caller.roles.clone(),
        permissions: caller.permissions.clone(),
    }))
}

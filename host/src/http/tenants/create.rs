//! `POST /tenants`

use axum::extract::State;
use redress_domain::tenant::{Tenant, User};
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::{NewTenant, open_tenant};
use crate::app::App;
use crate::http::auth::Operator;
use crate::http::{Answer, Json, Problem, WriteProblems};

/// A new tenant with its owner and the owner's key.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenedTenantView {
    /// The tenant.
    #[serde(flatten)]
    pub tenant: Tenant,
    /// Its owner.
    pub owner: User,
    /// The owner's key, `rdk_…`: shown this once and never kept.
    pub key: String,
}

/// Open a tenant.
///
/// It begins with the built-in roles, a default queue, an owner and the owner's key. Needs the operator's key. The unique slug
/// guards against repeats, so there is no `Idempotency-Key`.
#[utoipa::path(post, path = "/tenants", tag = "tenants", request_body = NewTenant,
    responses((status = 201, body = OpenedTenantView), WriteProblems))]
pub async fn create_tenant(State(app): State<App>, _: Operator, Json(new): Json<NewTenant>) -> Result<Answer<OpenedTenantView>, Problem> {
    let opened = open_tenant(&app, new).await?;
    Ok(Answer::created(OpenedTenantView { tenant: opened.tenant, owner: opened.owner, key: opened.key.secret }))
}

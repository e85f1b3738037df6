//! `/tenants`: merchants. Only the operator's key opens it.

pub mod create;
pub mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_tenants, create::create_tenant))
}

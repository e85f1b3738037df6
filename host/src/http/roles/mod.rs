//! `/roles`: what users may do.

pub mod delete;
pub mod list;
pub mod put;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_roles)).routes(routes!(put::put_role, delete::delete_role))
}

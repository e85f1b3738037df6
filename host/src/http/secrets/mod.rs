//! `/secrets`: keys of other systems, for example of payment gateways. They can be written and used, never read.

pub mod delete;
pub mod list;
pub mod put;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_secrets)).routes(routes!(put::put_secret, delete::delete_secret))
}

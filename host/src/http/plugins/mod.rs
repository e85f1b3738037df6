//! `/plugins`: uploaded rules.

pub mod delete;
pub mod list;
pub mod resolve;
pub mod upload;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_plugins, upload::upload_plugin)).routes(routes!(list::get_plugin, delete::delete_plugin))
}

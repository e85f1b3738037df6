//! `/plugins`: uploaded rules.

mod delete;
mod list;
pub(super) mod resolve;
mod upload;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_plugins, upload::upload_plugin))
        .routes(routes!(list::get_plugin, delete::delete_plugin))
}

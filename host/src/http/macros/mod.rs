//! `/macros`: texts that agents insert (话术, D8).

pub mod apply;
pub mod read;
pub mod write;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list_macros, write::create_macro))
        .routes(routes!(read::get_macro, write::update_macro, write::delete_macro))
        .routes(routes!(apply::preview_macro))
        .routes(routes!(apply::apply_macro))
}

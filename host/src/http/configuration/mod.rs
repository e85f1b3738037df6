//! `/configuration`: rules and parameters as a file.

pub mod apply;
pub mod export;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(export::export_configuration))
        .routes(routes!(apply::plan_configuration))
        .routes(routes!(apply::apply_configuration))
}

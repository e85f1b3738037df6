//! `/hooks/{hook}/evaluate`: a dry run.

pub mod evaluate;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(evaluate::evaluate_hook))
}

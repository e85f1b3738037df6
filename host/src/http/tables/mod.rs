//! `/tables`: what an editor of decision tables asks. Nothing is stored: a table is kept as the configuration of a binding.

pub mod check;
pub mod exchange;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(check::check_table)).routes(routes!(exchange::import_table)).routes(routes!(exchange::export_table))
}

//! `/tasks`: things that people shall do about tickets.

pub mod done;
pub mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_tasks)).routes(routes!(done::finish_task))
}

//! `/queues`: where tickets wait.

pub mod create;
pub mod list;
pub mod update;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_queues, create::create_queue)).routes(routes!(list::get_queue, update::update_queue))
}

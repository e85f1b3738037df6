//! `/orders`: what was bought, as the shop reports it.

pub mod bulk;
pub mod draft;
pub mod list;
pub mod put;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_orders, put::put_order))
        .routes(routes!(bulk::put_orders))
        .routes(routes!(list::get_order))
}

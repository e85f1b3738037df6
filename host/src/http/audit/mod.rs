//! `/audit`: the operation log (Z37).

pub mod export;
pub mod list;
pub mod verify;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_audit))
        .routes(routes!(export::export_audit))
        .routes(routes!(verify::verify_audit))
        .routes(routes!(list::list_installation_audit))
}

//! `/decisions`: rule calls, to read and to run again.

pub mod explain;
pub mod fixture;
pub mod get;
pub mod list;
pub mod receipt;
pub mod replay;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_decisions))
        .routes(routes!(get::get_decision))
        .routes(routes!(replay::replay_decision))
        .routes(routes!(receipt::get_receipt))
        .routes(routes!(explain::explain_decision))
        .routes(routes!(explain::bisect_decision))
        .routes(routes!(fixture::get_fixture))
}

//! `/sops`: standard operating procedures for anomalies (争议处理SOP, D8), and walks through them.

pub mod read;
pub mod run;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::list_sops))
        .routes(routes!(read::get_sop))
        .routes(routes!(read::get_ticket_sops, run::start_sop))
        .routes(routes!(read::get_sop_run))
        .routes(routes!(run::tick_sop))
}

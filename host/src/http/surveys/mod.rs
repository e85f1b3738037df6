//! `/surveys`: what customers said, for people who look after quality (U15).

pub mod link;
pub mod list;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_surveys))
        .routes(routes!(link::show_survey_link))
        .routes(routes!(list::summarize_surveys))
}

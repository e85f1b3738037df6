//! `/forms`: what is asked for a kind of ticket (Z1–Z7), from drafts to editions, filled in and judged.

pub mod answers;
pub mod drawn;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(drawn::list_forms, drawn::create_form))
        .routes(routes!(drawn::list_shipped_forms))
        .routes(routes!(drawn::check_form))
        .routes(routes!(drawn::get_form, drawn::update_form, drawn::delete_form))
        .routes(routes!(drawn::save_form_draft))
        .routes(routes!(drawn::publish_form))
        .routes(routes!(drawn::list_form_editions))
        .routes(routes!(drawn::get_form_edition))
        .routes(routes!(answers::get_form_schema))
        .routes(routes!(answers::fill_form))
        .routes(routes!(answers::judge_form))
}

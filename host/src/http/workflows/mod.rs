//! `/workflows`: what merchants draw (Z8–Z18), from drafts to editions, and tickets that go on under an older edition.

pub mod drawn;
pub mod migrate;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(drawn::list_workflows, drawn::create_workflow))
        .routes(routes!(drawn::list_shipped_workflows))
        .routes(routes!(drawn::check_workflow))
        .routes(routes!(drawn::get_workflow, drawn::update_workflow, drawn::delete_workflow))
        .routes(routes!(drawn::save_workflow_draft))
        .routes(routes!(drawn::publish_workflow))
        .routes(routes!(drawn::list_workflow_editions))
        .routes(routes!(drawn::get_workflow_edition))
        .routes(routes!(migrate::preview_workflow_migration, migrate::migrate_workflow))
}

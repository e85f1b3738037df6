//! `/attachments`: files of tickets.

pub mod download;
pub mod list;
pub mod upload;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(upload::upload_attachment))
        .routes(routes!(download::download_attachment))
        .routes(routes!(list::get_ticket_attachments, list::use_attachments))
}

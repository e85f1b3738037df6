//! `/outbox`: messages that wait, arrived or were given up.

pub mod list;
pub mod resend;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_outbox))
        .routes(routes!(list::get_outbox_message))
        .routes(routes!(resend::resend_outbox_message))
}

//! `/webhooks`: places that outgoing messages go to, signed as Standard Webhooks says.

pub mod create;
pub mod delete;
pub mod list;
pub mod test;
pub mod update;
pub mod view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_webhooks, create::create_webhook))
        .routes(routes!(list::get_webhook, update::update_webhook, delete::delete_webhook))
        .routes(routes!(test::test_webhook))
}

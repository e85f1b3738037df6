//! `/api-keys`: bearer keys of users.

pub mod create;
pub mod list;
pub mod revoke;
pub mod view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_api_keys, create::create_api_key)).routes(routes!(revoke::revoke_api_key))
}

//! `/signing-keys`: whose signatures on plugins the tenant trusts, and whether it takes unsigned ones.

pub mod create;
pub mod list;
pub mod require;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_signing_keys, create::create_signing_key))
        .routes(routes!(list::delete_signing_key))
        .routes(routes!(require::require_signatures))
}

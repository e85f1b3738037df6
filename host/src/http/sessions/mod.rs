//! `/sessions`, `/session` and passwords: how people sign in to the console.

pub mod close;
pub mod open;
pub mod password;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(open::open_session))
        .routes(routes!(close::close_session))
        .routes(routes!(password::change_own_password))
        .routes(routes!(password::set_user_password))
}

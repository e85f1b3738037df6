//! `/users`: people and programs that act for a tenant.

pub mod create;
mod grant;
pub mod list;
pub mod update;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) use grant::may_grant;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_users, create::create_user))
        .routes(routes!(list::list_people))
        .routes(routes!(list::get_user, update::update_user))
}

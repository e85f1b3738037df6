//! `/tasks`: things that people shall do about tickets.

pub mod act;
pub mod done;
pub mod list;

pub(super) use act::may_fill;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_tasks))
        .routes(routes!(done::finish_task))
        .routes(routes!(act::act_on_task))
        .routes(routes!(act::claim_task))
        .routes(routes!(act::release_task))
        .routes(routes!(act::transfer_task))
        .routes(routes!(act::delegate_task))
}

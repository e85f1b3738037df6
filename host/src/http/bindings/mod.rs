//! `/bindings`: plugins at work.

pub mod coverage;
pub mod create;
pub mod delete;
pub mod golden;
pub mod health;
pub mod history;
pub mod list;
pub mod order;
pub mod promote;
pub mod switch;
pub mod update;
pub mod view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_bindings, create::create_binding))
        .routes(routes!(order::order_bindings))
        .routes(routes!(list::get_binding, update::update_binding, delete::delete_binding))
        .routes(routes!(switch::enable_binding))
        .routes(routes!(switch::disable_binding))
        .routes(routes!(promote::promote_binding))
        .routes(routes!(promote::roll_back_binding))
        .routes(routes!(history::binding_history))
        .routes(routes!(health::binding_health))
        .routes(routes!(health::binding_divergence))
        .routes(routes!(coverage::binding_coverage))
        .routes(routes!(golden::add_golden, golden::list_golden))
        .routes(routes!(golden::delete_golden))
}

//! `/gateways`: plugins that pay money back, one for each tender; and `/hooks/gateways`, where gateways report by themselves.

mod check;
pub mod create;
pub mod delete;
pub mod list;
pub mod notices;
pub mod notify;
pub mod update;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_gateways, create::create_gateway))
        .routes(routes!(list::get_gateway, update::update_gateway, delete::delete_gateway))
        .routes(routes!(notices::list_gateway_notices))
}

/// The route of gateways themselves, under `/hooks`.
pub fn hooks() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(notify::hear_gateway))
}

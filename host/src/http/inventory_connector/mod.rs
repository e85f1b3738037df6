//! `/inventory-connector`: where the tenant's stock is asked for (L17, Z34).

pub mod get;
pub mod put;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get::get_inventory_connector, put::put_inventory_connector, get::delete_inventory_connector))
}

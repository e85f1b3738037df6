//! `/parameters`: external parameters (外部参数, L27–L32) that people and other systems set and rules read.

pub mod delete;
pub mod list;
pub mod put;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_parameters)).routes(routes!(
        list::get_parameter,
        put::put_parameter,
        delete::delete_parameter
    ))
}

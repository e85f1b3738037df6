//! `/departments`: the parts of the merchant's house (U12).

mod check;
pub mod create;
pub mod delete;
pub mod list;
pub mod update;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_departments, create::create_department)).routes(routes!(
        list::get_department,
        update::update_department,
        delete::delete_department
    ))
}

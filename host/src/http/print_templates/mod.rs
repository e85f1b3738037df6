//! `/print-templates`: the texts that papers are made of (打印模板, Z33). Some are shipped; a tenant writes its own.

pub mod check;
pub mod delete;
pub mod list;
pub mod put;
pub mod view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list::list_print_templates)).routes(routes!(check::check_print_template)).routes(routes!(
        list::get_print_template,
        put::put_print_template,
        delete::delete_print_template
    ))
}

//! `/customers`: people who bought, as the shop reports them.

pub mod credit;
pub mod draft;
pub mod list;
pub mod put;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub(super) use draft::NewCustomer;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_customers, put::put_customer))
        .routes(routes!(list::get_customer))
        .routes(routes!(credit::get_credit, credit::add_credit))
}

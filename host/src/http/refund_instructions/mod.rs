//! `/refund-instructions`: orders to pay, which finance carries out and reports on.

pub mod list;
pub mod report;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_refund_instructions))
        .routes(routes!(list::get_refund_instruction))
        .routes(routes!(report::mark_refund_paid))
        .routes(routes!(report::mark_refund_failed))
        .routes(routes!(report::pay_as_credit))
        .routes(routes!(report::retry_refund))
}

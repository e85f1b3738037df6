//! `/reports` and `/board`: figures.

pub mod board;
pub mod create;
pub mod defects;
pub mod delete;
pub mod list;
mod print;
pub mod recount;
pub mod result;
pub mod run;
pub mod update;
mod view;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_reports, create::create_report))
        .routes(routes!(run::run_report))
        .routes(routes!(recount::recount_tickets))
        .routes(routes!(defects::list_defects))
        .routes(routes!(list::get_report, update::replace_report, delete::delete_report))
        .routes(routes!(result::get_report_result))
        .routes(routes!(board::get_board))
}

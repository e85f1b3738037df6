//! The customer portal (Z39, U14): links that agents hand out, and what customers do with them under `/portal/v1`.
//!
//! A customer has no key. The token of their link stands in `Authorization: Bearer rpl_…` and opens one ticket, of which they see what
//! is theirs to know. An unknown, expired and revoked token read the same, as do an unknown order and a wrong telephone number.

pub mod deeds;
pub mod file;
pub mod form;
pub mod goods;
mod limit;
pub mod link;
pub mod order;
pub mod progress;
pub mod slip;
pub mod start;
pub mod survey;
mod visitor;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use limit::Limits;
pub use visitor::{Address, Respondent, Visitor};

/// The routes of customers, under `/portal/v1`.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(progress::get_progress))
        .routes(routes!(deeds::write_message))
        .routes(routes!(deeds::amend_request))
        .routes(routes!(deeds::withdraw_request))
        .routes(routes!(deeds::add_tracking))
        .routes(routes!(deeds::choose_offer))
        .routes(routes!(goods::list_goods))
        .routes(routes!(goods::choose_goods))
        .routes(routes!(deeds::press_button))
        .routes(routes!(file::list_files, file::send_file))
        .routes(routes!(file::get_file))
        .routes(routes!(slip::print_slip))
        .routes(routes!(survey::get_survey, survey::answer_survey))
        .routes(routes!(order::look_up_order))
        .routes(routes!(form::get_customer_form))
        .routes(routes!(start::start_return))
}

/// The routes of agents, under `/api/v1`.
pub fn links() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(link::create_portal_link))
        .routes(routes!(link::list_portal_links))
        .routes(routes!(link::revoke_portal_link))
}

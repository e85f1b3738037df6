//! `/tickets`: submitted, read, and acted on.

pub mod act;
pub mod create;
pub mod get;
pub mod links;
pub mod list;
pub mod receipts;
pub mod related;
pub mod sla;
pub mod timers;
pub mod workflow;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use act::Brief;

/// The routes.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_tickets, create::create_ticket))
        .routes(routes!(get::get_ticket, act::describe::describe_ticket))
        .routes(routes!(related::get_ticket_timeline))
        .routes(routes!(related::get_ticket_decisions))
        .routes(routes!(related::get_ticket_settlements, act::settle::settle_ticket))
        .routes(routes!(receipts::get_ticket_receipts))
        .routes(routes!(receipts::verify_ticket_decisions))
        .routes(routes!(sla::get_ticket_sla))
        .routes(routes!(act::deadline::set_deadline))
        .routes(routes!(links::get_ticket_links))
        .routes(routes!(timers::retry_timers))
        .routes(routes!(workflow::get_ticket_workflow))
        .routes(routes!(workflow::signal_ticket))
        .routes(routes!(act::message::add_message))
        .routes(routes!(act::accept::accept_ticket))
        .routes(routes!(act::approve::approve_ticket))
        .routes(routes!(act::reject::reject_ticket))
        .routes(routes!(act::transfer::transfer_ticket))
        .routes(routes!(act::cancel::cancel_ticket))
        .routes(routes!(act::request_information::request_information))
        .routes(routes!(act::reopen::reopen_ticket))
        .routes(routes!(act::merge::merge_ticket))
        .routes(routes!(act::receive::receive_goods))
        .routes(routes!(act::amount::change_amount))
        .routes(routes!(act::elsewhere::refunded_elsewhere))
        .routes(routes!(act::clawback::start_clawback))
        .routes(routes!(act::clawback::collect_clawback))
        .routes(routes!(act::clawback::waive_clawback))
}

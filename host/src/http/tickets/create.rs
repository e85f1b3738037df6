//! `POST /tickets`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::role::Permission;

use crate::app::App;
use crate::http::once::{Once, once, print};
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Can, Command, Problem, WriteProblems, permit};
use crate::workflow::submit::NewTicket;
use crate::workflow::view::TicketView;

/// Submit a ticket.
///
/// The rules of the tenant route it, score it and decide about its refund before the answer comes. A rule that fails never
/// loses the ticket: people decide then, and `failures` says which plugin failed and why.
#[utoipa::path(post, path = "/tickets", tag = "tickets", request_body = NewTicket, params(IdempotencyHeader),
    responses((status = 201, body = TicketView), WriteProblems))]
pub async fn create_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    command: Command<NewTicket>,
) -> Result<Response, Problem> {
    let Command { body: draft, idempotency } = command;
    let (tenant, actor, may_change_orders) = (caller.tenant.id, caller.actor(), caller.may(Permission::OrderWrite));
    once(&app, &caller, idempotency, true, || {
        let (workflow, actor, draft) = (app.workflow.clone(), actor.clone(), draft.clone());
        async move {
            let turn = workflow.submit(tenant, actor, draft, may_change_orders).await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::CREATED, version, |turn| print(&TicketView::of_turn(turn)))
        }
    })
    .await
}

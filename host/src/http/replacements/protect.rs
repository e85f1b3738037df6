//! `POST /price-protections`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::http::once::{Once, once, print};
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Can, Command, Problem, WriteProblems, permit};
use crate::workflow::fulfil::Protection;
use crate::workflow::view::TicketView;

/// Claim the difference of a price that fell (价保).
///
/// Opens a ticket over what was paid and not given back, less what the same costs today, within the days of the parameter
/// `price_protection_days` (30) after the purchase. The rules decide about it as about any refund.
#[utoipa::path(post, path = "/price-protections", tag = "replacements", request_body = Protection, params(IdempotencyHeader),
    responses((status = 201, body = TicketView), WriteProblems))]
pub async fn protect_price(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    command: Command<Protection>,
) -> Result<Response, Problem> {
    let Command { body: claim, idempotency } = command;
    let (tenant, actor) = (caller.tenant.id, caller.actor());
    once(&app, &caller, idempotency, true, || {
        let (workflow, actor, claim) = (app.workflow.clone(), actor.clone(), claim.clone());
        async move {
            let turn = workflow.protect_price(tenant, actor, claim).await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::CREATED, version, |turn| print(&TicketView::of_turn(turn)))
        }
    })
    .await
}

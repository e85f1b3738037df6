//! `POST /tickets/{id}/offer/answer`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::warehouse::offer::Choice;
use serde::Deserialize;
use utoipa::ToSchema;

use super::ticket;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::view::TicketView;

/// The customer's answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferAnswer {
    /// What they chose.
    choice: Choice,
}

/// Pass the customer's answer to an offer on.
///
/// `deduct` keeps the price of the parts back and has the rest paid; `resend` awaits a parcel with them. The same answer again
/// changes nothing; another one is refused.
#[utoipa::path(post, path = "/tickets/{id}/offer/answer", tag = "warehouse", request_body = OfferAnswer,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn answer_offer(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<OfferAnswer>,
) -> Result<Response, Problem> {
    let choice = command.body.choice;
    ticket(&app, &caller, command.idempotency, expected, |workflow, tenant, by| async move {
        workflow.answer_offer_at(tenant, by, id, expected.0, choice).await
    })
    .await
}

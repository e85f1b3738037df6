//! `POST /tickets/{id}/send-back`, `POST /tickets/{id}/ship-back`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::warehouse::tracking::TrackingNumber;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{LONGEST, ticket};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::text_between;
use crate::workflow::view::TicketView;

/// Why there is no agreement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// In words for the customer.
    reason: String,
}

/// What left.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// Tracking number of the parcel to the customer.
    tracking_number: Option<String>,
}

/// Give up an agreement about goods on hold.
///
/// The refund is refused for good and the goods go back to the customer, who may still call the platform.
#[utoipa::path(post, path = "/tickets/{id}/send-back", tag = "warehouse", request_body = Disagreement,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn send_goods_back(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Disagreement>,
) -> Result<Response, Problem> {
    let reason = text_between("/reason", command.body.reason, 1, LONGEST)?;
    ticket(&app, &caller, command.idempotency, expected, |workflow, tenant, by| {
        let reason = reason.clone();
        async move { workflow.send_back(tenant, by, id, expected.0, reason).await }
    })
    .await
}

/// Note that goods have left for the customer.
#[utoipa::path(post, path = "/tickets/{id}/ship-back", tag = "warehouse", request_body = Departure,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn ship_goods_back(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Departure>,
) -> Result<Response, Problem> {
    let number = command.body.tracking_number.as_deref().map(TrackingNumber::read).transpose();
    let number = number.map_err(|error| Problem::invalid("/tracking_number", error.to_string()))?;
    ticket(&app, &caller, command.idempotency, expected, |workflow, tenant, by| {
        let number = number.clone();
        async move { workflow.ship_back(tenant, by, id, expected.0, number).await }
    })
    .await
}

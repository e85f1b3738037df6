//! `POST /tickets/{id}/replacements/{rid}/ship`, `/delivered`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::{ReplacementId, TicketId};
use redress_domain::warehouse::tracking::TrackingNumber;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{ReplacementAnswer, change};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Bare, Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::name;
use crate::workflow::fulfil::Departure;

/// A parcel to the customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplacementParcel {
    /// Who carries it.
    #[serde(default)]
    carrier: Option<String>,
    /// Tracking number.
    #[serde(default)]
    #[schema(examples("SF1029384756013"))]
    tracking_number: Option<String>,
}

/// Note that a replacement has left.
///
/// What leaves before its goods have come starts the time in which they have to come (`return_by`); after that what they were
/// credited for is fetched back.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/ship", tag = "replacements", request_body = ReplacementParcel,
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn ship_replacement(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    command: Command<ReplacementParcel>,
) -> Result<Response, Problem> {
    let ReplacementParcel { carrier, tracking_number } = command.body;
    let carrier = carrier.map(|text| name("/carrier", text)).transpose()?;
    let number = tracking_number.as_deref().map(TrackingNumber::read).transpose();
    let number = number.map_err(|error| Problem::invalid("/tracking_number", error.to_string()))?.map(|number| number.to_string());
    let departure = Departure { carrier, number };
    change(&app, &caller, ids, command.idempotency, expected, |workflow, tenant, by, at| {
        let departure = departure.clone();
        async move { workflow.ship_replacement(tenant, by, at, departure).await }
    })
    .await
}

/// Note that the customer has a replacement.
///
/// With the last one of a ticket the case is completed, or settles what is still on its way back to the customer.
#[utoipa::path(post, path = "/tickets/{id}/replacements/{rid}/delivered", tag = "replacements",
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = ReplacementAnswer), ChangeProblems))]
pub async fn mark_delivered(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(ids): Path<(TicketId, ReplacementId)>,
    expected: IfMatch,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    change(&app, &caller, ids, idempotency, expected, |workflow, tenant, by, at| async move {
        workflow.replacement_delivered(tenant, by, at).await
    })
    .await
}

//! `POST /tickets/{id}/request-return`, `POST /tickets/{id}/parcel-lost`, `POST /tickets/{id}/parcel-found`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{LONGEST, ticket};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::tickets::Brief;
use crate::http::{Bare, Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::text_between;
use crate::workflow::view::TicketView;
use crate::workflow::warehouse::Way;

/// Where goods go.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReturnRequest {
    /// In words for the customer; what the parameter `return_address` says when left out.
    address: Option<String>,
}

/// How it is known that a parcel is lost.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Loss {
    /// For example what the carrier says.
    reason: String,
}

/// Tell the customer where to send the goods.
///
/// The time for sending them begins, or begins anew. Where the parameter `return_address` is set, every return that is allowed does it by
/// itself, unless a drawn workflow does.
#[utoipa::path(post, path = "/tickets/{id}/request-return", tag = "warehouse", request_body = ReturnRequest,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn request_return(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    Brief { body, idempotency }: Brief<ReturnRequest>,
) -> Result<Response, Problem> {
    let address = body.address.map(|text| text_between("/address", text, 1, LONGEST)).transpose()?;
    ticket(&app, &caller, idempotency, expected, |workflow, tenant, by| {
        let way = Way::Asked(address.clone());
        async move { workflow.on_the_way(tenant, by, id, expected.0, way).await }
    })
    .await
}

/// Note that the carrier has lost the parcel.
///
/// It is an exception until the parcel is found, another one is announced, or the case ends otherwise. What is not heard of for days is
/// noted so by itself.
#[utoipa::path(post, path = "/tickets/{id}/parcel-lost", tag = "warehouse", request_body = Loss,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn lose_parcel(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Loss>,
) -> Result<Response, Problem> {
    let reason = text_between("/reason", command.body.reason, 1, LONGEST)?;
    ticket(&app, &caller, command.idempotency, expected, |workflow, tenant, by| {
        let way = Way::Lost(reason.clone());
        async move { workflow.on_the_way(tenant, by, id, expected.0, way).await }
    })
    .await
}

/// Note that a parcel which was thought lost moves again.
#[utoipa::path(post, path = "/tickets/{id}/parcel-found", tag = "warehouse",
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn find_parcel(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    bare: Bare,
) -> Result<Response, Problem> {
    ticket(&app, &caller, bare.0, expected, |workflow, tenant, by| async move {
        workflow.on_the_way(tenant, by, id, expected.0, Way::Found).await
    })
    .await
}

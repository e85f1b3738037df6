//! `POST /tickets/{id}/receive`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::perhaps;
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::warehouse::ticket;
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::view::TicketView;
use crate::workflow::warehouse::Condition;

/// What the warehouse found.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ReceivedGoods)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Whether the goods are as they should be.
    condition: Condition,
    /// In the warehouse's words.
    note: Option<String>,
}

/// Receive and inspect all goods of a ticket at once.
///
/// For a desk without a scanner: awaited parcels are kept as scanned by hand, and an inspection is kept that finds every unit good
/// and to be sold again (`ok`), or damaged and set aside until an inspection says more (`problem`). Goods that are as they should
/// be release the refund; others hold it.
#[utoipa::path(post, path = "/tickets/{id}/receive", tag = "tickets", request_body = Receipt,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn receive_goods(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Receipt>,
) -> Result<Response, Problem> {
    let Receipt { condition, note } = command.body;
    let note = perhaps("/note", note)?;
    ticket(&app, &caller, command.idempotency, expected, |workflow, tenant, by| {
        let note = note.clone();
        async move { workflow.receive(tenant, by, id, expected.0, condition, note).await }
    })
    .await
}

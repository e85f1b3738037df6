//! `GET /pick-lists`, `POST /pick-lists`, `POST /pick-lists/{ticket}/picked`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::warehouse::picklist::{PickList, Stock, pick_list};
use serde::Deserialize;
use utoipa::ToSchema;

use super::ticket;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Bare, Can, IfMatch, Json as Body, List, Path, Problem, ReadProblems, WriteProblems, permit};
use crate::workflow::view::TicketView;
use crate::workflow::warehouse::Picking;

/// Most shelves of one request.
const SHELVES: usize = 10_000;

/// What lies where.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shelves {
    /// Name of the warehouse as orders say it; left out, the one of orders that say none.
    warehouse: Option<String>,
    /// What its shelves hold.
    stock: Vec<Stock>,
}

/// List what is to be fetched, per warehouse.
///
/// Goods for the customer and goods that go back, urgent and old ones first, without those that were fetched.
#[utoipa::path(get, path = "/pick-lists", tag = "warehouse", responses((status = 200, body = List<Picking>), ReadProblems))]
pub async fn list_pick_lists(State(app): State<App>, caller: Can<permit::WarehouseWrite>) -> Result<Json<List<Picking>>, Problem> {
    // A shop has a few warehouses; they are one page.
    Ok(Json(List { items: app.workflow.pickings(caller.tenant.id).await?, next: None }))
}

/// Make a walk through a warehouse.
///
/// Gives the stock to what is to be fetched, urgent and old needs first, and orders the stops by shelf; what is not there is
/// `short`. Nothing is reserved or stored.
#[utoipa::path(post, path = "/pick-lists", tag = "warehouse", request_body = Shelves,
    responses((status = 200, body = PickList), WriteProblems))]
pub async fn make_pick_list(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Body(shelves): Body<Shelves>,
) -> Result<Json<PickList>, Problem> {
    if shelves.stock.len() > SHELVES {
        return Err(Problem::invalid("/stock", format!("this takes at most {SHELVES} shelves and has {}", shelves.stock.len())));
    }
    let lists = app.workflow.pickings(caller.tenant.id).await?;
    let needs = lists.into_iter().find(|list| list.warehouse == shelves.warehouse).map(|list| list.needs).unwrap_or_default();
    Ok(Json(pick_list(&needs, &shelves.stock)))
}

/// Note that the goods of a ticket were fetched.
#[utoipa::path(post, path = "/pick-lists/{ticket}/picked", tag = "warehouse", params(("ticket" = TicketId, Path), IdempotencyHeader),
    responses((status = 200, body = TicketView), WriteProblems))]
pub async fn note_picked(
    State(app): State<App>,
    caller: Can<permit::WarehouseWrite>,
    Path(id): Path<TicketId>,
    Bare(idempotency): Bare,
) -> Result<Response, Problem> {
    ticket(&app, &caller, idempotency, IfMatch(None), |workflow, tenant, by| async move { workflow.picked(tenant, by, id).await }).await
}

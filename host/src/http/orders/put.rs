//! `POST /orders`

use axum::extract::State;
use axum::response::Response;
use redress_domain::order::Order;
use redress_store::{TenantTx, customer, order};

use super::draft::{CheckedOrder, NewOrder};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// Add an order, or replace the one with this external id.
///
/// 201 when the order is new, 200 when it was known.
#[utoipa::path(post, path = "/orders", tag = "orders", request_body = NewOrder, params(IdempotencyHeader),
    responses((status = 200, body = Order), (status = 201, body = Order), WriteProblems))]
pub async fn put_order(State(app): State<App>, caller: Can<permit::OrderWrite>, command: Command<NewOrder>) -> Result<Response, Problem> {
    let new = command.body.check(&app)?;
    command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                let asked = new.order.id;
                let id = store(tx, vec![new]).await?.remove(0);
                let stored = order::find(tx, id).await?.ok_or_else(|| Problem::not_found("order", id))?;
                Ok(if id == asked { Answer::created(stored) } else { Answer::ok(stored) })
            })
        })
        .await
}

/// Stores customers, then orders, in a few statements; answers the ids in the order given.
pub(super) async fn store(tx: &mut TenantTx, checked: Vec<CheckedOrder>) -> Result<Vec<redress_domain::id::OrderId>, Problem> {
    let customers: Vec<_> = checked.iter().filter_map(|order| order.customer.clone()).collect();
    let mut known = customer::upsert_many(tx, &customers).await?.into_iter();
    let orders: Vec<Order> = checked
        .into_iter()
        .map(|CheckedOrder { mut order, customer }| {
            // `upsert_many` answers in the order asked, one for each.
            order.customer = customer.and_then(|_| known.next()).map(|customer| customer.id);
            order
        })
        .collect();
    Ok(order::upsert_many(tx, &orders).await?)
}

//! `GET /orders`, `GET /orders/{id}`

use axum::Json;
use redress_domain::id::{CustomerId, OrderId};
use redress_domain::order::Order;
use redress_store::order::{self, Filter};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::typed::begins;
use crate::http::{Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which orders.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrderQuery {
    /// Only the one with this external id.
    external_id: Option<String>,
    /// Only those of this customer.
    customer: Option<CustomerId>,
    /// What people type: the beginning of an order's number, or of the customer's own number, telephone number or name. What the
    /// caller's roles hide is not searched; of each of these the first 500 are looked at. 1 to 100 characters.
    q: Option<String>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List orders, newest first.
#[utoipa::path(get, path = "/orders", tag = "orders", params(OrderQuery), responses((status = 200, body = List<Order>), ReadProblems))]
pub async fn list_orders(caller: Can<permit::TicketRead>, Query(query): Query<OrderQuery>) -> Result<Json<List<Order>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let filter = Filter { customer: query.customer, begins: begins(query.q.as_deref(), &caller.fields)? };
    let rows = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                match query.external_id {
                    Some(external_id) => {
                        Ok::<_, Problem>((order::find_by_external_id(tx, &external_id).await?.into_iter().collect(), None))
                    }
                    None => Ok(order::list(tx, &filter, &page).await?),
                }
            })
        })
        .await?;
    Ok(list(rows))
}

/// Get an order with its lines.
#[utoipa::path(get, path = "/orders/{id}", tag = "orders", params(("id" = OrderId, Path)),
    responses((status = 200, body = Order), ReadProblems))]
pub async fn get_order(caller: Can<permit::TicketRead>, Path(id): Path<OrderId>) -> Result<Json<Order>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { order::find(tx, id).await.map_err(Problem::from) })).await?;
    found.map(Json).ok_or_else(|| Problem::not_found("order", id))
}

//! `POST /orders/bulk`

use axum::extract::State;
use axum::response::Response;
use redress_domain::id::OrderId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::draft::{CheckedOrder, NewOrder};
use super::put::store;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Fault, Problem, WriteProblems, permit};

/// Most orders of one request.
const MAX_ORDERS: usize = 1_000;
/// Largest body in bytes: a thousand orders do not fit into the limit of other bodies.
const MAX_BODY: usize = 8 << 20;

/// Orders to add or replace.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderBatch {
    /// 1 to 1,000 orders; of two with the same external id the last one counts.
    orders: Vec<NewOrder>,
}

/// What became of every order.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchResult {
    /// One for every order, in the order sent.
    pub items: Vec<OrderResult>,
    /// Orders that are new.
    pub created: usize,
    /// Orders that were known and are replaced.
    pub updated: usize,
    /// Orders that were not stored.
    pub refused: usize,
}

/// What became of one order.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderResult {
    /// The shop's own order number.
    pub external_id: String,
    /// Created, updated or refused.
    pub status: OrderStatus,
    /// Redress id; null when it was refused.
    pub id: Option<OrderId>,
    /// Why it was refused, with pointers into this order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// What became of one order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// It is new.
    Created,
    /// It was known and is replaced.
    Updated,
    /// It was not stored; `errors` says why.
    Refused,
}

/// Add or replace many orders.
///
/// Orders that are right are stored together; those that are not are reported and change nothing. Takes up to 8 MiB.
#[utoipa::path(post, path = "/orders/bulk", tag = "orders", request_body = OrderBatch, params(IdempotencyHeader),
    responses((status = 200, body = BatchResult), WriteProblems))]
pub async fn put_orders(
    State(app): State<App>,
    caller: Can<permit::OrderWrite>,
    command: Command<OrderBatch, MAX_BODY>,
) -> Result<Response, Problem> {
    let count = command.body.orders.len();
    if !(1..=MAX_ORDERS).contains(&count) {
        return Err(Problem::invalid("/orders", format!("a request holds 1 to {MAX_ORDERS} orders, this one has {count}; split it")));
    }
    let (mut items, mut good) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for order in command.body.orders {
        let external_id = order.external_id.clone();
        match order.check(&app) {
            Ok(checked) => {
                items.push(OrderResult { external_id, status: OrderStatus::Created, id: None, errors: Vec::new() });
                good.push(checked);
            }
            Err(problem) => {
                items.push(OrderResult { external_id, status: OrderStatus::Refused, id: None, errors: problem.errors().to_vec() });
            }
        }
    }
    command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                let asked: Vec<OrderId> = good.iter().map(|checked: &CheckedOrder| checked.order.id).collect();
                let stored = store(tx, good).await?;
                Ok(Answer::ok(report(items, &asked, &stored)))
            })
        })
        .await
}

fn report(mut items: Vec<OrderResult>, asked: &[OrderId], stored: &[OrderId]) -> BatchResult {
    let accepted = items.iter_mut().filter(|item| item.status != OrderStatus::Refused);
    for ((item, asked), stored) in accepted.zip(asked).zip(stored) {
        item.id = Some(*stored);
        if asked != stored {
            item.status = OrderStatus::Updated;
        }
    }
    let count = |status| items.iter().filter(|item| item.status == status).count();
    let (created, updated, refused) = (count(OrderStatus::Created), count(OrderStatus::Updated), count(OrderStatus::Refused));
    BatchResult { items, created, updated, refused }
}

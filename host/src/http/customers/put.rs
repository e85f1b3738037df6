//! `POST /customers`

use axum::extract::State;
use axum::response::Response;
use redress_domain::order::Customer;
use redress_store::customer;

use super::NewCustomer;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// Add a customer, or update the one with this external id.
///
/// 201 when the customer is new, 200 when it was known.
#[utoipa::path(post, path = "/customers", tag = "customers", request_body = NewCustomer, params(IdempotencyHeader),
    responses((status = 200, body = Customer), (status = 201, body = Customer), WriteProblems))]
pub async fn put_customer(
    State(app): State<App>,
    caller: Can<permit::OrderWrite>,
    command: Command<NewCustomer>,
) -> Result<Response, Problem> {
    let new = command.body.into_customer(&app, "")?;
    command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                let stored = customer::upsert(tx, &new).await?;
                Ok(if stored.id == new.id { Answer::created(stored) } else { Answer::ok(stored) })
            })
        })
        .await
}

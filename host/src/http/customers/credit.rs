//! `GET /customers/{id}/credit`, `POST /customers/{id}/credit`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::credit::CreditEntry;
use redress_domain::id::{CreditId, CustomerId};
use redress_store::{TenantTx, credit, customer};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Code, Command, Path, Problem, ReadProblems, WriteProblems, permit};
use crate::problem::check::text_between;

/// What a customer holds with the shop.
#[derive(Debug, Serialize, ToSchema)]
pub struct Credit {
    /// What is left, per currency.
    pub balances: Vec<Money>,
    /// Every entry, oldest first.
    pub items: Vec<CreditEntry>,
}

/// Credit to give or spent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCredit {
    /// How much: positive to give, negative when it was spent.
    amount: Money,
    /// Why, 1 to 1,000 characters.
    reason: String,
}

/// Read what a customer holds with the shop.
#[utoipa::path(get, path = "/customers/{id}/credit", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 200, body = Credit), ReadProblems))]
pub async fn get_credit(caller: Can<permit::TicketRead>, Path(id): Path<CustomerId>) -> Result<Json<Credit>, Problem> {
    let held = caller.store.read(move |tx| Box::pin(held(tx, id))).await?;
    Ok(Json(held))
}

async fn held(tx: &mut TenantTx, id: CustomerId) -> Result<Credit, Problem> {
    if customer::find(tx, id).await?.is_none() {
        return Err(Problem::not_found("customer", id));
    }
    Ok(Credit { balances: credit::balances(tx, id).await?, items: credit::list(tx, id).await? })
}

/// Give a customer credit, or note that some was spent.
///
/// Refunds become credit by `POST /refund-instructions/{id}/credit`. No more can be spent than is there.
#[utoipa::path(post, path = "/customers/{id}/credit", tag = "customers", request_body = NewCredit,
    params(("id" = CustomerId, Path), IdempotencyHeader), responses((status = 201, body = Credit), WriteProblems))]
pub async fn add_credit(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<CustomerId>,
    command: Command<NewCredit>,
) -> Result<Response, Problem> {
    let NewCredit { amount, reason } = command.body;
    if amount.is_zero() {
        return Err(Problem::invalid("/amount", "name an amount other than zero"));
    }
    let (now, actor) = (app.clock.now(), caller.actor());
    let reason = text_between("/reason", reason, 1, 1_000)?;
    let entry = CreditEntry { id: app.new_id(CreditId::generate), customer: id, amount, ticket: None, reason, actor, at: now };
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                credit::lock(tx, id).await?;
                credit::append(tx, std::slice::from_ref(&entry)).await?;
                let held = held(tx, id).await?;
                if let Some(over) = held.balances.iter().find(|balance| balance.currency() == amount.currency() && balance.is_negative()) {
                    let detail = format!("{amount} is more than the customer holds: {over} would be left");
                    return Err(Problem::new(Code::NotAllowedNow, detail));
                }
                Ok(Answer::created(held))
            })
        })
        .await
}

//! `GET /refund-instructions`, `GET /refund-instructions/{id}`

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use redress_domain::id::{RefundInstructionId, TicketId};
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_store::refund;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::{Answer, Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which instructions: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RefundQuery {
    /// Where they stand.
    state: Option<RefundState>,
    /// Ticket they pay for.
    ticket: Option<TicketId>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List refund instructions, newest first.
#[utoipa::path(get, path = "/refund-instructions", tag = "refund instructions", params(RefundQuery),
    responses((status = 200, body = List<RefundInstruction>), ReadProblems))]
pub async fn list_refund_instructions(
    caller: Can<permit::FinanceRead>,
    Query(query): Query<RefundQuery>,
) -> Result<Json<List<RefundInstruction>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let filter = refund::Filter { state: query.state, ticket: query.ticket };
    let rows = caller.store.read(move |tx| Box::pin(async move { refund::list(tx, &filter, &page).await.map_err(Problem::from) })).await?;
    Ok(list(rows))
}

/// Get a refund instruction.
#[utoipa::path(get, path = "/refund-instructions/{id}", tag = "refund instructions", params(("id" = RefundInstructionId, Path)),
    responses((status = 200, body = RefundInstruction), ReadProblems))]
pub async fn get_refund_instruction(caller: Can<permit::FinanceRead>, Path(id): Path<RefundInstructionId>) -> Result<Response, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { refund::find(tx, id).await.map_err(Problem::from) })).await?;
    let instruction = found.ok_or_else(|| Problem::not_found("refund instruction", id))?;
    let version = instruction.version;
    Ok(Answer::ok(instruction).version(version).into_response())
}

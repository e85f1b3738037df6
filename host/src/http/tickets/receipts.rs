//! `GET /tickets/{id}/receipts`, `GET /tickets/{id}/decisions/verify`

use axum::Json;
use axum::extract::State;
use redress_domain::id::{DecisionId, TicketId};
use redress_domain::receipt::Receipt;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::decisions::receipt::{Include, sign};
use crate::http::{Can, Code, List, Path, Problem, Query, ReadProblems, permit};

/// Most receipts of a page.
const MAX_RECEIPTS: u32 = 200;

/// Which receipts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReceiptsQuery {
    /// Carry what the digests name. It holds the customer's data.
    #[param(inline)]
    include: Option<Include>,
    /// Receipts wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before: the place of the last decision that was read.
    after: Option<String>,
}

/// List the receipts of a ticket's decisions in the order of their chain.
///
/// Each names the seal of the one before it, so that a missing or replaced one shows.
#[utoipa::path(get, path = "/tickets/{id}/receipts", tag = "tickets", params(("id" = TicketId, Path), ReceiptsQuery),
    responses((status = 200, body = List<Receipt>), ReadProblems))]
pub async fn get_ticket_receipts(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<TicketId>,
    Query(query): Query<ReceiptsQuery>,
) -> Result<Json<List<Receipt>>, Problem> {
    let limit = query.limit.unwrap_or(50);
    if !(1..=MAX_RECEIPTS).contains(&limit) {
        return Err(Problem::new(Code::InvalidQuery, format!("limit is {limit}; it lies between 1 and {MAX_RECEIPTS}")));
    }
    let after = query.after.as_deref().map_or(Ok(0), str::parse::<i64>);
    let after =
        after.map_err(|_| Problem::new(Code::InvalidQuery, "after is the place of a decision; take it from next of the page before"))?;
    let (found, more) = app.workflow.sealed_of(caller.tenant.id, id, after, limit as usize, query.include.is_some()).await?;
    let next = found.last().filter(|_| more).map(|last| last.link.place.to_string());
    Ok(Json(List { items: found.into_iter().map(|sealed| sign(&app, &caller, sealed)).collect(), next }))
}

/// What the chain of a ticket's decisions shows.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChainView {
    /// True when every seal fits its record and the seal before it. Decisions cut off at the end of the chain are only noticed by
    /// somebody who holds a receipt of one of them.
    sound: bool,
    /// Decisions with a seal.
    sealed: u64,
    /// Decisions made before there were seals.
    unsealed: u64,
    /// The first place that does not fit.
    broken: Option<BreakView>,
}

/// A place where the chain does not hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct BreakView {
    /// The decision.
    decision: DecisionId,
    /// Its place in the chain.
    place: i64,
    /// What does not fit.
    message: String,
}

/// Compute every seal of a ticket's decisions again from what is stored.
#[utoipa::path(get, path = "/tickets/{id}/decisions/verify", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = ChainView), ReadProblems))]
pub async fn verify_ticket_decisions(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    Path(id): Path<TicketId>,
) -> Result<Json<ChainView>, Problem> {
    let chain = app.workflow.verify_chain(caller.tenant.id, id).await?;
    let broken = chain.broken.map(|broken| BreakView { decision: broken.decision, place: broken.place, message: broken.message });
    Ok(Json(ChainView { sound: broken.is_none(), sealed: chain.sealed, unsealed: chain.unsealed, broken }))
}

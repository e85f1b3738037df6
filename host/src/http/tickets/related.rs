//! `GET /tickets/{id}/timeline`, `/decisions`, `/settlements`

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use redress_domain::id::TicketId;
use redress_domain::settlement::SettlementEntry;
use redress_domain::timeline::Entry;
use redress_store::{TenantTx, decision, settlement, ticket, timeline};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::{Can, Code, List, Path, Problem, Query, ReadProblems, permit};
use crate::workflow::view::DecisionItem;

/// Most entries of a page.
const MAX_ENTRIES: u32 = 200;

/// Which part of a timeline.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimelineQuery {
    /// Entries wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before: the place of the last entry that was read.
    after: Option<String>,
}

/// Read what happened to a ticket, oldest first.
///
/// Entries are chained by hashes from the first one on, so a changed or missing entry shows.
#[utoipa::path(get, path = "/tickets/{id}/timeline", tag = "tickets", params(("id" = TicketId, Path), TimelineQuery),
    responses((status = 200, body = List<Entry>), ReadProblems))]
pub async fn get_ticket_timeline(
    caller: Can<permit::TicketRead>,
    Path(id): Path<TicketId>,
    Query(query): Query<TimelineQuery>,
) -> Result<Json<List<Entry>>, Problem> {
    let limit = query.limit.unwrap_or(50);
    if !(1..=MAX_ENTRIES).contains(&limit) {
        return Err(Problem::new(Code::InvalidQuery, format!("limit is {limit}; it lies between 1 and {MAX_ENTRIES}")));
    }
    let after = query.after.as_deref().map_or(Ok(0), str::parse::<i64>);
    let after =
        after.map_err(|_| Problem::new(Code::InvalidQuery, "after is the place of an entry; take it from next of the page before"))?;
    let mut entries = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                exists(tx, id).await?;
                // One more than wanted tells whether there is a next page.
                Ok::<_, Problem>(timeline::list(tx, id, after, limit + 1).await?)
            })
        })
        .await?;
    let more = entries.len() > limit as usize;
    entries.truncate(limit as usize);
    let next = entries.last().filter(|_| more).map(|last| last.seq.to_string());
    Ok(Json(List { items: entries, next }))
}

/// List the rule calls about a ticket, oldest first.
#[utoipa::path(get, path = "/tickets/{id}/decisions", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<DecisionItem>), ReadProblems))]
pub async fn get_ticket_decisions(caller: Can<permit::RuleRead>, Path(id): Path<TicketId>) -> Result<Response, Problem> {
    let decisions = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                exists(tx, id).await?;
                Ok::<_, Problem>(decision::list_by_ticket(tx, id).await?)
            })
        })
        .await?;
    let items: Vec<_> = decisions.iter().map(DecisionItem::of).collect();
    Ok(Json(List { items, next: None }).into_response())
}

/// List the ledger of a ticket, oldest first.
///
/// Entries are only added; a mistake is corrected by a further entry.
#[utoipa::path(get, path = "/tickets/{id}/settlements", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<SettlementEntry>), ReadProblems))]
pub async fn get_ticket_settlements(
    caller: Can<permit::FinanceRead>,
    Path(id): Path<TicketId>,
) -> Result<Json<List<SettlementEntry>>, Problem> {
    let items = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                exists(tx, id).await?;
                Ok::<_, Problem>(settlement::list(tx, id).await?)
            })
        })
        .await?;
    Ok(Json(List { items, next: None }))
}

async fn exists(tx: &mut TenantTx, id: TicketId) -> Result<(), Problem> {
    ticket::find(tx, id).await?.map(drop).ok_or_else(|| Problem::not_found("ticket", id))
}

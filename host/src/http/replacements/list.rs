//! `GET /replacements`, `GET /tickets/{id}/replacements`, `GET /tickets/{id}/replacements/{rid}`

use axum::Json;
use redress_domain::fulfilment::{Replacement, ReplacementKind, ReplacementState};
use redress_domain::id::{ReplacementId, TicketId};
use redress_store::{replacement, ticket};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::{Answer, Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which replacements: those that meet every condition given.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReplacementQuery {
    /// Where they stand; `ready` is what the warehouse may send.
    state: Option<ReplacementState>,
    /// What leaves.
    kind: Option<ReplacementKind>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List replacements, newest first.
#[utoipa::path(get, path = "/replacements", tag = "replacements", params(ReplacementQuery),
    responses((status = 200, body = List<Replacement>), ReadProblems))]
pub async fn list_replacements(
    caller: Can<permit::TicketRead>,
    Query(query): Query<ReplacementQuery>,
) -> Result<Json<List<Replacement>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let filter = replacement::Filter { state: query.state, kind: query.kind };
    let read = caller.store.read(move |tx| Box::pin(async move { replacement::list(tx, &filter, &page).await.map_err(Problem::from) }));
    Ok(list(read.await?))
}

/// List the replacements of a ticket, oldest first.
#[utoipa::path(get, path = "/tickets/{id}/replacements", tag = "replacements", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<Replacement>), ReadProblems))]
pub async fn list_ticket_replacements(
    caller: Can<permit::TicketRead>,
    Path(id): Path<TicketId>,
) -> Result<Json<List<Replacement>>, Problem> {
    let read = caller.store.read(move |tx| {
        Box::pin(async move {
            ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
            Ok::<_, Problem>(replacement::by_ticket(tx, id).await?)
        })
    });
    // A ticket has a few replacements; they are one page.
    Ok(Json(List { items: read.await?, next: None }))
}

/// Get a replacement.
#[utoipa::path(get, path = "/tickets/{id}/replacements/{rid}", tag = "replacements",
    params(("id" = TicketId, Path), ("rid" = ReplacementId, Path)), responses((status = 200, body = Replacement), ReadProblems))]
pub async fn get_replacement(
    caller: Can<permit::TicketRead>,
    Path((ticket, id)): Path<(TicketId, ReplacementId)>,
) -> Result<Answer<Replacement>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { replacement::find(tx, id).await.map_err(Problem::from) })).await?;
    found.filter(|one| one.ticket == ticket).map(Answer::ok).ok_or_else(|| Problem::not_found("replacement", id))
}

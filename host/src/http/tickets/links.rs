//! `GET /tickets/{id}/links`

use axum::Json;
use redress_domain::id::TicketId;
use redress_domain::link::Link;
use redress_store::{link, ticket};

use crate::http::{Can, List, Path, Problem, ReadProblems, permit};

/// List the tickets that a ticket belongs to, and those that belong to it (U11).
#[utoipa::path(get, path = "/tickets/{id}/links", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<Link>), ReadProblems))]
pub async fn get_ticket_links(caller: Can<permit::TicketRead>, Path(id): Path<TicketId>) -> Result<Json<List<Link>>, Problem> {
    let items = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>(link::of_ticket(tx, id).await?)
            })
        })
        .await?;
    Ok(Json(List { items, next: None }))
}

//! `GET /sops`, `GET /sops/{key}`, `GET /tickets/{id}/sops`

use axum::Json;
use redress_domain::id::TicketId;
use redress_domain::sop::{SOPS, Sop, SopRun, by_key};
use redress_store::{sop_run, ticket};

use crate::http::{Can, List, Path, Problem, ReadProblems, permit};

/// List the procedures that ship.
#[utoipa::path(get, path = "/sops", tag = "sops", responses((status = 200, body = List<Sop>), ReadProblems))]
pub async fn list_sops(_caller: Can<permit::TicketRead>) -> Json<List<Sop>> {
    Json(List { items: SOPS.to_vec(), next: None })
}

/// Get a procedure with its steps, scripts and the evidence they need.
#[utoipa::path(get, path = "/sops/{key}", tag = "sops", params(("key" = String, Path)), responses((status = 200, body = Sop), ReadProblems))]
pub async fn get_sop(_caller: Can<permit::TicketRead>, Path(key): Path<String>) -> Result<Json<Sop>, Problem> {
    by_key(&key).map(|sop| Json(*sop)).ok_or_else(|| Problem::not_found("SOP", key))
}

/// List the walks through procedures for a ticket, newest first.
#[utoipa::path(get, path = "/tickets/{id}/sops", tag = "sops", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<SopRun>), ReadProblems))]
pub async fn get_ticket_sops(caller: Can<permit::TicketRead>, Path(id): Path<TicketId>) -> Result<Json<List<SopRun>>, Problem> {
    let items = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>(sop_run::list(tx, id).await?)
            })
        })
        .await?;
    Ok(Json(List { items, next: None }))
}

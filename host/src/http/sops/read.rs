//! `GET /sops`, `GET /sops/{key}`, `GET /tickets/{id}/sops`, `GET /sop-runs/{id}`

use axum::Json;
use axum::extract::State;
use redress_domain::id::{SopRunId, TicketId};
use redress_domain::macros::Rendered;
use redress_domain::sop::{Sop, SopRun, shipped};
use redress_store::{sop, sop_run, ticket};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Answer, Can, List, Path, Problem, ReadProblems, permit};
use crate::workflow::act::Doer;

/// List all procedures: those that ship, then the shop's own. One of its own stands in for the shipped one of the same key.
#[utoipa::path(get, path = "/sops", tag = "sops", responses((status = 200, body = List<Sop>), ReadProblems))]
pub async fn list_sops(caller: Can<permit::TicketRead>) -> Result<Json<List<Sop>>, Problem> {
    let own = caller.store.read(|tx| Box::pin(async move { sop::list(tx).await.map_err(Problem::from) })).await?;
    let mut items = shipped();
    for one in own {
        match items.iter_mut().find(|item| item.key == one.key) {
            Some(item) => *item = one,
            None => items.push(one),
        }
    }
    // A shop has tens of procedures; they are one page.
    Ok(Json(List { items, next: None }))
}

/// Get a procedure with its steps, scripts and the evidence they need.
#[utoipa::path(get, path = "/sops/{key}", tag = "sops", params(("key" = String, Path)), responses((status = 200, body = Sop), ReadProblems))]
pub async fn get_sop(caller: Can<permit::TicketRead>, Path(key): Path<String>) -> Result<Answer<Sop>, Problem> {
    let wanted = key.clone();
    let found = caller.store.read(move |tx| Box::pin(async move { super::find(tx, &wanted).await })).await?;
    let found = found.ok_or_else(|| Problem::not_found("SOP", key))?;
    let version = found.version;
    Ok(Answer::ok(found).version(version))
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

/// A walk through a procedure, and what to say now.
#[derive(Debug, Serialize, ToSchema)]
pub struct SopRunView {
    /// The walk.
    #[serde(flatten)]
    run: SopRun,
    /// The script of the step that is next, with the ticket's values; null when it has none, or the walk is over.
    script: Option<Rendered>,
}

/// Get a walk through a procedure with the words for its next step.
#[utoipa::path(get, path = "/sop-runs/{id}", tag = "sops", params(("id" = SopRunId, Path)),
    responses((status = 200, body = SopRunView), ReadProblems))]
pub async fn get_sop_run(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<SopRunId>,
) -> Result<Json<SopRunView>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { sop_run::find(tx, id).await.map_err(Problem::from) })).await?;
    let run = found.ok_or_else(|| Problem::not_found("SOP run", id))?;
    let script = match run.step.as_deref().and_then(|step| run.procedure.step(step)?.script.as_deref()) {
        Some(body) => {
            let doer = Doer { user: caller.user.id, roles: caller.user.roles.clone() };
            Some(app.workflow.preview_macro(caller.tenant.id, &doer, run.ticket, body, &caller.fields).await?)
        }
        None => None,
    };
    Ok(Json(SopRunView { run, script }))
}

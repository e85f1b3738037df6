//! `GET /tickets/{id}/attachments`, `POST /tickets/{id}/attachments`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::attachment::Attachment;
use redress_domain::id::{AttachmentId, TicketId};
use redress_store::{attachment, ticket};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::once::{Once, once};
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Can, Command, List, Path, Problem, ReadProblems, WriteProblems, permit};
use crate::workflow::view::TicketView;

/// Most files of one request.
pub const MOST: usize = 20;

/// List the files of a ticket, oldest first.
#[utoipa::path(get, path = "/tickets/{id}/attachments", tag = "attachments", params(("id" = TicketId, Path)),
    responses((status = 200, body = List<Attachment>), ReadProblems))]
pub async fn get_ticket_attachments(caller: Can<permit::TicketRead>, Path(id): Path<TicketId>) -> Result<Json<List<Attachment>>, Problem> {
    let items = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                Ok::<_, Problem>(attachment::list(tx, id).await?)
            })
        })
        .await?;
    Ok(Json(List { items, next: None }))
}

/// Files to use.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UsedFiles {
    /// The files, at most 20.
    attachments: Vec<AttachmentId>,
    /// False: the customer may see them.
    #[serde(default = "yes")]
    internal: bool,
}

const fn yes() -> bool {
    true
}

/// Give uploaded files to a ticket.
///
/// All or none: a file of another ticket is refused. Files that are the ticket's already may be shown to the customer or hidden.
#[utoipa::path(post, path = "/tickets/{id}/attachments", tag = "attachments", request_body = UsedFiles,
    params(("id" = TicketId, Path), IdempotencyHeader), responses((status = 200, body = TicketView), WriteProblems))]
pub async fn use_attachments(
    State(app): State<App>,
    caller: Can<permit::FileWrite>,
    Path(id): Path<TicketId>,
    command: Command<UsedFiles>,
) -> Result<Response, Problem> {
    let Command { body: UsedFiles { attachments, internal }, idempotency } = command;
    at_most(&attachments)?;
    let (tenant, actor) = (caller.tenant.id, caller.actor());
    once(&app, &caller, idempotency, true, || {
        let (workflow, actor, attachments) = (app.workflow.clone(), actor.clone(), attachments.clone());
        async move { Once::ticket(workflow.attach(tenant, actor, id, attachments, internal).await?) }
    })
    .await
}

/// Refuses more files at once than anybody chooses by hand.
///
/// # Errors
/// 422 `invalid`.
pub fn at_most(attachments: &[AttachmentId]) -> Result<(), Problem> {
    if attachments.len() > MOST {
        return Err(Problem::invalid("/attachments", format!("this takes at most {MOST} files and has {}", attachments.len())));
    }
    Ok(())
}
